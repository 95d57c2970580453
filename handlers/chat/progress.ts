import type { Demand } from '../../domain/demand.ts';
import { present } from '../../domain/demand.ts';
import { mayRead } from '../../domain/powers.ts';
import { firstLimit } from '../../domain/time/clocks.ts';
import type { Words } from '../../domain/words.ts';
import { ASKED_AFTER, ASKED_OF_THING, ASKS_NUMBER, IN_VAIN, NUMBER_ALONE, PERHAPS_OF_THING, REPROACH, URGING } from '../../locales/lexicon/commands.ts';
import type { TextKey } from '../../locales/text.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import type { Understand } from '../../understanding/understanding.ts';
import { ownNumber } from '../acting/act.ts';
import { isStaff } from '../acting/actor.ts';
import { namesThing } from '../intake/is-matter.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import { statusOf } from '../showing/describe.ts';
import { asksHowLong } from './asked-of-me.ts';
import { plain, simple, spoken, written } from './grammar.ts';
import { revisitAnswer } from './revisit-answer.ts';
import { aboutNumber } from './revisit.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

type Reading = Pick<DemandStore, 'load' | 'idOf' | 'raisedBy' | 'concerning'>;

const MOST = 8;
/** Too short for a matter's number: whoever writes it counts along a list, and is shown the list. */
const FEW_DIGITS = /^\d{1,4}$/;

/** 进度: one matter by its number, the only one there is, or the list, as for who asks for the number; 待办: what is in the hands of a unit. */
export function progress(demands: Reading): ChatHandler {
  return async (utterance) => {
    const command = written(utterance.text);
    if (command?.word === 'work') return isStaff(utterance.actor) ? work(demands, utterance) : 'pass';
    const asksNumber = command === undefined && utterance.room === undefined && ASKS_NUMBER.some((one) => one.test(simple(utterance.text)));
    if (command?.word !== 'progress') return asksNumber ? own(demands, utterance) : 'pass';
    if (command.no !== undefined) return one(demands, utterance, command.no);
    return command.rest !== '' && !FEW_DIGITS.test(command.rest) ? 'pass' : own(demands, utterance);
  };
}

/** The only matter that the speaker has raised, or the list. */
async function own(demands: Reading, utterance: Utterance): Promise<readonly Reply[]> {
  const raised = await demands.raisedBy(utterance.person.id, { open: true, limit: MOST + 1 });
  const [only, ...others] = raised;
  if (only === undefined) return isStaff(utterance.actor) ? work(demands, utterance) : reply('chat.progress-none');
  return others.length === 0 ? [shown(only, ownNumber(only, utterance.actor), true)] : many('chat.progress-many', 'chat.progress-line', raised, utterance);
}

const SHORT = 15;

/** Whether words ask what becomes of it and tell of nothing new. */
function isUrging(text: string): boolean {
  if (asksHowLong(text)) return true;
  if (text.length <= SHORT && URGING.test(text.replace(/[\s\p{P}]+/gu, ''))) return true;
  const said = withoutEnd(text);
  const asksAfter = (words: string) => ASKED_AFTER.some((one) => one.test(words));
  const clauses = said.split(/[\s\p{P}]+/u);
  return asksAfter(said) || (clauses.some(asksAfter) && clauses.every((one) => asksAfter(one) || IN_VAIN.some((vain) => vain.test(one))));
}

/** Who asks in a few words what becomes of it, or writes the number alone or that it is not solved, or reproaches, is shown where it stands; nobody is pinged for it. What is named is the matter meant. A reproach without a matter is asked what it is about. */
export function urging({ demands, understand, sealer }: Urged): ChatHandler {
  return async (utterance) => {
    const { person, actor, room, text } = utterance;
    if (room !== undefined) return 'pass';
    const asked = numberAskedAfter(text, isStaff(actor));
    const named = asked === undefined ? undefined : await known(demands, utterance, asked);
    if (named !== undefined) return named;
    const said = spoken(text);
    const isReproach = REPROACH.some((one) => one.test(said));
    const thing = thingAskedAfter(said);
    const urges = isReproach || isUrging(said);
    if (isStaff(actor) || !(urges || thing !== undefined)) return 'pass';
    const raised = await demands.raisedBy(person.id, { open: true, limit: MOST + 1 });
    const [last] = raised;
    if (last === undefined) return isReproach ? reply('chat.abuse') : 'pass';
    const meant = (await toldOf(sealer, raised, utterance, thing?.named)) ?? ofClassNamed(understand, raised, utterance, thing?.named ?? said);
    if (meant === undefined && thing?.surely === true) return own(demands, utterance);
    if (meant === undefined && !urges && thing?.named !== '') return 'pass';
    return [shown(meant ?? last, ownNumber(meant ?? last, actor), true)];
  };
}

interface Urged {
  readonly demands: Reading;
  readonly understand: Understand;
  readonly sealer: Pick<Sealer, 'open'>;
}

