import type { Clock } from './clocks.ts';
import { clockId, without } from './clocks.ts';
import type { Demand, Exclusion, Extension, Facts, Objection, Phase, Reporter } from './demand.ts';
import { decisionClock, reporterOf } from './demand.ts';
import type { Assignment, DemandEvent, EventOf } from './events.ts';
import { evolveRequest, settled, soundedBy } from './evolve-requests.ts';
import type { RequestEvent } from './evolve-requests.ts';
import { assertNever } from './result.ts';
import { markOff } from './timekeeping.ts';
import type { Revisit } from './revisit.ts';
import type { Callee, Whistle } from './whistle.ts';
import { owes } from './whistle.ts';

/** The state after a timeline. Throws when it does not begin with the registration. */
export function fold(events: readonly DemandEvent[]): Demand {
  const [first, ...rest] = events;
  if (first?.type !== 'registered') throw new Error('A timeline begins with its registration');
  return rest.reduce(evolve, begin(first));
}

/** The state after one more event. Facts are folded, never judged. */
export function evolve(demand: Demand, event: DemandEvent): Demand {
  return settled(next(demand, event));
}

function next(demand: Demand, event: DemandEvent): Demand {
  switch (event.type) {
    case 'registered':
    case 'revealed':
      return demand;
    case 'located':
    case 'place-given-up':
    case 'corrected':
    case 'hidden':
    case 'reclassified':
    case 'supplemented':
    case 'supported':
    case 'left':
    case 'withdrawn':
    case 'merged':
    case 'absorbed':
    case 'released':
    case 'unmerged':
      return evolveReport(demand, event);
    case 'revisit-asked':
    case 'revisit-postponed':
    case 'revisit-reminded':
    case 'revisit-answered':
    case 'revisit-expired':
    case 'rated':
    case 'reason-given':
      return evolveRevisit(demand, event);
    default:
      return evolveWork(demand, event);
  }
}

function evolveWork(demand: Demand, event: HandlingEvent | WhistleEvent | RequestEvent): Demand {
  switch (event.type) {
    case 'whistle-prepared':
    case 'approval-decided':
    case 'approval-passed':
    case 'pool-called':
    case 'pool-joined':
    case 'pool-closed':
    case 'proposal-accepted':
      return evolveRequest(demand, event);
    case 'whistled':
    case 'reported-in':
    case 'fed-back':
    case 'finished':
    case 'whistle-ended':
    case 'extension-asked':
    case 'extension-decided':
    case 'objected':
    case 'objection-decided':
    case 'callee-rated':
      return evolveWhistle(demand, event);
    default:
      return evolveHandling(demand, event);
  }
}

function begin({ at, data }: EventOf<'registered'>): Demand {
  const { assignment } = data;
  return {
    id: data.id,
    mechanism: data.mechanism,
    source: data.source,
    externalId: data.externalId,
    origin: data.origin,
    ...(data.service === undefined ? {} : { service: data.service }),
    ...(data.follows === undefined ? {} : { follows: data.follows }),
    raisedAt: at,
    phase: data.incomplete ? { status: 'incomplete' } : { status: 'waiting', since: at },
    tier: assignment.tier,
    holder: assignment.holder,
    grade: assignment.grade,
    category: data.understood.category,
    understood: data.understood,
    urgency: data.urgency,
    facts: { what: data.what, place: data.place, placeSaid: data.placeSaid, when: data.when, whenMeant: data.whenMeant, course: data.words, hidden: data.hidden },
    ...(data.placeAsked === undefined ? {} : { placeAsked: data.placeAsked }),
    choices: data.choices,
    media: data.media,
    reporters: [{ no: data.id, person: data.person, source: data.source, at, words: data.words, revisit: { state: 'none' } }],
    clocks: assignment.clocks,
    whistles: [],
    proposals: [],
    objections: [],
    extensions: [],
    exclusion: undefined,
    ratings: [],
    held: [assignment.holder],
    charged: [],
    redos: 0,
    round: 1,
  };
}

type ReportEvent = EventOf<
  'located' | 'place-given-up' | 'corrected' | 'hidden' | 'reclassified' | 'supplemented' | 'supported' | 'left' | 'withdrawn' | 'merged' | 'absorbed' | 'released' | 'unmerged'
>;

