import { COPULA, OPEN_WORDS } from '../../locales/lexicon/commands.ts';
import type { Understand } from '../../understanding/understanding.ts';
import type { Act } from '../acting/act.ts';
import { ownNumber } from '../acting/act.ts';
import type { CommandInput } from '../acting/command-input.ts';
import type { DemandStore } from '../ports/demands.ts';
import { plain } from './grammar.ts';
import type { SayRefused } from './outcomes.ts';
import type { ChatHandler } from './utterance.ts';

/** Matters told with numbers before them: no line of a card. */
const LIST = /^1[.,:)\u3001\uFF0C\uFF0E\uFF1A\uFF09][\s\S]*?[\s\p{P}]2[.,:)\u3001\uFF0C\uFF0E\uFF1A\uFF09]/u;

const LINES = ['what', 'place', 'when', 'course', 'who'] as const;

interface Correcting {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly act: Act;
  readonly refused: SayRefused;
  readonly understand: Understand;
}

/** `2 在4号楼`: a line of the last card, put right by its number. A list of matters is none, and a danger is heard as one. */
export function correction({ demands, act, refused, understand }: Correcting): ChatHandler {
  return async ({ id, person, actor, text, room, at }) => {
    const [, line, words] = /^([1-5])[\s.:,\u3001\u3002\uFF0C\uFF1A]+([^\s.:,\u3001\u3002\uFF0C\uFF1A][\s\S]*)$/u.exec(plain(text)) ?? [];
    if (room !== undefined || line === undefined || words === undefined || !/\p{L}/u.test(words) || LIST.test(plain(text))) return 'pass';
    const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
    const fact = LINES[Number(line) - 1];
    const isDanger = () => fact !== 'when' && understand(words, { now: at }).matters.some(({ urgency }) => urgency === 'danger');
    if (last === undefined || (last.urgency !== 'danger' && isDanger())) return 'pass';

    const input = inputFor(fact, words.replace(COPULA, ''));
    const acted = await act(actor, ownNumber(last, actor), input, id);
    return acted.ok ? [] : refused(acted, input, person.language);
  };
}

function inputFor(line: (typeof LINES)[number] | undefined, words: string): CommandInput {
  if (line === 'place') return { type: 'locate', place: words };
  if (line === 'who') return { type: 'hide', hidden: !OPEN_WORDS.some((word) => words.includes(word)) };
  return { type: 'correct', fact: line ?? 'course', words };
}
