import type { Demand } from './demand.ts';
import { awaitsPlace, present, reporterOf } from './demand.ts';
import type { DemandEvent, EventOf } from './events.ts';
import type { Mechanism } from './mechanism/mechanism.ts';
import type { Address, Notice, NoticeName } from './notice.ts';
import { aboutRequests, requestMark } from './notices-requests.ts';
import { isHandling } from './time/clocks.ts';
import type { Clock, Mark } from './time/clocks.ts';
import { owes } from './whistle.ts';

type Params = NonNullable<Notice['params']>;

/** Everything that must be said because of one event, given the demand before and after it. */
export function notices(mechanism: Mechanism, before: Demand, event: DemandEvent, after: Demand): readonly Notice[] {
  return aboutRequests(mechanism, event, after) ?? aboutReport(mechanism, before, event, after) ?? aboutHandling(mechanism, before, event, after) ?? aboutWhistle(mechanism, event, after) ?? aboutRevisit(mechanism, before, event, after) ?? [];
}

/** What is said when a demand begins. */
export function firstNotices(mechanism: Mechanism, event: EventOf<'registered'>, demand: Demand): readonly Notice[] {
  const { id, room, together, incomplete } = event.data;
  const name = awaitsPlace(demand) ? 'ask-place' : 'card';
  const answer: Notice = room === undefined ? { to: { reporter: id }, name, reply: true } : { to: { room }, name: 'group-receipt', params: { no: id }, reply: true };
  return [...(together === true ? [] : [answer]), ...(incomplete ? [] : newDemand(mechanism, demand))];
}

function newDemand(mechanism: Mechanism, demand: Demand, params?: Params, before?: Demand): Notice[] {
  const urgent = demand.urgency === 'danger';
  const name = isListed(demand.facts.place) ? 'new-demand' : 'new-demand-no-place';
  return [{ to: { unit: demand.holder, desk: 'front' }, name, params, urgent }, ...alerts(mechanism, demand, before)];
}

/** Who has heard of the danger hears only where it is now and who has it. */
function alerts(mechanism: Mechanism, demand: Demand, before?: Demand): Notice[] {
  const known = before && ({ at: desks(mechanism, before), name: 'danger-moved' } as const);
  return watching(mechanism, demand).map((to) => ({ to, name: 'danger-alert', urgent: true, ...(known && { known }) }));
}

type Desk = Extract<Address, { unit: string }>;

/** Who keeps an eye on a danger beside its holder: whoever is nearest to the place and has not had it, and the unit above. */
function watching(mechanism: Mechanism, demand: Demand): Desk[] {
  const { urgency, holder, held } = demand;
  if (urgency !== 'danger') return [];
  const nearest = lowestUnit(mechanism, demand);
  return [...(held.includes(nearest) ? [] : [deskOf(mechanism, demand, nearest)]), { unit: holder, desk: 'front', tiersUp: 1 }];
}

/** A place in words that nobody could find is still to be found out. */
function isListed(place: Demand['facts']['place']): boolean {
  return place?.id !== undefined || place?.grid !== undefined;
}

