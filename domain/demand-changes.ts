import type { Demand, Phase, Reporter } from './demand.ts';
import type { Assignment } from './events.ts';
import type { Revisit } from './revisit.ts';
import type { Clock } from './time/clocks.ts';
import { owes } from './whistle.ts';
import type { Callee, Whistle } from './whistle.ts';

/** Put under a unit with fresh clocks for it; what other clocks said of the former holder, and what it had asked for, is over. */
export function assigned(demand: Demand, assignment: Assignment, at: Date): Demand {
  const { tier, holder, grade, clocks } = assignment;
  const held = demand.held.at(-1) === holder ? demand.held : [...demand.held, holder];
  return { ...uncarried(demand), tier, holder, grade, held, phase: { status: 'waiting', since: at }, clocks: [...demand.clocks.filter((clock) => !isHolders(clock)), ...clocks] };
}

/** Whether a clock runs for or because of whoever has the matter, and for no called unit. */
export function isHolders({ kind, whistle }: Clock): boolean {
  return whistle === undefined && kind !== 'exclusion' && kind !== 'rate' && kind !== 'pool';
}

/** In the hands of its holder alone. */
export function uncarried({ carrier: _, ...demand }: Demand): Demand {
  return demand;
}

/** One more unit put in charge. */
export function charged(demand: Demand, unit: string): Demand {
  return demand.charged.at(-1) === unit ? demand : { ...demand, charged: [...demand.charged, unit] };
}

/** The end without a result: nothing of it runs, sounds or is asked any more. */
export function ended(demand: Demand, phase: Phase): Demand {
  const whistles = demand.whistles.map((whistle): Whistle => (whistle.status === 'sounding' ? { ...whistle, status: 'cancelled', callees: whistle.callees.map(cancelled) } : whistle));
  return { ...demand, phase, clocks: [], whistles, reporters: demand.reporters.map(revisitOver) };
}

/** An open revisit of a round that is over is not asked any more; an answered one stays. */
export function revisitOver(reporter: Reporter): Reporter {
  return reporter.revisit.state === 'answered' ? reporter : { ...reporter, revisit: { state: 'none' } };
}

/** Not called any more, unless the part is done or the unit was let go. */
export function cancelled(callee: Callee): Callee {
  return owes(callee) ? { ...callee, status: 'cancelled' } : callee;
}

/** One reporter changed. */
export function withReporter(demand: Demand, no: string, change: Partial<Reporter>): Demand {
  return { ...demand, reporters: demand.reporters.map((one) => (one.no === no ? { ...one, ...change } : one)) };
}

/** One reporter's revisit changed. */
export function withRevisit(demand: Demand, no: string, change: (revisit: Revisit) => Revisit): Demand {
  return { ...demand, reporters: demand.reporters.map((one) => (one.no === no ? { ...one, revisit: change(one.revisit) } : one)) };
}

/** One unit called by a whistle changed. */
export function withCallee(demand: Demand, whistleId: string, unit: string, change: (callee: Callee) => Partial<Callee>): Demand {
  const whistles = demand.whistles.map((whistle) =>
    whistle.id === whistleId ? { ...whistle, callees: whistle.callees.map((callee) => (callee.unit === unit ? { ...callee, ...change(callee) } : callee)) } : whistle,
  );
  return { ...demand, whistles };
}

/** What is shown of the work is kept as long as what was told of the matter. */
export function showing(demand: Demand, media: readonly string[] = []): Demand {
  return media.length === 0 ? demand : { ...demand, media: [...new Set([...demand.media, ...media])] };
}
