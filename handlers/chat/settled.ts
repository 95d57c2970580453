import { isInHand } from '../../domain/demand.ts';
import { MISTAKES } from '../../locales/lexicon/commands.ts';
import { ownNumber } from '../acting/act.ts';
import type { DemandStore } from '../ports/demands.ts';
import { spoken } from './grammar.ts';
import { LONGEST_SETTLING, saysSettled } from './says-settled.ts';
import type { Offer } from './staff/offered.ts';
import type { ChatHandler } from './utterance.ts';
import { reply } from './utterance.ts';

/** What is needed to ask whether a matter is to be taken back. */
interface Settling {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly offer: Offer;
}

const LOOKED_AT = 10;

/** Before what staff say is heard as news of the work: they were wrong to report what they reported last. */
export function reportedByMistake(deps: Settling): ChatHandler {
  return askToWithdraw(deps, (said) => said.length <= LONGEST_SETTLING && MISTAKES.some((one) => one.test(said)));
}

/** Whoever says that a matter is settled or not wanted any more, while it is still in hand, is told how to take it back: nobody else should set out for it. */
export function settled(deps: Settling): ChatHandler {
  return askToWithdraw(deps, saysSettled);
}

function askToWithdraw({ demands, offer }: Settling, isMeant: (said: string) => boolean): ChatHandler {
  return async (utterance) => {
    const { person, actor, room, text } = utterance;
    if (room !== undefined || !isMeant(spoken(text))) return 'pass';
    const [last, ...others] = (await demands.raisedBy(person.id, { open: true, limit: LOOKED_AT })).filter(isInHand);
    if (last === undefined) return 'pass';
    await offer(utterance, [{ key: 'example.withdraw', params: { no: ownNumber(last, actor) } }]);
    return reply(others.length === 0 ? 'chat.settled-in-hand' : 'chat.settled-which', { no: ownNumber(last, actor) }, last);
  };
}