function aboutReport(mechanism: Mechanism, before: Demand, event: DemandEvent, after: Demand): readonly Notice[] | undefined {
  const holder = { unit: after.holder, desk: 'front' } as const;
  switch (event.type) {
    case 'located':
      return located(mechanism, before, event, after);
    case 'place-given-up':
      return [...all(after, 'place-given-up'), ...newDemand(mechanism, after)];
    case 'reclassified':
      return before.holder === after.holder ? factCorrected(event.by, before, after) : [...corrected(event.by, after), ...movedAway(mechanism, before, after)];
    case 'corrected':
      return factCorrected(event.by, before, after);
    case 'hidden':
      return after.reporters.filter(({ person }) => person === event.by).map(({ no }) => ({ to: { reporter: no }, name: event.data.hidden ? 'hidden-set' : 'hidden-unset', reply: true }));
    case 'supplemented':
      return supplemented(event, after);
    case 'supported': {
      const { no, room, together } = event.data;
      const card: Notice = room === undefined ? { to: { reporter: no }, name: 'support-card', reply: true } : { to: { room }, name: 'group-receipt', params: { no }, reply: true };
      return [...(together === true ? [] : [card]), ...(before.phase.status === 'incomplete' ? [] : [{ to: holder, name: 'supporter-joined', params: { count: present(after).length } } as const])];
    }
    case 'left':
      return event.data.why === 'withdrawn' ? [{ to: { reporter: event.data.no }, name: 'withdrawn-receipt', reply: true }] : [];
    case 'withdrawn':
      return [...(before.phase.status === 'incomplete' ? [] : [{ to: holder, name: 'withdrawn-holder', params: { reason: event.data.reason } } as const]), ...calledOff(before)];
    case 'merged':
      return [...all(after, 'merged', { into: event.data.into }), ...mergedByReporter(event.by, before, event.data.into)];
    case 'unmerged':
      return [...all(after, 'unmerged'), ...newDemand(mechanism, after)];
    default:
      return undefined;
  }
}

function located(mechanism: Mechanism, before: Demand, event: EventOf<'located'>, after: Demand): Notice[] {
  const cards = corrected(event.by, after);
  if (before.phase.status === 'incomplete') return [...(cards.length > 0 ? cards : all(after, 'card')), ...newDemand(mechanism, after)];
  if (!changesDesk(mechanism, before, after)) {
    return [...cards, { ...toldHolder(event.by, after), urgent: after.urgency === 'danger' }, ...calledBack(mechanism, watching(mechanism, before), after), ...alerts(mechanism, after, before)];
  }
  const told = cards.length > 0 || before.holder === after.holder ? cards : all(after, 'dispatched', { unit: after.holder });
  return [...told, ...movedAway(mechanism, before, after)];
}

/** Another unit has it now, or another grid's worker of the same, as long as nobody has taken it up. */
function changesDesk(mechanism: Mechanism, before: Demand, after: Demand): boolean {
  const [was, is] = [deskOf(mechanism, before, before.holder), deskOf(mechanism, after, after.holder)];
  return was.unit !== is.unit || (after.phase.status === 'waiting' && was.grid !== is.grid);
}

function movedAway(mechanism: Mechanism, before: Demand, after: Demand): Notice[] {
  return [...calledBack(mechanism, desks(mechanism, before), after), ...newDemand(mechanism, after, undefined, before)];
}

/** Those who had it, or kept an eye on it, and need not any more. */
function calledBack(mechanism: Mechanism, before: readonly Desk[], after: Demand): Notice[] {
  const known = { at: desks(mechanism, after) };
  return before.map((to) => ({ to, name: 'moved-away', params: { to: after.holder }, urgent: after.urgency === 'danger', known }));
}

/** All who hear of a matter because of where it is: who has it, and who keeps an eye on it. */
function desks(mechanism: Mechanism, demand: Demand): Desk[] {
  return [deskOf(mechanism, demand, demand.holder), ...watching(mechanism, demand)];
}

/** The desk that hears of a matter at a unit: at the one nearest to the place it is the grid's own. */
function deskOf(mechanism: Mechanism, demand: Demand, unit: string): Desk {
  const grid = unit === lowestUnit(mechanism, demand) ? demand.facts.place?.grid : undefined;
  return { unit, desk: 'front', ...(grid === undefined ? {} : { grid }) };
}

function factCorrected(by: string, before: Demand, after: Demand): Notice[] {
  return [...corrected(by, after), ...(before.phase.status === 'incomplete' ? [] : [toldHolder(by, after)])];
}

/** The holder hears what was put right and whether a reporter did it; who did it knows. */
function toldHolder(by: string, after: Demand): Notice {
  const isReporter = present(after).some(({ person }) => person === by);
  return { to: { unit: after.holder, desk: 'front', except: by }, name: isReporter ? 'fact-corrected' : 'fact-put-right' };
}

