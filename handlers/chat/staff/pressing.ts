import type { Actor } from '../../../domain/commands.ts';
import type { Demand } from '../../../domain/demand.ts';
import type { Directory } from '../../../domain/directory/directory.ts';
import type { Mechanism } from '../../../domain/mechanism/mechanism.ts';
import { isHandling } from '../../../domain/time/clocks.ts';
import type { Clock } from '../../../domain/time/clocks.ts';
import { localDate } from '../../../domain/time/working-time.ts';
import type { Calendar } from '../../../domain/time/working-time.ts';
import { PRESSES } from '../../../locales/lexicon/staff-words.ts';
import type { Understand } from '../../../understanding/understanding.ts';
import { openWithin, ownNumber } from '../../acting/act.ts';
import { unitMeant } from '../../acting/unit-meant.ts';
import { deskOf } from '../../letters/letters.ts';
import type { Ledger } from '../../ports/coordination.ts';
import type { DemandStore } from '../../ports/demands.ts';
import type { Now } from '../../ports/now.ts';
import { plain, spoken } from '../grammar.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { unitAtStart } from './calling.ts';
import { numbersIn, ofThingNamed } from './matters-meant.ts';
import { isOrder, LISTED } from './ordering.ts';

/** What is needed to press a unit for what it owes. */
export interface Pressing {
  readonly demands: Pick<DemandStore, 'list' | 'concerning'>;
  readonly directory: () => Directory;
  readonly mechanism: Mechanism;
  readonly understand: Understand;
  readonly ledger: Pick<Ledger, 'claim'>;
  readonly calendar: Calendar;
  readonly now: Now;
}

/** A matter, and the steps in it that other units still owe. */
interface Owed {
  readonly demand: Demand;
  readonly no: string;
  readonly steps: readonly Clock[];
}

/** Whoever answers for a matter's place, or called others over it, and wants a unit pressed has its desk told, once a day for each matter; of several it is asked which. */
export function pressing(deps: Pressing): ChatHandler {
  return async (utterance) => {
    const said = spoken(utterance.text);
    const named = isOrder(utterance) ? PRESSES.map((one) => one.exec(said)?.[1]).find((words) => words !== undefined) : undefined;
    if (named === undefined) return 'pass';
    const owed = await owedTo(deps, utterance.actor);
    const meant = meantOf(deps, utterance, owed, named);
    if (meant === undefined) return 'pass';
    const [only, ...others] = meant;
    if (only === undefined) return reply('chat.press-none', { words: named });
    if (others.length === 0) return press(deps, utterance, only);
    const list = meant.slice(0, LISTED).map(({ no, demand }): SaidText => ({ key: 'chat.progress-line', params: { no, what: demand.facts.what, status: { key: `status.${demand.phase.status}` } } }));
    return [{ key: 'chat.press-which', params: { no: only.no, list }, mask: true }];
  };
}

/** What is open where the actor's unit answers for the place, or has called others, and other units owe a step. */
async function owedTo({ demands }: Pressing, actor: Actor): Promise<readonly Owed[]> {
  return (await openWithin(demands, actor)).flatMap((demand) => {
    const steps = demand.clocks.filter((clock) => isHandling(clock) && clock.unit !== actor.unit?.id);
    return steps.length > 0 && isInCharge(actor, demand) ? [{ demand, no: ownNumber(demand, actor), steps }] : [];
  });
}

function isInCharge({ unit }: Actor, { facts, whistles }: Demand): boolean {
  return unit !== undefined && (Object.values(facts.place?.path ?? {}).includes(unit.id) || whistles.some(({ caller }) => caller === unit.id));
}

/** By number, unit or thing; undefined where what is named is none of these. */
function meantOf({ directory, understand }: Pressing, utterance: Utterance, owed: readonly Owed[], named: string): readonly Owed[] | undefined {
  const [no] = numbersIn(plain(utterance.text));
  if (no !== undefined) return owed.filter((one) => one.no === no || one.demand.id === no);
  const unit = unitMeant(directory(), utterance.actor, unitAtStart(directory(), utterance.actor, named) ?? named);
  if (!('refusal' in unit)) return owed.flatMap((one) => ofUnit(one, unit.id));
  return ofThingNamed(understand, owed, utterance);
}

function ofUnit(one: Owed, unit: string): readonly Owed[] {
  const steps = one.steps.filter((clock) => clock.unit === unit);
  return steps.length === 0 ? [] : [{ ...one, steps }];
}

async function press(deps: Pressing, { id, actor }: Utterance, { demand, no, steps }: Owed): Promise<readonly Reply[]> {
  const day = localDate(deps.calendar, deps.now());
  const units = [...new Set(steps.map(({ unit }) => unit))];
  const pressed: string[] = [];
  for (const unit of units) if (await deps.ledger.claim(`pressed:${demand.id}:${unit}:${day}`, id, deps.now())) pressed.push(unit);
  const about = { no, what: demand.facts.what };
  if (pressed.length === 0) return [{ key: 'chat.pressed-today', params: about, mask: true }];
  const { mechanism } = deps;
  const directory = deps.directory();
  const from = directory.unit(actor.unit?.id ?? '')?.name ?? '';
  const letters = pressed.flatMap((unit) => {
    const due = steps.filter((clock) => clock.unit === unit).map((clock) => clock.due).sort((a, b) => a.getTime() - b.getTime())[0];
    return deskOf({ directory, mechanism }, unit, 'front', demand).map((person): Reply => ({ key: 'chat.press', params: { no: demand.id, what: demand.facts.what, from, due }, to: { person }, mask: true }));
  });
  return [{ key: 'chat.pressed', params: { ...about, units: pressed.map((unit) => directory.unit(unit)?.name ?? unit) }, mask: true }, ...letters];
}