/** The matter whose own words hold what is named. */
async function toldOf(sealer: Urged['sealer'], raised: readonly Demand[], { actor }: Utterance, named = ''): Promise<Demand | undefined> {
  if (named === '') return undefined;
  for (const demand of raised) if ((await sealer.open(whatIn(demand, ownNumber(demand, actor))))?.includes(named) === true) return demand;
  return undefined;
}

const LONGEST_ASKED = 40;

/** What somebody asks after by its name, and whether the words can be nothing else. */
function thingAskedAfter(said: string): { readonly named: string; readonly surely: boolean } | undefined {
  if (said.length > LONGEST_ASKED) return undefined;
  for (const [surely, patterns] of [[true, ASKED_OF_THING], [false, PERHAPS_OF_THING]] as const) {
    const named = patterns.map((one) => one.exec(said)?.[1]).find((one) => one !== undefined);
    if (named !== undefined) return { named: named.trim(), surely };
  }
  return undefined;
}

/** The matter of the class that the thing named is of. */
function ofClassNamed(understand: Understand, raised: readonly Demand[], { at }: Utterance, words: string): Demand | undefined {
  const [one] = understand(words, { now: at }).matters;
  return namesThing(one) ? raised.find(({ category }) => category === one.category) : undefined;
}

/** A number with nothing behind it; of those who do not work on it also one of which is said that it lasts, or asked what becomes of it. */
function numberAskedAfter(text: string, alone: boolean): string | undefined {
  const about = alone ? undefined : aboutNumber(text);
  const isMeant = about !== undefined && (isUrging(about.said) || revisitAnswer(about.said, {})?.answers.satisfied === 'dissatisfied');
  return isMeant ? about.no : NUMBER_ALONE.exec(plain(text))?.[1];
}

async function one(demands: Reading, utterance: Utterance, no: string): Promise<readonly Reply[]> {
  return (await known(demands, utterance, no)) ?? reply('refusal.unknown-demand', { no });
}

/** Where the matter with this number stands; undefined when there is none, or none of the speaker's business. */
async function known(demands: Reading, { actor }: Utterance, no: string): Promise<readonly Reply[] | undefined> {
  const id = await demands.idOf(no);
  const stored = id === undefined ? undefined : await demands.load(id);
  if (stored === undefined || !mayRead(actor, stored.state)) return undefined;
  return [whereItStands(stored.state, no, actor)];
}

/** Where a matter stands, for whoever knows it by this number. */
export function whereItStands(demand: Demand, no: string, actor: Utterance['actor']): Reply {
  return shown(demand, no, isOwn(demand, no, actor), present(demand).some(({ person }) => person === actor.person));
}

function isOwn({ reporters }: Demand, no: string, { person }: Utterance['actor']): boolean {
  return reporters.some((one) => one.no === no && one.person === person);
}

/** Whoever did not raise it is not told that it waits for their own word. */
function shown(demand: Demand, no: string, own: boolean, isReporter = true): Reply {
  const waiting = OTHERS_WORD[demand.phase.status];
  return { key: 'chat.progress', params: { no, what: whatIn(demand, no), ...(!isReporter && waiting !== undefined && { next: { key: waiting } }) }, demand, mask: !own };
}

/** What it is, in the words of whoever has this number: a neighbour's are not shown to who joined. */
export function whatIn({ reporters, facts }: Demand, no: string): Words {
  const joined = reporters.slice(1).findLast((one) => one.no === no);
  return joined?.words ?? facts.what;
}

const OTHERS_WORD: Partial<Record<Demand['phase']['status'], TextKey>> = { done: 'part.next-done-others', incomplete: 'part.next-incomplete-others' };

async function work(demands: Reading, utterance: Utterance): Promise<readonly Reply[]> {
  const { unit } = utterance.actor;
  const all = unit === undefined ? [] : await demands.concerning(unit.id, 10 * MOST);
  const list = all.filter(({ phase, clocks }) => phase.status !== 'done' || clocks.some((clock) => clock.unit === unit?.id));
  return list.length === 0 ? reply('chat.work-none') : many('chat.work-many', 'chat.work-line', list, utterance);
}

function many(key: 'chat.progress-many' | 'chat.work-many', line: 'chat.progress-line' | 'chat.work-line', list: readonly Demand[], { actor }: Utterance): readonly Reply[] {
  const lines = list.slice(0, MOST).map((demand): SaidText => ({ key: line, params: { no: ownNumber(demand, actor), ...lineOf(demand, ownNumber(demand, actor), actor.unit?.id) } }));
  return [{ key, params: { count: list.length > MOST ? `${MOST}+` : list.length, list: lines }, mask: true }];
}

function lineOf(demand: Demand, no: string, unit: string | undefined): SaidText['params'] {
  const own = demand.clocks.filter((clock) => clock.unit === unit);
  const due = firstLimit(own.length > 0 ? own : demand.clocks)?.due;
  return { what: whatIn(demand, no), status: { key: `status.${statusOf(demand)}` }, by: due === undefined ? undefined : { key: 'part.by', params: { due } } };
}