/** Who has a matter that its reporter says is another's is told; who merges two as a unit knows. */
function mergedByReporter(by: string, before: Demand, into: string): Notice[] {
  if (before.phase.status === 'incomplete' || present(before).every(({ person }) => person !== by)) return [];
  return [{ to: { unit: before.holder, desk: 'front' }, name: 'merged-holder', params: { into } }];
}

function corrected(by: string, after: Demand): Notice[] {
  return present(after).filter(({ person }) => person === by).map(({ no }) => ({ to: { reporter: no }, name: awaitsPlace(after) ? 'ask-place' : 'card', reply: true }));
}

function supplemented({ data }: EventOf<'supplemented'>, after: Demand): Notice[] {
  const receipt: Notice[] = data.no === undefined ? [] : [{ to: { reporter: data.no }, name: 'supplement-receipt', params: { pictures: data.media.length }, reply: true }];
  if (after.phase.status === 'incomplete') return receipt;
  const units = new Set([after.holder, ...activeUnits(after)]);
  return [...receipt, ...[...units].map((unit): Notice => ({ to: { unit, desk: 'front' }, name: 'supplement', params: { words: data.words, pictures: data.media.length }, urgent: after.urgency === 'danger' }))];
}

function activeUnits(demand: Demand): string[] {
  return demand.whistles.filter(({ status }) => status === 'sounding').flatMap(({ callees }) => callees.filter(owes).map(({ unit }) => unit));
}

function calledOff(before: Demand): Notice[] {
  return activeUnits(before).map((unit) => ({ to: { unit, desk: 'front' }, name: 'whistle-cancelled' }));
}

function aboutHandling(mechanism: Mechanism, before: Demand, event: DemandEvent, after: Demand): readonly Notice[] | undefined {
  switch (event.type) {
    case 'taken-up':
      return all(after, 'taken-up', { unit: event.data.unit, words: event.data.words, due: after.clocks.find(({ kind }) => kind === 'solve')?.due });
    case 'escalated': {
      const { from, reason, why } = event.data;
      const isNew = after.holder !== from && event.data.assignment.clocks.length > 0;
      return [...all(after, 'moved-up', { unit: after.holder, tier: after.tier }), ...(isNew ? newDemand(mechanism, after, { from, reason, why }, before) : []), ...putBeforeHead(mechanism, after, { from, reason, why })];
    }
    case 'proposed':
      return [{ to: whoDispatches(after, event.data.unit), name: 'proposal', params: { from: event.data.unit, lead: event.data.lead, assists: event.data.assists.join(','), note: event.data.note } }];
    case 'dispatched':
      return [...all(after, 'dispatched', { unit: after.holder }), ...newDemand(mechanism, after, { from: event.data.from, reason: event.data.note }, before)];
    case 'carried':
      return all(after, event.data.kind === 'deliberation' ? 'deliberating' : 'in-project', { due: event.data.clock.due });
    case 'carrier-ended':
      return event.data.outcome === 'done' ? [] : [...all(after, event.data.kind === 'deliberation' ? 'not-settled' : 'project-stopped', { reason: event.data.words }), { to: { unit: after.holder, desk: 'front' }, name: 'carried-back', params: { reason: event.data.words } }];
    case 'given-back':
      return [{ to: { unit: after.holder, desk: 'front' }, name: 'given-back', params: { from: event.data.from } }];
    case 'done':
      return [...all(after, 'done', { unit: event.data.unit, result: event.data.result, pictures: event.data.media?.length ?? 0 }), ...sources(mechanism, after, 'source-done', { unit: event.data.unit, result: event.data.result })];
    case 'exclusion-asked':
      return [{ to: { unit: unitOfClock(after, 'exclusion') ?? after.holder, desk: 'head', except: event.by }, name: 'exclusion-asked', params: { reason: event.data.reason } }];
    case 'exclusion-decided':
      return [{ to: { unit: unitOfClock(before, 'exclusion') ?? after.holder, desk: 'front' }, name: event.data.agreed ? 'exclusion-agreed' : 'exclusion-refused', params: { reason: event.data.reason } }];
    case 'reached':
      return reached(mechanism, before, event);
    default:
      return undefined;
  }
}

