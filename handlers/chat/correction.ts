import type { Act } from '../act.ts';
import { ownNumber } from '../act.ts';
import type { CommandInput } from '../command-input.ts';
import type { DemandStore } from '../ports.ts';
import { COPULA, OPEN_WORDS } from '../../locales/lexicon/commands.ts';
import { plain } from './grammar.ts';
import type { SayRefused } from './outcomes.ts';
import type { ChatHandler } from './utterance.ts';

const LINES = ['what', 'place', 'when', 'course', 'who'] as const;

/** `2 在4号楼`: a line of the last card, put right by its number. */
export function correction(demands: Pick<DemandStore, 'raisedBy'>, act: Act, refused: SayRefused): ChatHandler {
  return async ({ id, person, actor, text, room }) => {
    const [, line, words] = /^([1-5])[\s.:,\u3001\u3002\uFF0C\uFF1A]+(\S[\s\S]*)$/u.exec(plain(text)) ?? [];
    if (room !== undefined || line === undefined || words === undefined || !/\p{L}/u.test(words)) return 'pass';
    const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
    if (last === undefined) return 'pass';

    const input = inputFor(LINES[Number(line) - 1], words.replace(COPULA, ''));
    const acted = await act(actor, ownNumber(last, actor), input, id);
    return acted.ok ? [] : refused(acted, input, person.language);
  };
}

function inputFor(line: (typeof LINES)[number] | undefined, words: string): CommandInput {
  if (line === 'place') return { type: 'locate', place: words };
  if (line === 'who') return { type: 'hide', hidden: !OPEN_WORDS.some((word) => words.includes(word)) };
  return { type: 'correct', fact: line ?? 'course', words };
}
