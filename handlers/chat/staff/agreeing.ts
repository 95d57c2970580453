import { SAYS_AGREED, SAYS_LENGTH, SAYS_REFUSED, TAKES_ANSWER_BACK } from '../../../locales/lexicon/staff-words.ts';
import { plain, spoken } from '../grammar.ts';
import type { ChatHandler } from '../utterance.ts';
import { reply } from '../utterance.ts';
import { mattersMeant, numberIn } from './matters-meant.ts';
import type { Ready } from './offered.ts';
import { askWhich, isOrder } from './ordering.ts';
import type { Ordering } from './ordering.ts';

/** Yes or no in own words to what waits for the speaker's word: done where it is certain. With another length of time, or to take an answer back, it is said that there is no such thing; of several it is asked which. */
export function agreeing(deps: Ordering): ChatHandler {
  return async (utterance) => {
    const said = spoken(utterance.text);
    const takesBack = TAKES_ANSWER_BACK.test(said);
    const refused = SAYS_REFUSED.exec(said);
    const refuses = takesBack || refused !== null;
    if (!isOrder(utterance) || !(refuses || SAYS_AGREED.test(said))) return 'pass';
    const open = await deps.openSteps(utterance.actor, [{ type: 'approve', agreed: !refuses }]);
    const [only, ...others] = mattersMeant(deps.understand, open, utterance, numberIn(plain(utterance.text)).no);
    if (only === undefined) return reply(takesBack ? 'chat.approval-stands' : 'refusal.nothing-in-hand');
    const answer = (no: string): Ready => (refuses ? refusing(no, refused?.groups?.['why']) : { key: 'step.say.agree', params: { no } });
    if (others.length > 0) return askWhich(deps.offer, utterance, [only, ...others], ({ no }) => answer(no));
    const { no, demand } = only;
    const isLong = SAYS_LENGTH.test(said) && demand.extensions.some(({ decided }) => decided === undefined);
    if (!takesBack && !isLong) return deps.run(utterance, answer(no));
    await deps.offer(utterance, [{ key: 'step.say.agree', params: { no } }, { key: 'step.say.disagree', params: { no } }]);
    return [{ key: isLong ? 'chat.approval-length' : 'chat.approval-one', params: { no, what: demand.facts.what }, mask: true }];
  };
}

/** With what is said behind it, where that is more than a word. */
function refusing(no: string, said = ''): Ready {
  const why = said.replace(/^[\s\p{P}]+/u, '').trim();
  return why.replace(/\P{L}/gu, '').length < 3 ? { key: 'step.say.disagree', params: { no } } : { key: 'step.say.disagree-why', params: { no, why } };
}
