import type { Demand } from './demand.ts';
import type { DemandEvent, EventOf } from './events.ts';
import { evolveHandling } from './evolve-handling.ts';
import type { HandlingEvent } from './evolve-handling.ts';
import { evolveReport } from './evolve-reports.ts';
import { evolveRequest, settled } from './evolve-requests.ts';
import type { RequestEvent } from './evolve-requests.ts';
import { evolveRevisit } from './evolve-revisits.ts';
import { evolveWhistle } from './evolve-whistles.ts';
import type { WhistleEvent } from './evolve-whistles.ts';

/** The state after a timeline. Throws when it does not begin with the registration. */
export function fold(events: readonly DemandEvent[]): Demand {
  const [first, ...rest] = events;
  if (first?.type !== 'registered') throw new Error('A timeline begins with its registration');
  return rest.reduce(evolve, begin(first));
}

/** The state after one more event. Facts are folded, never judged. */
export function evolve(demand: Demand, event: DemandEvent): Demand {
  return settled(next(demand, event));
}

function next(demand: Demand, event: DemandEvent): Demand {
  switch (event.type) {
    case 'registered':
    case 'revealed':
      return demand;
    case 'located':
    case 'place-given-up':
    case 'corrected':
    case 'hidden':
    case 'reclassified':
    case 'supplemented':
    case 'supported':
    case 'left':
    case 'withdrawn':
    case 'merged':
    case 'absorbed':
    case 'released':
    case 'unmerged':
      return evolveReport(demand, event);
    case 'revisit-asked':
    case 'revisit-postponed':
    case 'revisit-reminded':
    case 'revisit-answered':
    case 'revisit-expired':
    case 'revisit-declined':
    case 'rated':
    case 'reason-given':
      return evolveRevisit(demand, event);
    default:
      return evolveWork(demand, event);
  }
}

function evolveWork(demand: Demand, event: HandlingEvent | WhistleEvent | RequestEvent): Demand {
  switch (event.type) {
    case 'whistle-prepared':
    case 'approval-decided':
    case 'approval-passed':
    case 'pool-called':
    case 'pool-joined':
    case 'pool-closed':
    case 'proposal-accepted':
      return evolveRequest(demand, event);
    case 'whistled':
    case 'reported-in':
    case 'fed-back':
    case 'finished':
    case 'evidence':
    case 'pressed':
    case 'whistle-ended':
    case 'extension-asked':
    case 'extension-decided':
    case 'objected':
    case 'objection-decided':
    case 'callee-rated':
      return evolveWhistle(demand, event);
    default:
      return evolveHandling(demand, event);
  }
}

function begin({ at, data }: EventOf<'registered'>): Demand {
  const { assignment } = data;
  return {
    id: data.id,
    mechanism: data.mechanism,
    source: data.source,
    externalId: data.externalId,
    origin: data.origin,
    ...(data.service === undefined ? {} : { service: data.service }),
    ...(data.follows === undefined ? {} : { follows: data.follows }),
    raisedAt: at,
    phase: data.incomplete ? { status: 'incomplete' } : { status: 'waiting', since: at },
    tier: assignment.tier,
    holder: assignment.holder,
    grade: assignment.grade,
    category: data.understood.category,
    understood: data.understood,
    urgency: data.urgency,
    facts: { what: data.what, place: data.place, placeSaid: data.placeSaid, when: data.when, whenMeant: data.whenMeant, course: data.words, hidden: data.hidden },
    ...(data.placeAsked === undefined ? {} : { placeAsked: data.placeAsked }),
    choices: data.choices,
    media: data.media,
    reporters: [{ no: data.id, person: data.person, source: data.source, at, words: data.words, revisit: { state: 'none' } }],
    clocks: assignment.clocks,
    whistles: [],
    proposals: [],
    objections: [],
    extensions: [],
    exclusion: undefined,
    ratings: [],
    held: [assignment.holder],
    charged: [],
    redos: 0,
    round: 1,
  };
}
