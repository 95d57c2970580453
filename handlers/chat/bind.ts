import { BINDS, WANTS_CODE } from '../../locales/lexicon/binding-words.ts';
import type { Binder } from '../accounts/binding.ts';
import { shownCode } from '../accounts/one-time-codes.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

/** 绑定 and 找回: this account is mine too. 找回码: a code for the day when the account is lost. Never in a group. */
export function bind({ binder }: { readonly binder: Binder }): ChatHandler {
  return async ({ text, room, person }) => {
    if (room !== undefined) return 'pass';
    if (WANTS_CODE.test(text)) return [{ key: 'chat.recovery-code', params: { code: shownCode(await binder.issue(person.id, 'resident')) }, mask: false }];
    const [, no, first, second] = BINDS.exec(text) ?? [];
    if (first === undefined || second === undefined) return 'pass';
    const bound = await binder.bind(person, `${first}${second}`, no);
    return bound.ok ? [{ key: 'chat.bound', to: { person: bound.person.id } }] : reply(`chat.not-bound.${bound.refusal}`);
  };
}
