import { isOpen } from '../../domain/demand.ts';
import { ADDS_TO_LAST } from '../../locales/lexicon/commands.ts';
import type { Understand } from '../../understanding/understanding.ts';
import { saysWhere } from '../intake/is-matter.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Now } from '../ports/now.ts';
import { addWords } from './add-words.ts';
import type { AddingWords } from './add-words.ts';
import { toldAt } from './follow-up.ts';
import { plain } from './grammar.ts';
import type { ChatHandler } from './utterance.ts';

interface Adding extends AddingWords {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly understand: Understand;
  readonly now: Now;
}

const WITHIN_MS = 60 * 60_000;

/** Who says that a sentence is to be added to what was reported within the hour has added it. A danger, or another place, is a matter of its own. */
export function addsToLast({ demands, understand, now, ...deps }: Adding): ChatHandler {
  return async (utterance) => {
    const { person, room, text, at } = utterance;
    const words = room === undefined ? ADDS_TO_LAST.exec(plain(text))?.[1] : undefined;
    if (words === undefined || understand(words, { now: at }).matters.some((one) => one.urgency === 'danger' || saysWhere(one.place))) return 'pass';
    const [last] = await demands.raisedBy(person.id, { open: true, limit: 1 });
    if (last === undefined || !isOpen(last) || now().getTime() - toldAt(last, person.id).getTime() > WITHIN_MS) return 'pass';
    return (await addWords(deps, utterance, last, words)) ? [] : 'pass';
  };
}
