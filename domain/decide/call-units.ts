import type { Demand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { kindOf, soundsAtNight, usualKind } from '../mechanism/mechanism.ts';
import type { Kind, UnitRef } from '../mechanism/mechanism.ts';
import type { Admitted } from '../standing.ts';
import type { Clock } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { startClock } from '../time/start-clock.ts';
import type { Called } from '../whistle-request.ts';
import type { Callee, Whistle } from '../whistle.ts';
import type { Words } from '../words.ts';

/** The whistle by which a matter is requested from a unit of a tier that solves nothing itself. */
export function requestWhistle(rules: Rules, demand: Demand, call: { chain: string; kind: string; unit: UnitRef; by: string }, now: Date): DemandEvent {
  const urgent = demand.urgency === 'danger';
  const kind = (urgent ? undefined : kindOf(rules.mechanism, call.kind)) ?? usualKind(rules.mechanism, urgent);
  return whistledEvent(rules, demand, { chain: call.chain, kind, caller: demand.holder, by: call.by, called: [{ unit: call.unit.id, role: 'lead' }] }, now);
}

interface Call {
  readonly chain: string;
  readonly kind: Kind;
  readonly caller: string;
  readonly by: string;
  readonly called: readonly Called[];
  readonly note?: Words | undefined;
  readonly admission?: Admitted | undefined;
  readonly request?: string | undefined;
}

/** Units are called: each with its own three clocks, which run from now. */
export function whistledEvent(rules: Rules, demand: Demand, { chain, kind, caller, by, called: units, note, admission, request }: Call, now: Date): DemandEvent {
  const id = `w${demand.whistles.length + 1}`;
  const called = units.map((unit) => calling(rules, kind, { id, ...unit }, now));
  const sounding: Whistle = { id, chain, kind: kind.id, caller, by, at: now, status: 'sounding', urgent: kind.urgent, callees: called.map(({ callee }) => callee), ...(note === undefined ? {} : { note }), ...(request === undefined ? {} : { request }), ...(admission === undefined ? {} : { admission }) };
  return { type: 'whistled', at: now, by, data: { whistle: sounding, clocks: called.flatMap(({ clocks }) => clocks) } };
}

function calling(rules: Rules, kind: Kind, { id, unit, role, team }: Called & { id: string }, now: Date): { callee: Callee; clocks: Clock[] } {
  const clocks = calleeClocks(rules, kind, { id, unit }, now);
  const [reportIn, feedback, finish] = clocks.map(({ due }) => due);
  const due = (date: Date | undefined) => date ?? now;
  return { clocks, callee: { unit, role, status: 'called', calledAt: now, reportBy: due(reportIn), feedbackBy: due(feedback), doneBy: due(finish), ratings: [], ...(team === undefined ? {} : { team }) } };
}

/** The three clocks of a called unit: report in, first feedback, done. */
export function calleeClocks(rules: Rules, kind: Kind, { id, unit }: { id: string; unit: string }, now: Date): [Clock, Clock, Clock] {
  const start = { unit, whistle: id, from: now, urgent: soundsAtNight(kind) };
  return [
    startClock(rules, { ...start, kind: 'report-in', timed: kind.reportIn }),
    startClock(rules, { ...start, kind: 'feedback', timed: kind.feedback }),
    startClock(rules, { ...start, kind: 'finish', timed: kind.finish }),
  ];
}
