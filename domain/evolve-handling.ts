import { assigned, charged, isHolders, revisitOver, showing, uncarried } from './demand-changes.ts';
import type { Demand, Exclusion } from './demand.ts';
import type { EventOf } from './events.ts';
import { assertNever } from './result.ts';
import { clockId, without } from './time/clocks.ts';
import { markOff } from './time/timekeeping.ts';

/** Of whoever has it in hand, of the clock, and of what carries it. */
export type HandlingEvent = EventOf<
  'taken-up' | 'escalated' | 'proposed' | 'dispatched' | 'given-back' | 'done' | 'exclusion-asked' | 'exclusion-decided' | 'reopened' | 'disputed' | 'closed' | 'reached' | 'carried' | 'carrier-ended'
>;

/** The state after a step of whoever has it in hand, of the clock, or of what carries it. */
export function evolveHandling(demand: Demand, event: HandlingEvent): Demand {
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
      return done(showing(demand, event.data.media), event);
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

/** An exclusion is still to be decided after the end. */
function closed(demand: Demand, at: Date): Demand {
  return { ...demand, phase: { status: 'closed', at, ...outcome(demand, at) }, clocks: demand.clocks.filter(({ kind }) => kind === 'exclusion') };
}

/** Who did it, when and with what result. */
function outcome({ phase, holder }: Demand, at: Date): { doneAt: Date; by: string; unit: string; result: string } {
  if (!('result' in phase)) return { doneAt: at, by: '', unit: holder, result: '' };
  return { doneAt: phase.status === 'done' ? phase.at : phase.doneAt, by: phase.by, unit: phase.unit, result: phase.result };
}
