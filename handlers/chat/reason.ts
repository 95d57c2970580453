import { present } from '../../domain/demand.ts';
import { MISANSWERED } from '../../locales/lexicon/revisit-ways.ts';
import type { Execute } from '../execute.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { HandToPerson } from './consult.ts';
import { plain, written } from './grammar.ts';
import { revisitAnswer } from './revisit-answer.ts';
import type { ChatHandler } from './utterance.ts';

const WITHIN_MS = 24 * 3600_000;

interface Misrated {
  readonly demands: Pick<DemandStore, 'raisedBy'>;
  readonly handToPerson: HandToPerson;
}

/** Who says, after being dissatisfied, that it was a slip and the contrary is meant, gives no reason: a person is told, and how the matter is ended stands with it. */
export function misrated({ demands, handToPerson }: Misrated): ChatHandler {
  return async (utterance) => {
    const { person, text, room, at } = utterance;
    const mark = MISANSWERED.exec(plain(text))?.[0] ?? '';
    const right = mark === '' ? undefined : revisitAnswer(plain(text).slice(mark.length), {})?.answers.satisfied;
    if (room !== undefined || right === undefined || right === 'dissatisfied') return 'pass';
    for (const demand of await demands.raisedBy(person.id, { open: true, limit: 10 })) {
      const own = present(demand).find((one) => one.person === person.id && one.revisit.state === 'answered' && one.revisit.answers.satisfied === 'dissatisfied' && at.getTime() - one.revisit.at.getTime() < WITHIN_MS);
      if (own === undefined) continue;
      const [answer, ...told] = await handToPerson(utterance, 'question', `${own.no} ${text}`);
      return answer === undefined ? [] : [{ ...answer, key: 'chat.misrated', params: { ...answer.params, no: own.no } }, ...told];
    }
    return 'pass';
  };
}

/** The next thing a dissatisfied person writes, when no reason was given, is the reason. */
export function reason({ demands, execute, sealer }: { demands: Pick<DemandStore, 'raisedBy'>; execute: Execute['execute']; sealer: Pick<Sealer, 'seal'> }): ChatHandler {
  return async ({ id, person, actor, text, room, at }) => {
    if (room !== undefined || text === '' || written(text) !== undefined) return 'pass';
    for (const demand of await demands.raisedBy(person.id, { open: true, limit: 10 })) {
      const wanted = present(demand).find((one) => one.person === person.id && one.revisit.state === 'answered' && one.revisit.wantsReason && at.getTime() - one.revisit.at.getTime() < WITHIN_MS);
      if (wanted === undefined) continue;
      const given = await execute(demand.id, { type: 'give-reason', by: actor, no: wanted.no, reason: await sealer.seal(person.id, text) }, id);
      if (given.ok) return [];
    }
    return 'pass';
  };
}