function evolveReport(demand: Demand, event: ReportEvent): Demand {
  const { at } = event;
  switch (event.type) {
    case 'located':
      return located(demand, event);
    case 'place-given-up':
      return assigned(demand, event.data.assignment, at);
    case 'corrected':
      return { ...demand, facts: corrected(demand.facts, event.data) };
    case 'hidden':
      return wished(demand, event);
    case 'reclassified':
      return reclassified(demand, event);
    case 'supplemented':
      return { ...demand, media: [...demand.media, ...event.data.media] };
    case 'supported': {
      const { no, person, source, words, media, hidden } = event.data;
      const supporter: Reporter = { no, person, source, at, words, hidden, revisit: { state: 'none' } };
      return { ...demand, media: [...demand.media, ...media], reporters: [...demand.reporters, supporter] };
    }
    case 'left':
      return withReporter(demand, event.data.no, { left: event.data.why, revisit: { state: 'none' } });
    case 'withdrawn':
      return ended(demand, { status: 'withdrawn', at });
    case 'merged':
      return ended(demand, { status: 'merged', at, into: event.data.into });
    case 'absorbed': {
      const taken = event.data.reporters.map((one): Reporter => ({ ...one, from: event.data.from, revisit: { state: 'none' } }));
      const nos = new Set(taken.map(({ no }) => no));
      return { ...demand, reporters: [...demand.reporters.filter(({ no }) => !nos.has(no)), ...taken] };
    }
    case 'released':
      return { ...demand, reporters: demand.reporters.map((one) => (event.data.nos.includes(one.no) ? { ...one, left: 'unmerged', revisit: { state: 'none' } } : one)) };
    case 'unmerged':
      return assigned(demand, event.data.assignment, at);
    default:
      return assertNever(event);
  }
}

/** To stay hidden, or not to, is each reporter's own wish. */
function wished(demand: Demand, { data: { hidden, person: whose = reporterOf(demand, demand.id)?.person } }: EventOf<'hidden'>): Demand {
  const named = demand.reporters.map((one) => (one.person === whose && one.no !== demand.id ? { ...one, hidden } : one));
  const isFirsts = reporterOf(demand, demand.id)?.person === whose;
  return { ...demand, facts: isFirsts ? { ...demand.facts, hidden } : demand.facts, reporters: named };
}

/** Other words for the time mean another time, or none that can be told. */
function corrected(facts: Facts, { fact, words, whenMeant }: EventOf<'corrected'>['data']): Facts {
  return fact === 'when' ? { ...facts, when: words, whenMeant } : { ...facts, [fact]: words };
}

function located(demand: Demand, { at, data }: EventOf<'located'>): Demand {
  const placed = { ...demand, facts: { ...demand.facts, place: data.place } };
  return data.assignment === undefined ? placed : assigned(placed, data.assignment, at);
}

function reclassified(demand: Demand, { at, data }: EventOf<'reclassified'>): Demand {
  const named = { ...demand, category: data.category };
  return data.assignment === undefined ? named : assigned(named, data.assignment, at);
}

type HandlingEvent = EventOf<
  'taken-up' | 'escalated' | 'proposed' | 'dispatched' | 'given-back' | 'done' | 'exclusion-asked' | 'exclusion-decided' | 'reopened' | 'disputed' | 'closed' | 'reached' | 'carried' | 'carrier-ended'
>;

function evolveHandling(demand: Demand, event: HandlingEvent): Demand {
  const { at, by } = event;
  switch (event.type) {
    case 'taken-up':
      return { ...demand, phase: { status: 'handling', since: at, by }, clocks: without(demand.clocks, clockId('take-up')) };
    case 'escalated':
      return escalated(demand, event);
    case 'proposed':
      return { ...demand, proposals: [...demand.proposals, { by, at, ...event.data }] };
    case 'dispatched':
      return charged(assigned(demand, event.data.assignment, at), event.data.assignment.holder);
    case 'given-back':
      return assigned(demand, event.data.assignment, at);
    case 'done':
      return done(demand, event);
    case 'exclusion-asked':
    case 'exclusion-decided':
      return excluded(demand, event);
    case 'reopened':
      return reopened(demand, event);
    case 'disputed':
      return disputed(demand, event);
    case 'closed':
      return closed(demand, at);
    case 'reached':
      return { ...demand, clocks: markOff(demand.clocks, event.data) };
    case 'carried': {
      const { kind, id, clock } = event.data;
      return { ...demand, phase: { status: 'handling', since: at, by }, carrier: { kind, id, since: at }, clocks: [...demand.clocks.filter((one) => !isHolders(one)), clock] };
    }
    case 'carrier-ended':
      return { ...uncarried(demand), clocks: [...demand.clocks.filter((one) => !isHolders(one)), ...event.data.clocks] };
    default:
      return assertNever(event);
  }
}

