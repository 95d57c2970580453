import type { Directory } from '../../domain/directory/directory.ts';
import { CONTESTS, HAS_MENDED, WHO_REPORTED } from '../../locales/lexicon/accused-words.ts';
import { inStandardWords } from '../../understanding/plain-text.ts';
import type { Understand } from '../../understanding/understanding.ts';
import { namesThing, saysWhere } from '../intake/is-matter.ts';
import type { HandToPerson } from './consult.ts';
import { isWithin } from './follow-up.ts';
import { simple, written } from './grammar.ts';
import { portOf } from './matter.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler, Reply } from './utterance.ts';
import { reply } from './utterance.ts';

interface Accused {
  readonly handToPerson: HandToPerson;
  readonly directory: () => Directory;
  readonly understand: Understand;
}

/** Whoever writes more tells of other things too. */
const LONGEST = { han: 50, letters: 140 };

/** Whoever was reported hears that nobody is told by whom; what speaks for them, or that it is put right, goes to a person. A matter with its place, or a danger, is registered as ever. */
export function accused(deps: Accused): ChatHandler {
  return async (utterance) => {
    const { text, room } = utterance;
    if (room !== undefined || !isWithin(text, LONGEST) || written(text) !== undefined || portOf(utterance) === 'worker') return 'pass';
    const said = inStandardWords(simple(text));
    const [mended, contests, asks] = [HAS_MENDED, CONTESTS, WHO_REPORTED].map((patterns) => patterns.some((one) => one.test(said)));
    if (!(mended || contests || asks)) return 'pass';
    const { matters } = deps.understand(text, { ...situationOf(deps, utterance), home: undefined });
    if (matters.some((one) => one.urgency === 'danger' || ((mended || contests) && one.tellsWrong && namesThing(one) && saysWhere(one.place)))) return 'pass';
    if (!mended && !contests) return reply('chat.accused-who');
    const [answer, ...told] = await deps.handToPerson(utterance, 'question', text);
    return answer === undefined ? [] : [own(answer, mended ? 'chat.accused-mended' : 'chat.accused-heard'), ...told];
  };
}

function own(answer: Reply, key: 'chat.accused-mended' | 'chat.accused-heard'): Reply {
  return { ...answer, key };
}
