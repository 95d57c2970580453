import type { Actor } from '../commands.ts';
import { assertNever } from '../result.ts';
import type { Clock } from '../time/clocks.ts';
import type { Reached } from '../time/timekeeping.ts';
import { markOff, nextMark } from '../time/timekeeping.ts';
import type { Words } from '../words.ts';
import type { Fit } from './fit.ts';
import type { Wanted } from './resource.ts';

/** A resource put forward for a need, and what has become of it. */
export interface Offer extends Fit {
  readonly state: 'offered' | 'accepted' | 'agreed' | 'refused' | 'declined';
}

/** Where a need stands: nothing fits yet; somebody is to choose; the unit is asked; it agreed; handed over; over. */
export type NeedStep = 'open' | 'offered' | 'asked' | 'agreed' | 'handed-over' | 'closed';

/** Something that is needed and that an alliance unit may have: the fold of its timeline. */
export interface Need extends Wanted {
  readonly id: string;
  readonly mechanism: { readonly id: string; readonly version: number };
  readonly origin: string;
  /** The demand it comes from. */
  readonly demand?: string | undefined;
  /** Who noted it, and who decides on a match. */
  readonly unit: string;
  readonly decider: string;
  readonly words: Words;
  readonly notedAt: Date;
  readonly step: NeedStep;
  readonly since: Date;
  readonly offers: readonly Offer[];
  readonly handedOver?: { readonly words: Words; readonly at: Date; readonly by: string } | undefined;
  readonly thanks?: { readonly words: Words; readonly at: Date; readonly by: string } | undefined;
  readonly why?: 'done' | 'unmet' | undefined;
  readonly clocks: readonly Clock[];
}

/** What notes one. */
export interface NoteNeed extends Wanted {
  readonly id: string;
  readonly origin: string;
  readonly demand?: string | undefined;
  readonly unit: string;
  readonly decider: string;
  readonly words: Words;
  readonly by: string;
}

interface Facts {
  noted: Omit<NoteNeed, 'by'> & { readonly mechanism: Need['mechanism']; readonly offers: readonly Fit[]; readonly clock: Clock };
  offered: { readonly offers: readonly Fit[]; readonly clock: Clock };
  accepted: { readonly resource: string; readonly clock: Clock };
  declined: { readonly reason?: Words | undefined; readonly clock: Clock };
  answered: { readonly resource: string; readonly agreed: boolean; readonly words?: Words | undefined; readonly clock: Clock };
  'handed-over': { readonly words: Words; readonly clock: Clock };
  thanked: { readonly words: Words };
  closed: { readonly why: 'done' | 'unmet'; readonly reason?: Words | undefined };
  reached: Reached;
}

/** Everything that can have happened to a need. */
export type NeedEvent = { [T in keyof Facts]: { readonly type: T; readonly at: Date; readonly by: string; readonly data: Facts[T] } }[keyof Facts];
type EventOf<T extends NeedEvent['type']> = Extract<NeedEvent, { type: T }>;

/** Every command on a need. */
export type NeedCommand =
  | { readonly type: 'offer'; readonly by: Actor; readonly offers: readonly Fit[] }
  | { readonly type: 'accept'; readonly by: Actor; readonly nth?: number | undefined }
  | { readonly type: 'decline'; readonly by: Actor; readonly reason?: Words | undefined }
  | { readonly type: 'answer'; readonly by: Actor; readonly agreed: boolean; readonly words?: Words | undefined }
  | { readonly type: 'hand-over'; readonly by: Actor; readonly words: Words }
  | { readonly type: 'thank'; readonly by: Actor; readonly words: Words }
  | { readonly type: 'close'; readonly by: Actor; readonly reason: Words }
  | { readonly type: 'tick'; readonly by: Actor };

/** Why a command on a need is not carried out. */
export type NeedRefusal = 'need-over' | 'not-yours-to-decide' | 'not-asked' | 'nothing-offered' | 'no-such-offer' | 'not-agreed' | 'not-handed-over' | 'not-yours-to-thank' | 'chosen-already';

/** When it must next be looked at; undefined only when it is over. */
export function needDueAt({ step, clocks }: Need): Date | undefined {
  return step === 'closed' ? undefined : nextMark(clocks);
}

/** The offer that was chosen and is not refused. */
export function chosenOffer({ offers }: Need): Offer | undefined {
  return offers.find(({ state }) => state === 'accepted' || state === 'agreed');
}

/** Those that can still be chosen, in the order in which they are numbered. */
export function openOffers({ offers }: Need): readonly Offer[] {
  return offers.filter(({ state }) => state === 'offered');
}

/** The state after a timeline. Throws when it does not begin with the note. */
export function foldNeed(events: readonly NeedEvent[]): Need {
  const [first, ...rest] = events;
  if (first?.type !== 'noted') throw new Error('A need begins with its note');
  const { offers, clock, ...data } = first.data;
  const begun: Need = { ...data, notedAt: first.at, step: offers.length > 0 ? 'offered' : 'open', since: first.at, offers: offers.map(offered), clocks: [clock] };
  return rest.reduce(evolveNeed, begun);
}

function offered(fit: Fit): Offer {
  return { ...fit, state: 'offered' };
}

/** The state after one more event. */
export function evolveNeed(need: Need, event: NeedEvent): Need {
  const { at, by } = event;
  const to = (step: NeedStep, clock?: Clock, change: Partial<Need> = {}): Need => ({ ...need, ...change, step, since: at, clocks: clock === undefined ? [] : [clock] });
  switch (event.type) {
    case 'noted':
      return need;
    case 'offered':
      return to('offered', event.data.clock, { offers: [...need.offers, ...event.data.offers.map(offered)] });
    case 'accepted':
      return to('asked', event.data.clock, { offers: marked(need.offers, event.data.resource, 'accepted') });
    case 'declined':
      return to('open', event.data.clock, { offers: need.offers.map((offer) => (offer.state === 'offered' ? { ...offer, state: 'declined' } : offer)) });
    case 'answered':
      return answered(need, event, to);
    case 'handed-over':
      return to('handed-over', event.data.clock, { handedOver: { words: event.data.words, at, by } });
    case 'thanked':
      return to('closed', undefined, { thanks: { words: event.data.words, at, by }, why: 'done' });
    case 'closed':
      return to('closed', undefined, { why: event.data.why });
    case 'reached':
      return { ...need, clocks: markOff(need.clocks, event.data) };
    default:
      return assertNever(event);
  }
}

function answered(need: Need, { data: { resource, agreed, clock } }: EventOf<'answered'>, to: (step: NeedStep, clock?: Clock, change?: Partial<Need>) => Need): Need {
  const offers = marked(need.offers, resource, agreed ? 'agreed' : 'refused');
  if (agreed) return to('agreed', clock, { offers });
  return to(offers.some(({ state }) => state === 'offered') ? 'offered' : 'open', clock, { offers });
}

function marked(offers: readonly Offer[], resource: string, state: Offer['state']): readonly Offer[] {
  return offers.map((offer) => (offer.resource === resource ? { ...offer, state } : offer));
}
