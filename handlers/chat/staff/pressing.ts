import type { Actor } from '../../../domain/commands.ts';
import { owedTo } from '../../../domain/decide/press.ts';
import type { Demand } from '../../../domain/demand.ts';
import type { Directory } from '../../../domain/directory/directory.ts';
import { pressesFor } from '../../../domain/powers.ts';
import { PRESSES } from '../../../locales/lexicon/staff-words.ts';
import type { Understand } from '../../../understanding/understanding.ts';
import { openWithin, ownNumber } from '../../acting/act.ts';
import type { Act, Acted } from '../../acting/act.ts';
import type { CommandInput } from '../../acting/command-input.ts';
import { unitMeant } from '../../acting/unit-meant.ts';
import type { DemandStore } from '../../ports/demands.ts';
import { plain, spoken } from '../grammar.ts';
import type { SayRefused } from '../outcomes.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { unitAtStart } from './calling.ts';
import { numbersIn, ofThingNamed } from './matters-meant.ts';
import { isOrder, LISTED } from './ordering.ts';

/** What is needed to press a unit for what it owes. */
export interface Pressing {
  readonly demands: Pick<DemandStore, 'list' | 'concerning'>;
  readonly directory: () => Directory;
  readonly understand: Understand;
  readonly act: Act;
  readonly succeeded: (input: CommandInput, acted: Extract<Acted, { ok: true }>, unit: string | undefined) => readonly Reply[];
  readonly refused: SayRefused;
}

/** A matter in which other units owe a step, and the only one of them that is meant, if it is said. */
interface Owed {
  readonly demand: Demand;
  readonly no: string;
  readonly unit?: string | undefined;
}

/** Whoever answers for a matter's place, or called others over it, and wants a unit pressed in own words has it pressed; of several matters it is asked which. */
export function pressing(deps: Pressing): ChatHandler {
  return async (utterance) => {
    const said = spoken(utterance.text);
    const named = isOrder(utterance) ? PRESSES.map((one) => one.exec(said)?.[1]).find((words) => words !== undefined) : undefined;
    if (named === undefined) return 'pass';
    const meant = meantOf(deps, utterance, await owed(deps, utterance.actor), named);
    if (meant === undefined) return 'pass';
    const [only, ...others] = meant;
    if (only === undefined) return reply('chat.press-none', { words: named });
    if (others.length === 0) return press(deps, utterance, only);
    const list = meant.slice(0, LISTED).map(({ no, demand }): SaidText => ({ key: 'chat.progress-line', params: { no, what: demand.facts.what, status: { key: `status.${demand.phase.status}` } } }));
    return [{ key: 'chat.press-which', params: { no: only.no, list }, mask: true }];
  };
}

/** What is open where the actor may press, and other units owe a step. */
async function owed({ demands }: Pressing, actor: Actor): Promise<readonly Owed[]> {
  const open = await openWithin(demands, actor);
  return open.filter((demand) => pressesFor(actor, demand) && owedTo(actor, demand).length > 0).map((demand) => ({ demand, no: ownNumber(demand, actor) }));
}

/** By number, unit or thing; undefined where what is named is none of these. */
function meantOf({ directory, understand }: Pressing, utterance: Utterance, all: readonly Owed[], named: string): readonly Owed[] | undefined {
  const { text, actor } = utterance;
  const [no] = numbersIn(plain(text));
  if (no !== undefined) return all.filter((one) => one.no === no || one.demand.id === no);
  const unit = unitMeant(directory(), actor, unitAtStart(directory(), actor, named) ?? named);
  if ('refusal' in unit) return ofThingNamed(understand, all, utterance);
  return all.filter(({ demand }) => owedTo(actor, demand).some((clock) => clock.unit === unit.id)).map((one) => ({ ...one, unit: unit.id }));
}

async function press({ act, succeeded, refused }: Pressing, { id, actor, person }: Utterance, { no, unit }: Owed): Promise<readonly Reply[]> {
  const input: CommandInput = { type: 'press', unit };
  const acted = await act(actor, no, input, id);
  return acted.ok ? succeeded(input, acted, actor.unit?.id) : refused(acted, input, person.language);
}
