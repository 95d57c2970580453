import type { Demand } from '../../domain/demand.ts';
import { isInHand } from '../../domain/demand.ts';
import { ownNumber } from '../acting/act.ts';
import type { DemandStore } from '../ports/demands.ts';
import { portOf } from './matter.ts';
import { picksNone, saysYes } from './picked.ts';
import { whatIn } from './progress.ts';
import type { Offer } from './staff/offered.ts';
import type { ChatHandler, Reply, SaidText, Utterance } from './utterance.ts';
import { reply } from './utterance.ts';

interface Asking {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly offer: Offer;
}

/** Nothing was found in the words, or nothing of which it could be said who sees to it. */
const FOUND_NOTHING: ReadonlySet<string> = new Set(['chat.not-understood', 'chat.not-for-us']);
const LISTED = 3;
const FEWEST_LETTERS = 4;
const LONGEST = 200;

/** Who has a matter in hand and is not understood may speak of that: it is asked whether the words are to go with it. A yes to nothing needs no more than to be heard. */
export function perhapsMore(deps: Asking, next: ChatHandler): ChatHandler {
  return async (utterance) => {
    const replies = await next(utterance);
    if (replies === 'pass' || !replies.some(({ key }) => FOUND_NOTHING.has(key)) || portOf(utterance) === 'worker' || utterance.room !== undefined) return replies;
    const inHand = (await deps.demands.raisedBy(utterance.person.id, { open: true, limit: LISTED })).filter(isInHand);
    if (inHand.length === 0) return replies;
    if (saysYes(utterance.text) || picksNone(utterance.text)) return reply('chat.acknowledged');
    return mayTell(utterance.text) ? asked(deps, utterance, inHand) : replies;
  };
}

function mayTell(text: string): boolean {
  return text.length <= LONGEST && (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS;
}

async function asked({ offer }: Asking, utterance: Utterance, inHand: readonly Demand[]): Promise<readonly Reply[]> {
  const { actor, text } = utterance;
  await offer(utterance, inHand.map((demand) => ({ key: 'step.say.supplement', params: { no: ownNumber(demand, actor), words: text } })));
  const [only, ...others] = inHand;
  if (only !== undefined && others.length === 0) return [{ key: 'chat.perhaps-more', params: { no: ownNumber(only, actor), what: whatIn(only, ownNumber(only, actor)) } }];
  const list = inHand.map((demand, index): SaidText => ({ key: 'chat.perhaps-more-line', params: { index: index + 1, no: ownNumber(demand, actor), what: whatIn(demand, ownNumber(demand, actor)) } }));
  return [{ key: 'chat.perhaps-more-which', params: { list }, mask: true }];
}
