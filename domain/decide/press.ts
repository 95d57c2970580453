import type { Actor, DemandCommand, Refusal } from '../commands.ts';
import type { Demand } from '../demand.ts';
import type { DemandEvent } from '../events.ts';
import { pressesFor } from '../powers.ts';
import type { Result } from '../result.ts';
import { accept, refuse } from '../result.ts';
import { firstLimit, isHandling } from '../time/clocks.ts';
import type { Clock, ClockKind } from '../time/clocks.ts';
import type { Rules } from '../time/start-clock.ts';
import { localDate } from '../time/working-time.ts';

/** The steps that other units owe in a demand: each whose clock runs, whether its limit is over or not. */
export function owedTo({ unit }: Actor, { clocks }: Demand): readonly Clock[] {
  return clocks.filter((clock) => isHandling(clock) && clock.unit !== unit?.id);
}

/** Units are pressed for what they owe (催办): one of them or all, each once a day for a matter, by whoever answers for its place or called them. */
export function press({ calendar }: Rules, demand: Demand, { by, unit }: Extract<DemandCommand, { type: 'press' }>, now: Date): Result<readonly DemandEvent[], Refusal> {
  const from = by.unit?.id;
  if (from === undefined || !pressesFor(by, demand)) return refuse('not-yours-to-press');
  const owed = owedTo(by, demand).filter((clock) => unit === undefined || clock.unit === unit);
  if (owed.length === 0) return refuse('nothing-to-press');

  const today = localDate(calendar, now);
  const told = new Set(demand.presses?.filter(({ at }) => localDate(calendar, at) === today).map((one) => one.unit));
  const units = [...new Set(owed.map((clock) => clock.unit))].filter((one) => !told.has(one));
  if (units.length === 0) return refuse('pressed-today');
  return accept(units.map((one): DemandEvent => ({ type: 'pressed', at: now, by: by.person, data: { unit: one, from, ...firstOf(owed, one) } })));
}

function firstOf(owed: readonly Clock[], unit: string): { step: ClockKind | undefined; due: Date | undefined } {
  const first = firstLimit(owed.filter((clock) => clock.unit === unit));
  return { step: first?.kind, due: first?.due };
}