/** Asked to be left out of the rates, or decided. */
function excluded(demand: Demand, event: EventOf<'exclusion-asked' | 'exclusion-decided'>): Demand {
  const { at, by } = event;
  if (event.type === 'exclusion-asked') return { ...demand, exclusion: { by, reason: event.data.reason, at }, clocks: [...demand.clocks, event.data.decide] };
  const exclusion: Exclusion | undefined = demand.exclusion && { ...demand.exclusion, decided: event.data.agreed ? 'agreed' : 'refused', decidedBy: by };
  return { ...demand, exclusion, clocks: without(demand.clocks, clockId('exclusion')) };
}

/** Put before a person, who decides whether it is done once more. */
function disputed(demand: Demand, { at, data }: EventOf<'disputed'>): Demand {
  return {
    ...demand,
    phase: { status: 'disputed', since: at, no: data.no, reason: data.reason, ...outcome(demand, at) },
    clocks: [...demand.clocks, data.decide],
    reporters: demand.reporters.map(revisitOver),
  };
}

/** Gone up a tier; where that was because of too many transfers, they are counted anew. */
function escalated(demand: Demand, { at, data }: EventOf<'escalated'>): Demand {
  const raised = assigned(demand, data.assignment, at);
  return data.why === 'brake' ? { ...raised, charged: [] } : raised;
}

/** Put under a unit with fresh clocks for it; what other clocks said of the former holder, and what it had asked for, is over. */
function assigned(demand: Demand, assignment: Assignment, at: Date): Demand {
  const { tier, holder, grade, clocks } = assignment;
  const held = demand.held.at(-1) === holder ? demand.held : [...demand.held, holder];
  return { ...uncarried(demand), tier, holder, grade, held, phase: { status: 'waiting', since: at }, clocks: [...demand.clocks.filter((clock) => !isHolders(clock)), ...clocks] };
}

/** Whether a clock runs for or because of whoever has the matter, and for no called unit. */
function isHolders({ kind, whistle }: Clock): boolean {
  return whistle === undefined && kind !== 'exclusion' && kind !== 'rate' && kind !== 'pool';
}

/** In the hands of its holder alone. */
function uncarried({ carrier: _, ...demand }: Demand): Demand {
  return demand;
}

/** One more unit put in charge. */
function charged(demand: Demand, unit: string): Demand {
  return demand.charged.at(-1) === unit ? demand : { ...demand, charged: [...demand.charged, unit] };
}

function done(demand: Demand, { at, by, data }: EventOf<'done'>): Demand {
  const next = new Map(data.revisits.map((one) => [one.no, one.next]));
  return {
    ...demand,
    phase: { status: 'done', at, by, unit: data.unit, result: data.result },
    clocks: demand.clocks.filter(({ kind }) => kind === 'rate' || kind === 'exclusion'),
    reporters: demand.reporters.map((one) => {
      const at = next.get(one.no);
      return at === undefined ? one : { ...one, revisit: { state: 'planned', round: demand.round, next: at } };
    }),
  };
}

function reopened(demand: Demand, { at, data }: EventOf<'reopened'>): Demand {
  const again = assigned(demand, data.assignment, at);
  return { ...again, redos: demand.redos + 1, round: demand.round + 1, reporters: demand.reporters.map(revisitOver) };
}

/** An open revisit of a round that is over is not asked any more; an answered one stays. */
function revisitOver(reporter: Reporter): Reporter {
  return reporter.revisit.state === 'answered' ? reporter : { ...reporter, revisit: { state: 'none' } };
}

/** An exclusion is still to be decided after the end. */
function closed(demand: Demand, at: Date): Demand {
  return { ...demand, phase: { status: 'closed', at, ...outcome(demand, at) }, clocks: demand.clocks.filter(({ kind }) => kind === 'exclusion') };
}

/** Who did it, when and with what result. */
function outcome({ phase, holder }: Demand, at: Date): { doneAt: Date; by: string; unit: string; result: string } {
  if (!('result' in phase)) return { doneAt: at, by: '', unit: holder, result: '' };
  return { doneAt: phase.status === 'done' ? phase.at : phase.doneAt, by: phase.by, unit: phase.unit, result: phase.result };
}

