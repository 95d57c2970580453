import { affectedPattern } from '../../locales/lexicon/circumstance-words.ts';
import { bothEnds } from '../both-ends.ts';
import type { PersonalPiece } from '../masking/personal-piece.ts';
import { firstIn } from '../patterns/matches.ts';
import { plainText } from '../plain-text.ts';
import type { Feelings } from './feelings.ts';

const CONTACTS = new Set(['phone', 'email', 'wechat']);

/** What is said around a matter: who else is hit, how to reach the speaker, whether to stay hidden, and how it is borne. */
export interface Circumstances {
  readonly affected: string | undefined;
  readonly contactGiven: boolean;
  readonly wantsAnonymity: boolean;
  readonly upset: boolean;
}

/** The circumstances said in a text whose personal data have been found; what is felt is felt of all matters of an utterance. */
export function circumstancesOf(text: string, personal: readonly PersonalPiece[], { hidden, upset }: Feelings): Circumstances {
  const plain = plainText(bothEnds(text));
  return {
    affected: firstIn(affectedPattern, plain)?.[0],
    contactGiven: personal.some(({ kind }) => CONTACTS.has(kind)),
    wantsAnonymity: hidden,
    upset,
  };
}
