import { chosenOffer, openOffers } from '../../domain/need/need.ts';
import type { Need, NeedEvent, Offer } from '../../domain/need/need.ts';
import type { Resource, ResourceEvent } from '../../domain/need/resource.ts';
import type { SaidText } from '../chat/utterance.ts';
import type { Following, Telling, Told } from './tellings.ts';
import { markTellings } from './tellings.ts';

/** What a resource that is newly there leads to. */
export function resourceTellings(_before: Resource | undefined, event: ResourceEvent, after: Resource): readonly Following[] {
  return event.type === 'registered' ? [{ task: 'match-resource', needs: { resource: after.id } }] : [];
}

/** What everybody hears because of one event: whoever decides, the unit that is asked, and whoever noted it. */
export function needTellings(before: Need | undefined, event: NeedEvent, after: Need): readonly Following[] {
  const decider: Told = { unit: after.decider, desk: 'front' };
  const noter: Told = { unit: after.unit, desk: 'front' };
  const { id: no, words } = after;
  switch (event.type) {
    case 'noted':
    case 'offered':
      return after.step === 'offered' ? [toChoose(after)] : [{ to: noter, said: { key: 'need.nothing-fits', params: { no, words } } }];
    case 'accepted':
      return chosen(after).map(({ unit, resource }): Telling => ({ to: { unit, desk: 'front' }, said: { key: 'need.asked', params: { no, words, resource, unit: after.unit, due: dueOf(after) } } }));
    case 'declined':
      return after.unit === after.decider ? [] : [{ to: noter, said: { key: 'need.declined', params: { no, words, reason: event.data.reason } } }];
    case 'answered':
      return answered(before ?? after, event, after, { decider, noter });
    case 'handed-over':
      return [{ to: noter, said: { key: 'need.handed-over', params: { no, words, said: event.data.words, due: dueOf(after) } } }, ...tellDemand(after, event.data.words)];
    case 'thanked':
      return chosen(after).map(({ unit }): Telling => ({ to: { unit, desk: 'front' }, said: { key: 'need.thanked', params: { no, words, said: event.data.words, unit: after.unit } } }));
    case 'closed':
      return event.data.why === 'unmet' && after.unit !== after.decider ? [{ to: noter, said: { key: 'need.dropped', params: { no, words, reason: event.data.reason } } }] : [];
    case 'reached':
      return markTellings(before?.clocks ?? [], event.data, { no, what: words });
  }
}

function chosen(need: Need): readonly Offer[] {
  const one = chosenOffer(need);
  return one === undefined ? [] : [one];
}

/** The offers with the numbers by which they are chosen, and why each fits. */
function offerLines(need: Need): readonly SaidText[] {
  return openOffers(need).map(({ unit, resource, reasons }, index): SaidText => {
    const why = reasons.map((reason): SaidText => ({ key: `need.reason-${reason}` }));
    return { key: 'need.offer', params: { index: index + 1, resource, unit, why } };
  });
}

function toChoose(need: Need): Telling {
  return { to: { unit: need.decider, desk: 'front' }, said: { key: 'need.to-choose', params: { no: need.id, words: need.words, offers: offerLines(need), due: dueOf(need) } } };
}

function answered(before: Need, { data }: Extract<NeedEvent, { type: 'answered' }>, after: Need, { decider, noter }: { readonly decider: Told; readonly noter: Told }): Telling[] {
  const unit = chosenOffer(before)?.unit;
  const params = { no: after.id, words: after.words, unit, said: data.words };
  if (!data.agreed) return [{ to: decider, said: { key: 'need.refused', params } }, ...(after.step === 'offered' ? [toChoose(after)] : [])];
  const said: SaidText = { key: 'need.agreed', params: { ...params, due: dueOf(after) } };
  return after.unit === after.decider ? [{ to: noter, said }] : [{ to: noter, said }, { to: decider, said }];
}

function tellDemand({ demand }: Need, words: string): Following[] {
  return demand === undefined ? [] : [{ task: 'feed-back', needs: { demand, words } }];
}

function dueOf({ clocks }: Need): Date | undefined {
  return clocks[0]?.due;
}
