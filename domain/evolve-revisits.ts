import { withRevisit } from './demand-changes.ts';
import type { Demand } from './demand.ts';
import type { EventOf } from './events.ts';
import { assertNever } from './result.ts';

type RevisitEvent = EventOf<'revisit-asked' | 'revisit-postponed' | 'revisit-reminded' | 'revisit-answered' | 'revisit-expired' | 'revisit-declined' | 'rated' | 'reason-given'>;

/** The state after a question of a revisit, or an answer to it. */
export function evolveRevisit(demand: Demand, event: RevisitEvent): Demand {
  const { at } = event;
  switch (event.type) {
    case 'revisit-asked': {
      const { no, next, expiresAt } = event.data;
      return withRevisit(demand, no, () => ({ state: 'asked', round: demand.round, askedAt: at, reminded: false, expiresAt, answers: {}, next }));
    }
    case 'revisit-postponed':
      return withRevisit(demand, event.data.no, (revisit) => ('next' in revisit ? { ...revisit, next: event.data.next } : revisit));
    case 'revisit-reminded':
      return withRevisit(demand, event.data.no, (revisit) => (revisit.state === 'asked' ? { ...revisit, reminded: true, next: revisit.expiresAt } : revisit));
    case 'revisit-answered':
      return withRevisit(demand, event.data.no, (revisit) => ('answers' in revisit ? { ...revisit, answers: { ...revisit.answers, ...event.data.answers }, ...(event.data.reason !== undefined && { remark: event.data.reason }) } : revisit));
    case 'revisit-expired':
      return withRevisit(demand, event.data.no, (revisit) => ({ state: 'call-back', round: demand.round, since: at, answers: 'answers' in revisit ? revisit.answers : {}, ...('remark' in revisit && { remark: revisit.remark }) }));
    case 'revisit-declined':
      return withRevisit(demand, event.data.no, (revisit) => ({ state: 'answered', round: demand.round, at, answers: 'answers' in revisit ? revisit.answers : {}, wantsReason: false }));
    case 'rated': {
      const { no, by, answers, reason } = event.data;
      const wantsReason = answers.satisfied === 'dissatisfied' && reason === undefined;
      const rated = withRevisit(demand, no, () => ({ state: 'answered', round: demand.round, at, answers, wantsReason }));
      return { ...rated, ratings: [...demand.ratings, { by, no, round: demand.round, at, answers, reason }] };
    }
    case 'reason-given': {
      const last = demand.ratings.findLastIndex(({ no }) => no === event.data.no);
      const ratings = demand.ratings.map((rating, index) => (index === last ? { ...rating, reason: event.data.reason } : rating));
      return { ...withRevisit(demand, event.data.no, (revisit) => (revisit.state === 'answered' ? { ...revisit, wantsReason: false } : revisit)), ratings };
    }
    default:
      return assertNever(event);
  }
}
