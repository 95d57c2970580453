import { assertNever } from '../result.ts';
import type { Clock } from '../time/clocks.ts';
import { markOff } from '../time/timekeeping.ts';
import type { Ballot, Deliberation, DeliberationEvent, Step, Vote } from './deliberation.ts';

type EventOf<T extends DeliberationEvent['type']> = Extract<DeliberationEvent, { type: T }>;

/** The state after a timeline. Throws when it does not begin with its beginning. */
export function foldDeliberation(events: readonly DeliberationEvent[]): Deliberation {
  const [first, ...rest] = events;
  if (first?.type !== 'begun') throw new Error('A deliberation begins with its beginning');
  return rest.reduce(evolveDeliberation, begin(first));
}

function begin({ at, by, data: { clock, ...data } }: EventOf<'begun'>): Deliberation {
  return { ...data, begunAt: at, runner: by, step: 'topics', since: at, topics: [{ words: data.title, by, at }], options: [], results: [], checks: [], clocks: [clock] };
}

/** The state after one more event. Facts are folded, never judged. */
export function evolveDeliberation(deliberation: Deliberation, event: DeliberationEvent): Deliberation {
  const { at, by } = event;
  const to = (step: Step, clock?: Clock, change: Partial<Deliberation> = {}): Deliberation => ({ ...deliberation, ...change, step, since: at, clocks: clock === undefined ? [] : [clock] });
  switch (event.type) {
    case 'begun':
      return deliberation;
    case 'topic-added':
      return { ...deliberation, topics: [...deliberation.topics, { words: event.data.words, by, at }] };
    case 'topics-closed':
      return to('choice', event.data.clock);
    case 'topic-chosen':
      return to('research', event.data.clock, { topic: event.data.topic });
    case 'researched':
      return to('options', event.data.clock, { research: event.data.words });
    case 'option-added':
      return { ...deliberation, options: [...deliberation.options, { words: event.data.words, by, at }] };
    case 'announced':
      return to('application', event.data.clock);
    case 'applied':
      return to('supervision', event.data.clock, { applied: { words: event.data.words, at, checkAt: event.data.checkAt } });
    case 'checked': {
      const { kept, mark, words, clock } = event.data;
      return to(kept ? 'ended' : 'application', clock, { checks: [...deliberation.checks, { kept, mark, words, by, at }] });
    }
    case 'failed':
      return to('failed', undefined, { ballot: undefined, reason: event.data.reason });
    case 'called-off':
      return to('called-off', undefined, { ballot: undefined });
    case 'reached':
      return { ...deliberation, clocks: markOff(deliberation.clocks, event.data) };
    default:
      return evolveBallot(deliberation, event, to);
  }
}

type BallotEvent = EventOf<'ballot-opened' | 'voted' | 'ballot-closed' | 'chair-decided'>;

function evolveBallot(deliberation: Deliberation, event: BallotEvent, to: (step: Step, clock?: Clock, change?: Partial<Deliberation>) => Deliberation): Deliberation {
  const { at, by } = event;
  switch (event.type) {
    case 'ballot-opened': {
      const { clock, ...rest } = event.data;
      const ballot: Ballot = { ...rest, openedAt: at, closesAt: clock.due, votes: [] };
      return to('vote', clock, { ballot });
    }
    case 'voted': {
      const { ballot } = deliberation;
      if (ballot === undefined) return deliberation;
      return { ...deliberation, ballot: { ...ballot, votes: withVote(ballot.votes, { person: by, option: event.data.option, at }) } };
    }
    case 'ballot-closed': {
      const { result, next, option, clock } = event.data;
      const closed = { ballot: undefined, results: [...deliberation.results, result] };
      if (next === 'decided' && option !== undefined) return to('announcement', clock, { ...closed, decision: { option, by: 'vote', at } });
      return next === 'chair' ? to('chair', clock, closed) : { ...deliberation, ...closed, clocks: [] };
    }
    case 'chair-decided':
      return to('announcement', event.data.clock, { decision: { option: event.data.option, by: 'chair', at } });
    default:
      return assertNever(event);
  }
}

/** One person, one vote: a later one takes the place of the earlier. */
function withVote(votes: readonly Vote[], vote: Vote): readonly Vote[] {
  return [...votes.filter(({ person }) => person !== vote.person), vote];
}