function putBeforeHead({ tiers }: Mechanism, { tier, holder, urgency }: Demand, params: Params): Notice[] {
  const isWanted = tiers.find(({ id }) => id === tier)?.tellHead === true;
  return isWanted ? [{ to: { unit: holder, desk: 'head' }, name: 'put-before-head', params, urgent: urgency === 'danger' }] : [];
}

/** Who may act on what a unit proposes: the place's own unit on the matter's tier, or the one above where that proposed it itself. */
function whoDispatches({ facts, tier, holder }: Demand, proposer: string): Address {
  const own = facts.place?.path[tier];
  return own === undefined || own === proposer ? { unit: holder, desk: 'front', tiersUp: 1 } : { unit: own, desk: 'front' };
}

function unitOfClock(demand: Demand, kind: Clock['kind']): string | undefined {
  return demand.clocks.find((clock) => clock.kind === kind)?.unit;
}

/** Of several reminders that came together only the last is said; each alarm is said. */
function reached(mechanism: Mechanism, before: Demand, { data }: EventOf<'reached'>): Notice[] {
  const clock = before.clocks.find(({ id }) => id === data.clock);
  if (clock === undefined) return [];
  const own = data.marks.filter(({ act }) => ['remind', 'yellow', 'red', 'overdue'].includes(act)).slice(-1);
  const alarms = data.marks.filter(({ act }) => ['tell-caller', 'tell-head', 'tell-above', 'still-open'].includes(act));
  return [...own, ...alarms].flatMap((mark) => markNotice(mechanism, before, clock, mark));
}

function markNotice(mechanism: Mechanism, demand: Demand, clock: Clock, mark: Mark): Notice[] {
  const { unit, urgent, id } = clock;
  const about = { params: { clock: clock.kind, unit, due: clock.due, percent: mark.percent }, urgent, clock: id };
  switch (mark.act) {
    case 'remind': {
      return [requestMark(mechanism, demand, clock, about) ?? { to: { unit, desk: 'front' }, name: 'remind', ...about }];
    }
    case 'yellow':
    case 'red':
    case 'overdue':
      return [{ to: { unit, desk: 'front' }, name: mark.act, ...about }];
    case 'tell-caller': {
      const caller = demand.whistles.find((whistle) => whistle.id === clock.whistle)?.caller;
      return caller === undefined || caller === unit ? [] : [{ to: { unit: caller, desk: 'front' }, name: 'overdue-caller', ...about }];
    }
    case 'tell-head':
      return [{ to: { unit, desk: 'head' }, name: 'overdue-head', ...about }];
    case 'tell-above':
      return [{ to: { unit, desk: 'front', tiersUp: mark.tiers ?? 1 }, name: 'overdue-above', ...about }];
    case 'still-open':
      return [{ to: { unit, desk: 'head' }, name: 'still-open', ...about }];
    case 'expire':
      return [];
  }
}

