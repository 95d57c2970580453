import { cancelled, charged, isHolders, showing, withCallee } from './demand-changes.ts';
import type { Demand, Extension, Objection } from './demand.ts';
import { decisionClock } from './demand.ts';
import type { EventOf } from './events.ts';
import { soundedBy } from './evolve-requests.ts';
import { assertNever } from './result.ts';
import { clockId, without } from './time/clocks.ts';
import type { Whistle } from './whistle.ts';

/** Of whistles, and of what a unit asks for. */
export type WhistleEvent = EventOf<
  'whistled' | 'reported-in' | 'fed-back' | 'finished' | 'evidence' | 'pressed' | 'whistle-ended' | 'extension-asked' | 'extension-decided' | 'objected' | 'objection-decided' | 'callee-rated'
>;

/** The state after a step of a whistle, or of what a unit asks for: more time, or to be let go. */
export function evolveWhistle(demand: Demand, event: WhistleEvent): Demand {
  switch (event.type) {
    case 'whistled':
      return whistled(demand, event);
    case 'reported-in':
      return reportedIn(demand, event);
    case 'fed-back':
      return fedBack(demand, event);
    case 'finished': {
      const { whistle, unit, result } = event.data;
      const clocks = without(demand.clocks, clockId('report-in', whistle, unit), clockId('feedback', whistle, unit), clockId('finish', whistle, unit), clockId('extension', whistle, unit));
      return { ...withCallee(showing(demand, event.data.media), whistle, unit, () => ({ status: 'done', doneAt: event.at, result, ...(event.data.media !== undefined && { media: event.data.media }) })), clocks };
    }
    case 'evidence':
      return showing(demand, event.data.media);
    case 'pressed':
      return { ...demand, presses: [...(demand.presses ?? []), { unit: event.data.unit, at: event.at }] };
    case 'whistle-ended':
      return whistleEnded(demand, event);
    case 'extension-asked':
      return extensionAsked(demand, event);
    case 'extension-decided':
      return extensionDecided(demand, event);
    case 'objected':
      return objected(demand, event);
    case 'objection-decided':
      return objectionDecided(demand, event);
    case 'callee-rated': {
      const { whistle, callee, rating } = event.data;
      const rated = withCallee(demand, whistle, callee, ({ ratings }) => ({ ratings: [...ratings, rating] }));
      return { ...rated, clocks: without(demand.clocks, ...(allRated(rated, whistle) ? [clockId('rate', whistle)] : [])) };
    }
    default:
      return assertNever(event);
  }
}

function whistled(before: Demand, event: EventOf<'whistled'>): Demand {
  const { at, by, data: { whistle, clocks } } = event;
  const demand = soundedBy(before, event);
  const sounding: Demand = {
    ...demand,
    phase: { status: 'handling', since: at, by },
    holder: whistle.caller,
    whistles: [...demand.whistles, whistle],
    clocks: [...demand.clocks.filter((clock) => !isHolders(clock)), ...clocks],
  };
  const lead = whistle.callees.find(({ role }) => role === 'lead');
  return lead === undefined ? sounding : charged(sounding, lead.unit);
}

function reportedIn(demand: Demand, { at, by, data }: EventOf<'reported-in'>): Demand {
  const clocks = without(demand.clocks, clockId('report-in', data.whistle, data.unit));
  return { ...withCallee(demand, data.whistle, data.unit, () => ({ status: 'reported', reportedAt: at, reportedBy: by })), clocks };
}

function fedBack(before: Demand, { at, data }: EventOf<'fed-back'>): Demand {
  const demand = showing(before, data.media);
  const { whistle, unit } = data;
  if (whistle === undefined) return demand;
  const clocks = without(demand.clocks, clockId('feedback', whistle, unit));
  return { ...withCallee(demand, whistle, unit, ({ feedbackAt }) => ({ feedbackAt: feedbackAt ?? at })), clocks };
}

function whistleEnded(demand: Demand, { data }: EventOf<'whistle-ended'>): Demand {
  const status = data.cancelled ? ('cancelled' as const) : ('ended' as const);
  const whistles = demand.whistles.map((whistle): Whistle => (whistle.id === data.whistle ? { ...whistle, status, callees: whistle.callees.map(cancelled) } : whistle));
  const clocks = demand.clocks.filter(({ whistle }) => whistle !== data.whistle);
  return { ...demand, whistles, clocks: data.clock === undefined ? clocks : [...clocks, data.clock] };
}

function extensionAsked(demand: Demand, { at, data }: EventOf<'extension-asked'>): Demand {
  const { decide, ...asked } = data;
  const extension: Extension = { ...asked, at };
  return { ...demand, extensions: [...demand.extensions, extension], clocks: [...demand.clocks, decide] };
}

function extensionDecided(demand: Demand, { data }: EventOf<'extension-decided'>): Demand {
  const open = demand.extensions.find((one) => one.unit === data.unit && one.decided === undefined && decisionClock(demand, one) !== undefined);
  if (open === undefined) return demand;
  const extensions = demand.extensions.map((one): Extension => (one === open ? { ...one, decided: data.granted ? 'granted' : 'refused' } : one));
  const clocks = without(demand.clocks, clockId('extension', open.whistle, open.unit));
  const { clock } = data;
  if (clock === undefined) return { ...demand, extensions, clocks };
  const extended = { ...demand, extensions, clocks: [...without(clocks, clock.id), clock] };
  return open.whistle === undefined ? extended : withCallee(extended, open.whistle, open.unit, () => ({ doneBy: clock.due }));
}

function objected(demand: Demand, { at, data }: EventOf<'objected'>): Demand {
  const { unit, whistle, basis, decide } = data;
  const objection: Objection = { unit, whistle, basis, at };
  const objections = [...demand.objections, objection];
  const running = without(demand.clocks, clockId('extension', whistle, unit));
  if (whistle === undefined) {
    return { ...demand, objections, clocks: [...without(running, clockId('take-up'), clockId('solve')), decide] };
  }
  const stopped = running.filter((clock) => clock.whistle !== whistle || clock.unit !== unit);
  return { ...withCallee(demand, whistle, unit, () => ({ status: 'objecting' })), objections, clocks: [...stopped, decide] };
}

function objectionDecided(demand: Demand, { data }: EventOf<'objection-decided'>): Demand {
  const { unit, whistle, upheld } = data;
  const objections = demand.objections.map((one): Objection => (one.unit === unit && one.decided === undefined ? { ...one, decided: upheld ? 'upheld' : 'rejected' } : one));
  const clocks = [...without(demand.clocks, clockId('objection', whistle, unit)), ...data.clocks];
  const decided = { ...demand, objections, clocks };
  if (whistle === undefined) return decided;
  const dueOf = (kind: 'report-in' | 'feedback' | 'finish') => data.clocks.find((clock) => clock.kind === kind)?.due;
  return withCallee(decided, whistle, unit, (callee) => ({
    status: upheld ? 'released' : callee.reportedAt === undefined ? 'called' : 'reported',
    reportBy: dueOf('report-in') ?? callee.reportBy,
    feedbackBy: dueOf('feedback') ?? callee.feedbackBy,
    doneBy: dueOf('finish') ?? callee.doneBy,
  }));
}

function allRated(demand: Demand, whistleId: string): boolean {
  const whistle = demand.whistles.find(({ id }) => id === whistleId);
  return whistle?.callees.every((callee) => callee.status !== 'done' || callee.ratings.length > 0) ?? true;
}
