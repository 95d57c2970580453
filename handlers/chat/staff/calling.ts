import type { Actor } from '../../../domain/commands.ts';
import type { Directory } from '../../../domain/directory/directory.ts';
import { AND, GIVES, HELPS, LEADS } from '../../../locales/lexicon/staff-words.ts';
import { openWithin, ownNumber } from '../../acting/act.ts';
import type { OpenStep } from '../../acting/act.ts';
import type { CommandInput } from '../../acting/command-input.ts';
import { unitMeant } from '../../acting/unit-meant.ts';
import { isPlainReport, saysWhere } from '../../intake/is-matter.ts';
import { plain, spoken } from '../grammar.ts';
import type { ChatHandler, Utterance } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { mattersNamed, numberIn } from './matters-meant.ts';
import type { Ready } from './offered.ts';
import { askWhich, isOrder } from './ordering.ts';
import type { Ordering } from './ordering.ts';

type Calls = Extract<CommandInput, { type: 'dispatch' | 'whistle' | 'propose' }>;

/** The units that words name: who leads, or has it alone, and who helps. */
interface Called {
  readonly lead: string;
  readonly assists: readonly string[];
  /** It is said who leads, not only who gets it. */
  readonly leads: boolean;
  /** What is said besides: of which matter. */
  readonly rest: string;
}

/** Who says in own words which unit a matter goes to, or who leads and who helps, is asked whether the command for it is meant, or which matter; with the matter's number it is carried out. */
export function calling(deps: Ordering): ChatHandler {
  return async (utterance) => {
    const called = isOrder(utterance) ? calledIn(deps.directory(), utterance) : undefined;
    if (called === undefined) return 'pass';
    const { no } = numberIn(plain(utterance.text));
    const steps = await stepsMeant(deps, utterance, called, no);
    const [only, ...others] = steps;
    if (only === undefined) return isNews(deps, utterance) ? 'pass' : whyNot(deps, utterance, called, no);
    if (no !== undefined) return deps.run(utterance, sayOf(only));
    if (others.length > 0) return askWhich(deps.offer, utterance, steps, sayOf);
    await deps.offer(utterance, [sayOf(only)]);
    return [{ key: 'chat.order-one', params: { no: only.no, what: only.demand.facts.what, say: sayOf(only) }, mask: true }];
  };
}

/** What the speaker's own unit has comes first; then what a unit below has. Who may not dispatch proposes. */
async function stepsMeant({ openSteps, understand, mechanism }: Ordering, utterance: Utterance, { lead, assists, leads, rest }: Called, no: string | undefined): Promise<readonly OpenStep<Calls>[]> {
  const units = { lead, assists: [...assists] };
  const isDispatcher = utterance.actor.roles.some((role) => mechanism.dispatchers.includes(role));
  const dispatch: Calls[] = assists.length === 0 ? [{ type: 'dispatch', to: lead }] : [];
  const whistle: Calls = { type: 'whistle', ...units };
  const inputs: readonly Calls[] = isDispatcher ? (leads ? [whistle, ...dispatch] : [...dispatch, whistle]) : [{ type: 'propose', ...units }];
  const named = (steps: readonly OpenStep<Calls>[]) => mattersNamed(understand, steps, { ...utterance, text: rest }, no);
  const own = named(await openSteps(utterance.actor, inputs));
  return own.length > 0 ? own : named(await openSteps(utterance.actor, inputs, { within: true }));
}

/** The rules say no to the only matter that can be meant: they also say why. */
async function whyNot(deps: Ordering, utterance: Utterance, { lead, assists, rest }: Called, no: string | undefined): ReturnType<ChatHandler> {
  const open = (await openWithin(deps.demands, utterance.actor)).map((demand) => ({ demand, no: ownNumber(demand, utterance.actor) }));
  const [only, ...others] = mattersNamed(deps.understand, open, { ...utterance, text: rest }, no);
  if (only === undefined || others.length > 0) return reply('chat.call-none', { callee: lead });
  return deps.run(utterance, sayOf({ ...only, input: assists.length === 0 ? { type: 'dispatch', to: lead } : { type: 'whistle', lead, assists: [...assists] } }));
}

/** What tells where something is wrong is a matter, whoever is to see to it. */
function isNews({ understand }: Ordering, { text, at, actor }: Utterance): boolean {
  return understand(text, { now: at, grid: actor.grids?.[0] }).matters.some((one) => one.urgency === 'danger' || (isPlainReport(one) && saysWhere(one.place)));
}

function calledIn(directory: Directory, { text, actor }: Utterance): Called | undefined {
  const said = spoken(text);
  const lead = firstIn(LEADS, said);
  const units = lead === undefined ? [] : unitsIn(directory, actor, lead);
  const helping = firstIn(HELPS, lead === undefined ? said : said.replace(lead, ''));
  const assists = helping === undefined ? [] : unitsIn(directory, actor, helping);
  const [first, ...together] = units;
  if (first !== undefined) return { lead: first, assists: [...together, ...assists].filter((one) => one !== first), leads: true, rest: without(said, [...units, ...assists]) };
  const given = GIVES.map((one) => one.exec(said)?.[1]).find((words) => words !== undefined && unitAtStart(directory, actor, words) !== undefined);
  const to = given === undefined ? undefined : unitAtStart(directory, actor, given);
  return to === undefined ? undefined : { lead: to, assists: assists.filter((one) => one !== to), leads: assists.length > 0, rest: without(said, [to, ...assists]) };
}

/** What units do says nothing of the matter. */
function without(said: string, names: readonly string[]): string {
  return names.reduce((words, name) => words.replace(name, ' '), said);
}

function firstIn(patterns: readonly RegExp[], said: string): string | undefined {
  return patterns.map((one) => one.exec(said)?.[1]).find((words) => words !== undefined);
}

/** The names of units in words that say them in one breath, each perhaps with other words before it. */
function unitsIn(directory: Directory, actor: Actor, words: string): readonly string[] {
  return words.split(AND).flatMap((one) => endings(one).find((end) => isUnit(directory, actor, end)) ?? []);
}

/** The longest beginning of words that names a unit. */
export function unitAtStart(directory: Directory, actor: Actor, words: string): string | undefined {
  return beginnings(words).find((start) => isUnit(directory, actor, start));
}

const SHORTEST = 2;

/** The longest first. */
function endings(words: string): readonly string[] {
  return Array.from({ length: Math.max(0, words.length - SHORTEST + 1) }, (_, index) => words.slice(index));
}

function beginnings(words: string): readonly string[] {
  return Array.from({ length: Math.max(0, words.length - SHORTEST + 1) }, (_, index) => words.slice(0, words.length - index));
}

/** One of several of that name is told by the matter's place. */
function isUnit(directory: Directory, actor: Actor, words: string): boolean {
  const meant = unitMeant(directory, actor, words);
  return !('refusal' in meant) || meant.refusal === 'which-unit';
}

function sayOf({ no, input }: OpenStep<Calls>): Ready {
  if (input.type === 'dispatch') return { key: 'step.say.dispatch', params: { no, callee: input.to } };
  const { lead, assists } = input;
  return assists.length === 0 ? { key: `step.say.${input.type}`, params: { no, callee: lead } } : { key: input.type === 'whistle' ? 'step.say.whistle-with' : 'step.say.propose-with', params: { no, callee: lead, names: [...assists] } };
}
