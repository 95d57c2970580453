import { SIGN_IN_WORDS } from '../../locales/lexicon/sign-in-words.ts';
import { withoutEnd } from '../../understanding/plain-text.ts';
import { isStaff } from '../acting/actor.ts';
import { plain } from './grammar.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to let staff in to the pages. */
export interface LettingIn {
  /** A code and the address of a link for this person; each opens once. */
  readonly issueSignIn: (person: string) => Promise<{ readonly code: string; readonly url?: string | undefined }>;
}

/** 登录: a code and a link for the pages, to the person's own chat alone. */
export function signIn({ issueSignIn }: LettingIn): ChatHandler {
  return async ({ text, person, actor }) => {
    if (!SIGN_IN_WORDS.includes(withoutEnd(plain(text).toLowerCase(), /[\s.!\u3002\uFF01]/))) return 'pass';
    if (!isStaff(actor)) return reply('chat.sign-in-staff-only');

    const { code, url } = await issueSignIn(person.id);
    return [{ key: 'chat.sign-in', params: { code, link: url === undefined ? '' : { key: 'part.sign-in-link', params: { url } } }, mask: false }];
  };
}
