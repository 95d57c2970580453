import type { Directory } from '../../domain/directory/directory.ts';
import { ASKS_POLICE, NOT_DARE } from '../../locales/lexicon/introduction-words.ts';
import type { Understand } from '../../understanding/understanding.ts';
import { isMatter } from '../intake/is-matter.ts';
import { isWithin } from './follow-up.ts';
import { simple } from './grammar.ts';
import { portOf } from './matter.ts';
import { situationOf } from './situation-of.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

interface AskedPolice {
  readonly directory: () => Directory;
  readonly understand: Understand;
  /** Registers what is told beside it. */
  readonly matter: ChatHandler;
}

const LONGEST = { han: 60, letters: 140 };

/** Who asks whether to call the police is told when to, at once, and helped on; what is told beside it is registered, a danger as one. */
export function policeAsked(deps: AskedPolice): ChatHandler {
  return async (utterance) => {
    const { text, room } = utterance;
    if (room !== undefined || portOf(utterance) === 'worker' || !isWithin(text, LONGEST) || !ASKS_POLICE.test(simple(text))) return 'pass';
    const situation = situationOf(deps, utterance);
    if (deps.understand(text, situation).matters.some(({ urgency }) => urgency === 'danger')) return 'pass';
    const beside = simple(text).replace(ASKS_POLICE, ' ').replace(NOT_DARE, ' ').trim();
    const tells = /\p{L}{3}/u.test(beside) && deps.understand(beside, situation).matters.some(isMatter);
    const heard = tells ? await deps.matter({ ...utterance, text: beside }) : 'pass';
    return [...reply(heard === 'pass' ? 'chat.police-asked' : 'chat.police-when'), ...(heard === 'pass' ? [] : heard)];
  };
}
