import { assigned, ended, withReporter } from './demand-changes.ts';
import type { Demand, Facts, Reporter } from './demand.ts';
import { reporterOf } from './demand.ts';
import type { EventOf } from './events.ts';
import { assertNever } from './result.ts';

type ReportEvent = EventOf<
  'located' | 'place-given-up' | 'corrected' | 'hidden' | 'reclassified' | 'supplemented' | 'supported' | 'left' | 'withdrawn' | 'merged' | 'absorbed' | 'released' | 'unmerged'
>;

/** The state after what somebody has said of it: where and what it is, who raised it and who no longer does. */
export function evolveReport(demand: Demand, event: ReportEvent): Demand {
  const { at } = event;
  switch (event.type) {
    case 'located':
      return located(demand, event);
    case 'place-given-up':
      return assigned(demand, event.data.assignment, at);
    case 'corrected':
      return { ...demand, facts: corrected(demand.facts, event.data) };
    case 'hidden':
      return wished(demand, event);
    case 'reclassified':
      return reclassified(demand, event);
    case 'supplemented':
      return { ...demand, media: [...demand.media, ...event.data.media] };
    case 'supported': {
      const { no, person, source, words, media, hidden } = event.data;
      const supporter: Reporter = { no, person, source, at, words, hidden, revisit: { state: 'none' } };
      return { ...demand, media: [...demand.media, ...media], reporters: [...demand.reporters, supporter] };
    }
    case 'left':
      return withReporter(demand, event.data.no, { left: event.data.why, revisit: { state: 'none' } });
    case 'withdrawn':
      return ended(demand, { status: 'withdrawn', at });
    case 'merged':
      return ended(demand, { status: 'merged', at, into: event.data.into });
    case 'absorbed': {
      const taken = event.data.reporters.map((one): Reporter => ({ ...one, from: event.data.from, revisit: { state: 'none' } }));
      const nos = new Set(taken.map(({ no }) => no));
      return { ...demand, reporters: [...demand.reporters.filter(({ no }) => !nos.has(no)), ...taken] };
    }
    case 'released':
      return { ...demand, reporters: demand.reporters.map((one) => (event.data.nos.includes(one.no) ? { ...one, left: 'unmerged', revisit: { state: 'none' } } : one)) };
    case 'unmerged':
      return assigned(demand, event.data.assignment, at);
    default:
      return assertNever(event);
  }
}

/** To stay hidden, or not to, is each reporter's own wish. */
function wished(demand: Demand, { data: { hidden, person: whose = reporterOf(demand, demand.id)?.person } }: EventOf<'hidden'>): Demand {
  const named = demand.reporters.map((one) => (one.person === whose && one.no !== demand.id ? { ...one, hidden } : one));
  const isFirsts = reporterOf(demand, demand.id)?.person === whose;
  return { ...demand, facts: isFirsts ? { ...demand.facts, hidden } : demand.facts, reporters: named };
}

/** Other words for the time mean another time, or none that can be told. */
function corrected(facts: Facts, { fact, words, whenMeant }: EventOf<'corrected'>['data']): Facts {
  return fact === 'when' ? { ...facts, when: words, whenMeant } : { ...facts, [fact]: words };
}

function located(demand: Demand, { at, data }: EventOf<'located'>): Demand {
  const placed = { ...demand, facts: { ...demand.facts, place: data.place } };
  return data.assignment === undefined ? placed : assigned(placed, data.assignment, at);
}

function reclassified(demand: Demand, { at, data }: EventOf<'reclassified'>): Demand {
  const named = { ...demand, category: data.category };
  return data.assignment === undefined ? named : assigned(named, data.assignment, at);
}
