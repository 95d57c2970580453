import type { Actor } from '../../domain/commands.ts';
import { isInHand } from '../../domain/demand.ts';
import type { CommandWord } from '../../locales/lexicon/commands.ts';
import { STAFF_WORDS } from '../../locales/lexicon/commands.ts';
import { isTextKey } from '../../locales/text.ts';
import type { Act, Acted } from '../acting/act.ts';
import { mattersFor, ownNumber } from '../acting/act.ts';
import { isStaff } from '../acting/actor.ts';
import type { CommandInput } from '../acting/command-input.ts';
import type { DemandStore } from '../ports/demands.ts';
import { inputOf, nearly, written } from './grammar.ts';
import type { ListUnits, Written } from './grammar.ts';
import type { SayRefused } from './outcomes.ts';
import type { ChatHandler, Reply, SaidText } from './utterance.ts';
import { reply } from './utterance.ts';
import type { Asked } from './which-approval.ts';

/** What the command handler needs besides `act`: what is said when it was done, and when it was not. */
export interface Commanding {
  readonly act: Act;
  readonly demands: Pick<DemandStore, 'concerning' | 'raisedBy' | 'idOf'>;
  readonly kinds: () => ReadonlyMap<string, string>;
  readonly listUnits: (by: Actor) => ListUnits;
  readonly succeeded: (input: CommandInput, acted: Extract<Acted, { ok: true }>, unit: string | undefined) => readonly Reply[];
  /** The whistle kind that examples show. */
  readonly exampleKind: string | undefined;
  readonly refused: SayRefused;
  /** Remembers that a person was asked which of several things an answer is meant for. */
  readonly ask?: ((person: string, asked: Asked) => Promise<void>) | undefined;
  /** Remembers that a person has told how the work on a demand goes. */
  readonly told?: ((person: string, demand: string) => Promise<void>) | undefined;
}

/** Commands on a demand: 接, 办结, 派, 吹哨, 报到, 撤回 and the like. A resident's words are never taken for a command of staff. */
export function commands({ act, demands, kinds, listUnits, succeeded, exampleKind, refused, ask, told }: Commanding): ChatHandler {
  return async ({ id, text, actor, person, media }) => {
    const command = written(text);
    if (command === undefined || NOT_HERE.has(command.word)) return 'pass';
    if (STAFF_WORDS.has(command.word) && !isStaff(actor)) return byName(command, () => act(actor, command.no, { type: 'report-in' }, id), succeeded);
    const example = async () => exampleOf({ ...command, no: command.no ?? (await ownNumberFor(demands, actor, command.word)) }, exampleKind);
    if (command.word === 'deliberate') return reply('refusal.not-in-mechanism', { example: await example() });

    const meant = inputOf(command, kinds(), listUnits(actor));
    if (meant === undefined) return reply('refusal.bad-format', { example: await example() });
    const behind = media.length > 0 ? toldWithPictures(meant) : undefined;
    const input = behind?.begins ?? meant;
    const acted = await act(actor, command.no, input, id, media);
    if (acted.ok && (input.type === 'feed-back' || input.type === 'finish')) await told?.(actor.person, acted.stored.state.id);
    if (acted.ok && behind !== undefined) return [...succeeded(input, acted, actor.unit?.id), ...(await alsoTold({ act, succeeded }, acted.no, actor, { id, media, told: behind.told }))];
    if (!acted.ok && acted.refusal === 'which-approval' && input.type === 'approve') await ask?.(actor.person, { no: acted.no ?? '', agreed: input.agreed, reason: input.reason });
    return acted.ok ? succeeded(input, acted, actor.unit?.id) : refused(acted, input, person.language);
  };
}

/** Words and pictures along with reporting in or taking up show how the work goes: they are fed back by themselves, as the step takes no pictures. */
function toldWithPictures(input: CommandInput): { readonly begins: CommandInput; readonly told: CommandInput } | undefined {
  if ((input.type !== 'report-in' && input.type !== 'take') || input.words === undefined) return undefined;
  return { begins: { type: input.type }, told: { type: 'feed-back', words: input.words } };
}

async function alsoTold({ act, succeeded }: Pick<Commanding, 'act' | 'succeeded'>, no: string, actor: Actor, { id, media, told }: { readonly id: string; readonly media: readonly string[]; readonly told: CommandInput }): Promise<readonly Reply[]> {
  const acted = await act(actor, no, told, `${id}#told`, media);
  return acted.ok ? succeeded(told, acted, actor.unit?.id) : [];
}

/** Staff who write a demand's number with a word that is close to a command are told how that command is written: it is nothing new to register. */
export function nearCommand({ demands, exampleKind }: Pick<Commanding, 'demands' | 'exampleKind'>): ChatHandler {
  return async ({ text, actor, room }) => {
    const near = room === undefined && isStaff(actor) ? nearly(text) : undefined;
    if (near === undefined || (await demands.idOf(near.no)) === undefined) return 'pass';
    return reply('refusal.bad-format', { example: exampleOf(near, exampleKind) });
  };
}

/** The newest matter that a command of the speaker's may be meant for. */
async function ownNumberFor(demands: Commanding['demands'], actor: Actor, word: CommandWord): Promise<string | undefined> {
  const own = await mattersFor(demands, actor, STAFF_WORDS.has(word) ? 'staff' : 'reporter');
  const meant = own.find(isInHand) ?? own[0];
  return meant && ownNumber(meant, actor);
}

/** People without a unit may have been called by name; to everybody else such words are just words. */
async function byName({ word, no }: Written, reportIn: () => Promise<Acted>, succeeded: Commanding['succeeded']): Promise<readonly Reply[] | 'pass'> {
  const acted = word === 'report-in' ? await reportIn() : undefined;
  if (acted?.ok === true) return succeeded({ type: 'report-in' }, acted, undefined);
  if (acted?.ok === false && CALLED.has(acted.refusal)) return reply(`refusal.${acted.refusal}`, { no: acted.no }, acted.demand);
  return no === undefined ? 'pass' : reply('refusal.not-your-role');
}

const CALLED: ReadonlySet<string> = new Set(['pool-full', 'pool-over', 'joined-already']);

/** Words that other handlers answer. */
const NOT_HERE: ReadonlySet<CommandWord> = new Set([
  'progress', 'privacy', 'erase', 'erase-confirm', 'person', 'help', 'work', 'not-same', 'register', 'ignore', 'answer', 'warning', 'score', 'assessment', 'on-behalf', 'collect', 'speak-chinese', 'speak-english',
]);

/** The example that shows how a command is written, with the number that was meant. */
function exampleOf({ word, no = ANY_NUMBER }: Pick<Written, 'word' | 'no'>, kind: string | undefined): SaidText {
  const key = `example.${word}`;
  return { key: isTextKey(key) ? key : 'example.progress', params: { no, kind } };
}

const ANY_NUMBER = '10023';