function ended(demand: Demand, phase: Phase): Demand {
  const whistles = demand.whistles.map((whistle): Whistle => (whistle.status === 'sounding' ? { ...whistle, status: 'cancelled', callees: whistle.callees.map(cancelled) } : whistle));
  return { ...demand, phase, clocks: [], whistles, reporters: demand.reporters.map(revisitOver) };
}

function cancelled(callee: Callee): Callee {
  return owes(callee) ? { ...callee, status: 'cancelled' } : callee;
}

type WhistleEvent = EventOf<
  'whistled' | 'reported-in' | 'fed-back' | 'finished' | 'whistle-ended' | 'extension-asked' | 'extension-decided' | 'objected' | 'objection-decided' | 'callee-rated'
>;

function evolveWhistle(demand: Demand, event: WhistleEvent): Demand {
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
      return { ...withCallee(demand, whistle, unit, () => ({ status: 'done', doneAt: event.at, result })), clocks };
    }
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

function fedBack(demand: Demand, { at, data }: EventOf<'fed-back'>): Demand {
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

type RevisitEvent = EventOf<'revisit-asked' | 'revisit-postponed' | 'revisit-reminded' | 'revisit-answered' | 'revisit-expired' | 'rated' | 'reason-given'>;

function evolveRevisit(demand: Demand, event: RevisitEvent): Demand {
  const { at } = event;
  switch (event.type) {
    case 'revisit-asked': {
      const { no, next, expiresAt } = event.data;
      return withRevisit(demand, no, () => ({ state: 'asked', round: demand.round, askedAt: at, reminded: false, expiresAt, answers: {}, next }));
    }
    case 'revisit-postponed':
      return withRevisit(demand, event.data.no, (revisit) => ('next' in revisit ? { ...revisit, next: event.data.next } : revisit));
    case 'revisit-reminded':
      return withRevisit(demand, event.data.no, (revisit) => (revisit.state === 'asked' ? { ...revisit, reminded: true, next: revisit.expiresAt } : revisit));
    case 'revisit-answered':
      return withRevisit(demand, event.data.no, (revisit) => ('answers' in revisit ? { ...revisit, answers: { ...revisit.answers, ...event.data.answers } } : revisit));
    case 'revisit-expired':
      return withRevisit(demand, event.data.no, (revisit) => ({ state: 'call-back', round: demand.round, since: at, answers: 'answers' in revisit ? revisit.answers : {} }));
    case 'rated': {
      const { no, by, answers, reason } = event.data;
      const wantsReason = answers.satisfied === 'dissatisfied' && reason === undefined;
      const rated = withRevisit(demand, no, () => ({ state: 'answered', round: demand.round, at, answers, wantsReason }));
      return { ...rated, ratings: [...demand.ratings, { by, no, round: demand.round, at, answers, reason }] };
    }
    case 'reason-given': {
      const last = demand.ratings.findLastIndex(({ no }) => no === event.data.no);
      const ratings = demand.ratings.map((rating, index) => (index === last ? { ...rating, reason: event.data.reason } : rating));
      return { ...withRevisit(demand, event.data.no, (revisit) => (revisit.state === 'answered' ? { ...revisit, wantsReason: false } : revisit)), ratings };
    }
    default:
      return assertNever(event);
  }
}

function withReporter(demand: Demand, no: string, change: Partial<Reporter>): Demand {
  return { ...demand, reporters: demand.reporters.map((one) => (one.no === no ? { ...one, ...change } : one)) };
}

function withRevisit(demand: Demand, no: string, change: (revisit: Revisit) => Revisit): Demand {
  return { ...demand, reporters: demand.reporters.map((one) => (one.no === no ? { ...one, revisit: change(one.revisit) } : one)) };
}

function withCallee(demand: Demand, whistleId: string, unit: string, change: (callee: Callee) => Partial<Callee>): Demand {
  const whistles = demand.whistles.map((whistle) =>
    whistle.id === whistleId ? { ...whistle, callees: whistle.callees.map((callee) => (callee.unit === unit ? { ...callee, ...change(callee) } : callee)) } : whistle,
  );
  return { ...demand, whistles };
}

function allRated(demand: Demand, whistleId: string): boolean {
  const whistle = demand.whistles.find(({ id }) => id === whistleId);
  return whistle?.callees.every((callee) => callee.status !== 'done' || callee.ratings.length > 0) ?? true;
}
