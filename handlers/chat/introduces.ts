import type { Directory } from '../../domain/directory/directory.ts';
import { greetingAtStart } from '../../locales/lexicon/courtesy.ts';
import { INTRODUCES } from '../../locales/lexicon/introduction-words.ts';
import type { Understand } from '../../understanding/understanding.ts';
import { isMatter } from '../intake/is-matter.ts';
import { simple } from './grammar.ts';
import { portOf } from './matter.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

interface Introduced {
  readonly directory: () => Directory;
  readonly understand: Understand;
  /** Registers what is told behind a greeting. */
  readonly matter: ChatHandler;
}

/** Who greets and says who they are has told no matter yet: they are greeted, and told what to say next. What tells that something is wrong is heard, without the greeting where that hides it. */
export function introduces(deps: Introduced): ChatHandler {
  return (utterance) => {
    const { text, room, media } = utterance;
    const said = simple(text);
    const behind = text.replace(greetingAtStart, '');
    const isMatterIn = (words: string) => deps.understand(words, situationOf(deps, utterance)).matters.some((one) => isMatter(one) && one.tellsWrong);
    if (room === undefined && behind !== text && isMatterIn(behind) && !isMatterIn(text)) return deps.matter({ ...utterance, text: behind });
    if (room !== undefined || media.length > 0 || portOf(utterance) === 'worker' || !INTRODUCES.some((one) => one.test(said))) return Promise.resolve('pass');
    const { matters } = deps.understand(text, situationOf(deps, utterance));
    return Promise.resolve(matters.some(({ tellsWrong, urgency }) => tellsWrong || urgency !== 'routine') ? 'pass' : reply('chat.greeting'));
  };
}