function aboutWhistle(mechanism: Mechanism, event: DemandEvent, after: Demand): readonly Notice[] | undefined {
  switch (event.type) {
    case 'whistled':
      return whistled(event, after);
    case 'reported-in':
    case 'finished':
    case 'whistle-ended':
      return calleeMoved(event, after);
    case 'fed-back': {
      const { whistle, unit, words, media = [] } = event.data;
      const told = { unit, words, pictures: media.length };
      return [...toCaller(callerOf(after, whistle), 'callee-progress', told), ...all(after, 'progress', told)];
    }
    case 'evidence': {
      const { whistle, unit, media } = event.data;
      const told = { unit, pictures: media.length };
      return [...toCaller(callerOf(after, whistle), 'callee-evidence', told), ...all(after, 'evidence', told)];
    }
    case 'pressed': {
      const { unit, from, step, due } = event.data;
      const urgent = after.clocks.some((clock) => isHandling(clock) && clock.unit === unit && clock.urgent);
      return [{ to: { unit, desk: 'front' }, name: 'pressed', params: { from, clock: step, due }, urgent }];
    }
    case 'extension-asked':
      return [{ to: { unit: event.data.decide.unit, desk: 'front' }, name: 'extension-asked', params: { unit: event.data.unit, reason: event.data.reason } }];
    case 'extension-decided': {
      const { unit, granted, reason, clock } = event.data;
      const told: Notice = { to: { unit, desk: 'front' }, name: granted ? 'extension-granted' : 'extension-refused', params: { due: clock?.due, reason } };
      return granted ? [told, ...all(after, 'extended', { unit, due: clock?.due })] : [told];
    }
    case 'objected':
      return [{ to: { unit: event.data.decide.unit, desk: 'front' }, name: 'objected', params: { unit: event.data.unit, basis: event.data.basis } }];
    case 'objection-decided':
      return [{ to: { unit: event.data.unit, desk: 'front' }, name: event.data.upheld ? 'objection-upheld' : 'objection-rejected', params: { due: event.data.clocks[0]?.due, reason: event.data.reason } }];
    case 'callee-rated':
      return mechanism.rateCallees.named ? [{ to: { unit: event.data.callee, desk: 'front' }, name: 'rated-by-caller', params: { caller: event.data.rating.unit, marks: Object.values(event.data.rating.marks).join(' ') } }] : [];
    default:
      return undefined;
  }
}

function whistled({ data }: EventOf<'whistled'>, after: Demand): Notice[] {
  const { callees, caller, kind, urgent, note } = data.whistle;
  const lead = callees.find(({ role }) => role === 'lead')?.unit;
  const calls = callees.map(({ unit, role, reportBy, feedbackBy, doneBy }): Notice => ({
    to: { unit, desk: 'front' },
    name: role === 'lead' ? 'called-lead' : 'called-assist',
    params: { caller, kind, lead, note, reportBy, feedbackBy, doneBy },
    urgent,
  }));
  return [...calls, ...all(after, 'whistled', { units: callees.map(({ unit }) => unit).join(','), lead })];
}

function calleeMoved(event: EventOf<'reported-in' | 'finished' | 'whistle-ended'>, after: Demand): Notice[] {
  const whistle = after.whistles.find(({ id }) => id === event.data.whistle);
  if (event.type === 'whistle-ended') {
    if (!event.data.cancelled) return toCaller(whistle?.caller, 'rate-callees', { units: whistle?.callees.filter(({ status }) => status === 'done').map(({ unit }) => unit).join(',') });
    return (whistle?.callees ?? []).filter(({ status }) => status === 'cancelled').map(({ unit }) => ({ to: { unit, desk: 'front' }, name: 'whistle-cancelled' }));
  }
  const { unit } = event.data;
  if (event.type === 'finished') return toCaller(whistle?.caller, 'callee-done', { unit, result: event.data.result, pictures: event.data.media?.length ?? 0 });
  const { words } = event.data;
  const isLead = whistle?.callees.some((callee) => callee.unit === unit && callee.role === 'lead') ?? false;
  return [...toCaller(whistle?.caller, 'callee-reported-in', { unit, words }), ...(isLead ? all(after, 'reported-in', { unit, words }) : [])];
}

function callerOf({ whistles }: Demand, whistle: string | undefined): string | undefined {
  return whistles.find(({ id }) => id === whistle)?.caller;
}

