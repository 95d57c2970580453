import type { CommandWord } from '../../locales/lexicon/commands.ts';
import { STAFF_WORDS } from '../../locales/lexicon/commands.ts';
import { isTextKey } from '../../locales/text.ts';
import type { Act, Acted } from '../act.ts';
import { isStaff } from '../actor.ts';
import type { CommandInput } from '../command-input.ts';
import { inputOf, written } from './grammar.ts';
import type { Written } from './grammar.ts';
import type { ChatHandler, Reply, SaidText } from './utterance.ts';
import { reply } from './utterance.ts';

/** What the command handler needs besides `act`: what is said when it was done, and when it was not. */
export interface Commanding {
  readonly act: Act;
  readonly kinds: () => ReadonlyMap<string, string>;
  readonly succeeded: (input: CommandInput, acted: Extract<Acted, { ok: true }>, unit: string | undefined) => readonly Reply[];
  /** The whistle kind that examples show. */
  readonly exampleKind: string | undefined;
  readonly refused: (acted: Extract<Acted, { ok: false }>, input: CommandInput) => readonly Reply[];
}

/** Commands on a demand: 接, 办结, 派, 吹哨, 报到, 撤回 and the like. A resident's words are never taken for a command of staff. */
export function commands({ act, kinds, succeeded, exampleKind, refused }: Commanding): ChatHandler {
  return async ({ id, text, actor }) => {
    const command = written(text);
    if (command === undefined || NOT_HERE.has(command.word)) return 'pass';
    if (STAFF_WORDS.has(command.word) && !isStaff(actor)) return command.no === undefined ? 'pass' : reply('refusal.not-your-role');
    if (command.word === 'deliberate') return reply('refusal.not-in-mechanism', { example: exampleOf(command, exampleKind) });

    const input = inputOf(command, kinds());
    if (input === undefined) return reply('refusal.bad-format', { example: exampleOf(command, exampleKind) });
    const acted = await act(actor, command.no, input, id);
    return acted.ok ? succeeded(input, acted, actor.unit?.id) : refused(acted, input);
  };
}

/** Words that other handlers answer. */
const NOT_HERE: ReadonlySet<CommandWord> = new Set([
  'progress', 'privacy', 'erase', 'erase-confirm', 'person', 'help', 'work', 'not-same', 'register', 'ignore', 'answer', 'warning', 'on-behalf', 'speak-chinese', 'speak-english',
]);

/** The example that shows how a command is written, with the number that was meant. */
function exampleOf({ word, no = ANY_NUMBER }: Written, kind: string | undefined): SaidText {
  const key = `example.${word}`;
  return { key: isTextKey(key) ? key : 'example.progress', params: { no, kind } };
}

const ANY_NUMBER = '10023';