function toCaller(caller: string | undefined, name: NoticeName, params: Params): Notice[] {
  return caller === undefined ? [] : [{ to: { unit: caller, desk: 'front' }, name, params }];
}

function aboutRevisit(mechanism: Mechanism, before: Demand, event: DemandEvent, after: Demand): readonly Notice[] | undefined {
  const holder = { unit: after.holder, desk: 'front' } as const;
  switch (event.type) {
    case 'revisit-asked':
      return [{ to: { reporter: event.data.no }, name: 'revisit' }];
    case 'revisit-reminded':
      return [{ to: { reporter: event.data.no }, name: 'revisit-reminder' }];
    case 'revisit-answered':
      return [{ to: { reporter: event.data.no }, name: 'revisit-next', reply: true }];
    case 'revisit-declined':
      return [{ to: { reporter: event.data.no }, name: 'revisit-declined', reply: true }];
    case 'revisit-expired':
      return [{ to: { unit: lowestUnit(mechanism, after), desk: 'front' }, name: 'call-back-due', params: { no: event.data.no } }];
    case 'rated': {
      const { no, answers, by } = event.data;
      return by === 'call-back' || answers.satisfied === 'dissatisfied' ? [] : [{ to: { reporter: no }, name: 'thanks', reply: true }];
    }
    case 'reason-given': {
      const units = new Set([after.holder, unitOfClock(after, 'dispute') ?? after.holder]);
      return [{ to: { reporter: event.data.no }, name: 'reason-noted', reply: true }, ...[...units].map((unit): Notice => ({ to: { unit, desk: 'front' }, name: 'dissatisfied-reason', params: { reason: event.data.reason } }))];
    }
    case 'reopened': {
      const others = present(after).filter(({ no }) => no !== event.data.no);
      return [...reopened(event, after), { to: holder, name: 'dissatisfied', params: { reason: event.data.reason, redos: after.redos } }, ...others.map(({ no }): Notice => ({ to: { reporter: no }, name: 'reopened' }))];
    }
    case 'disputed':
      return [...disputed(event, after), { to: { unit: event.data.decide.unit, desk: 'front' }, name: 'dispute-asked', params: { reason: event.data.reason } }];
    case 'closed':
      return [...(before.phase.status === 'disputed' ? all(after, 'closed', { reason: event.data.reason }) : []), ...sources(mechanism, after, 'source-closed')];
    default:
      return undefined;
  }
}

/** Whoever is dissatisfied hears at once what becomes of it, and is asked for the reason that was not given; who was called back has told it already. */
function reopened({ by, data: { no, reason } }: EventOf<'reopened'>, after: Demand): Notice[] {
  const name = reason === undefined ? 'thanks-reason-wanted' : 'thanks-dissatisfied';
  return no !== undefined && reporterOf(after, no)?.person === by ? [{ to: { reporter: no }, name, params: { reason }, reply: true }] : [];
}

function disputed({ by, data: { no, reason } }: EventOf<'disputed'>, after: Demand): Notice[] {
  const isOwn = reporterOf(after, no)?.person === by;
  return [{ to: { reporter: no }, name: isOwn && reason === undefined ? 'disputed-reason-wanted' : 'disputed', reply: isOwn }];
}

function lowestUnit(mechanism: Mechanism, demand: Demand): string {
  return demand.facts.place?.path[mechanism.tiers[0]?.id ?? ''] ?? demand.holder;
}

/** Whoever raised a matter follows its result: those who stand for the sources of its reporters are told. */
function sources({ sources: listed }: Mechanism, demand: Demand, name: NoticeName, params?: Params): Notice[] {
  const followed = present(demand).filter(({ source }) => listed.some(({ id, follow }) => id === source && follow === true));
  return followed.map(({ no }) => ({ to: { sourceOf: no }, name, params }));
}

function all(demand: Demand, name: NoticeName, params?: Params): Notice[] {
  return present(demand).map(({ no }) => ({ to: { reporter: no }, name, params }));
}
