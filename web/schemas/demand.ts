import { z } from 'zod';
import { Time } from './scalars.ts';

const Rating = z.strictObject({
  by: z.enum(['reporter', 'call-back']),
  no: z.string(),
  round: z.number().int(),
  at: Time,
  answers: z.strictObject({
    contacted: z.enum(['yes', 'no']).optional(),
    solved: z.enum(['solved', 'partly', 'unsolved']).optional(),
    satisfied: z.enum(['satisfied', 'basically', 'dissatisfied']).optional(),
  }),
  reason: z.string().optional(),
});

const CalleeRating = z.strictObject({
  by: z.string(),
  unit: z.string(),
  at: Time,
  marks: z.record(z.string(), z.number()),
});

/** On what ground a whistle sounded, what spoke against it, and how often its caller whistles. */
const Admission = z.strictObject({
  outcome: z.enum(['admitted', 'urgent', 'overridden']),
  case: z.string().optional(),
  against: z.array(z.enum(['alone', 'duplicate', 'weak'])),
  duplicates: z.array(z.string()),
  /** Why it was to sound all the same. */
  reason: z.string().optional(),
  rate: z.strictObject({ whistles: z.number().int(), demands: z.number().int(), band: z.enum(['too-few', 'low', 'within', 'high']) }).optional(),
});

/** A whistle that needs somebody's agreement; `agreed` still waits to be sounded, `whistle` is the one that sounds by it, or is to be confirmed. */
const Approval = z
  .strictObject({
    id: z.string(),
    at: Time,
    by: z.string(),
    caller: z.string(),
    chain: z.string(),
    kind: z.string(),
    called: z.array(z.strictObject({ unit: z.string(), role: z.enum(['lead', 'assist']), team: z.string().optional() })),
    /** What is told to the units. */
    note: z.string().optional(),
    approver: z.strictObject({ unit: z.string(), roles: z.array(z.string()) }),
    status: z.enum(['waiting', 'agreed', 'refused', 'lapsed', 'overtaken', 'sounded']),
    decision: z.strictObject({ by: z.string(), unit: z.string(), at: Time, agreed: z.boolean(), reason: z.string().optional() }).optional(),
    soundedBy: z.string().optional(),
    whistle: z.string().optional(),
    admission: Admission.optional(),
  })
  .meta({ id: 'Approval' });

/** A call to persons: `asked` counts them, `joined` are those who have reported in. */
const Pool = z
  .strictObject({
    id: z.string(),
    chain: z.string(),
    caller: z.string(),
    at: Time,
    until: Time,
    wanted: z.number().int(),
    asked: z.number().int(),
    joined: z.array(z.strictObject({ person: z.string(), at: Time })),
    status: z.enum(['open', 'full', 'short', 'over']),
  })
  .meta({ id: 'Pool' });

/** What a grid worker thinks should be done; `accepted` says who did as it says. */
const Proposal = z
  .strictObject({
    by: z.string(),
    unit: z.string(),
    at: Time,
    lead: z.string(),
    assists: z.array(z.string()),
    note: z.string().optional(),
    accepted: z.strictObject({ by: z.string(), at: Time }).optional(),
  })
  .meta({ id: 'Proposal' });

const Callee = z.strictObject({
  unit: z.string(),
  /** The joint team in which it was called. */
  team: z.string().optional(),
  role: z.enum(['lead', 'assist']),
  status: z.enum(['called', 'reported', 'objecting', 'released', 'done', 'cancelled']),
  calledAt: Time,
  reportBy: Time,
  reportedAt: Time.optional(),
  feedbackBy: Time,
  feedbackAt: Time.optional(),
  doneBy: Time,
  doneAt: Time.optional(),
  result: z.string().optional(),
  ratings: z.array(CalleeRating),
});

const Whistle = z
  .strictObject({
    id: z.string(),
    chain: z.string(),
    kind: z.string(),
    caller: z.string(),
    at: Time,
    status: z.enum(['sounding', 'ended', 'cancelled']),
    urgent: z.boolean(),
    /** What is told to the units. */
    note: z.string().optional(),
    callees: z.array(Callee),
    /** The id of what was agreed to before it sounded, or is to be confirmed. */
    approval: z.string().optional(),
    admission: Admission.optional(),
  })
  .meta({ id: 'Whistle' });

const Place = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  /** With building, unit and room: for those who may see it. */
  detail: z.string().optional(),
  grid: z.string().optional(),
  /** The reporter's registered home, which nobody has confirmed to be the place. */
  assumed: z.literal(true).optional(),
});

/** The time that `facts.when` means, where it can be told. */
const TimeMeant = z
  .strictObject({ from: Time, to: Time.optional(), dated: z.boolean() })
  .meta({ id: 'TimeMeant', description: 'From when to when it happened, the end excluded; without an end it goes on. `dated`: the words name the date themselves.' });

/** The five facts as they are shown: the reporter only when not hidden from whoever asks. */
const Facts = z.strictObject({
  who: z.string().optional(),
  /** Whether any of those who raised it wants to stay hidden. */
  hidden: z.boolean(),
  /** In the reporter's words. */
  when: z.string().optional(),
  whenMeant: TimeMeant.optional(),
  place: z.string().optional(),
  placeSaid: z.string().optional(),
  what: z.string(),
  course: z.string(),
});

const TimelineEntry = z.strictObject({
  seq: z.number().int().min(1),
  at: Time,
  by: z.string(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
});

/**
 * A demand as HTTP gives it. Units, grids, classes, tiers, sources and stages are ids; `supporters` counts those besides the
 * first reporter; `nextDueAt` is missing when nothing is owed any more, `limitAt` is the first limit of whoever works on it or decides,
 * kept or not.
 */
export const DemandView = z
  .strictObject({
    id: z.string(),
    status: z.enum(['incomplete', 'waiting', 'handling', 'done', 'disputed', 'closed', 'withdrawn', 'merged']),
    mergedInto: z.string().optional(),
    tier: z.string(),
    grade: z.string(),
    /** How the grade is written in another language than the district's own, where one was asked for. */
    gradeName: z.string().optional(),
    source: z.string(),
    externalId: z.string().optional(),
    /** The demand that it goes on from, long after that was closed. */
    follows: z.string().optional(),
    category: z.string(),
    /** The class's name in the district's own language. */
    categoryName: z.string().optional(),
    place: Place.optional(),
    urgency: z.enum(['danger', 'urgent', 'routine']),
    summary: z.string(),
    facts: Facts.optional(),
    supporters: z.number().int().min(0),
    owner: z.string(),
    raisedAt: Time,
    doneAt: Time.optional(),
    result: z.string().optional(),
    whistles: z.array(Whistle),
    approvals: z.array(Approval).optional(),
    pools: z.array(Pool).optional(),
    proposals: z.array(Proposal).optional(),
    ratings: z.array(Rating),
    /** What carries it instead of its holder's own work. */
    carrier: z.strictObject({ kind: z.enum(['deliberation', 'project']), id: z.string(), since: Time }).optional(),
    nextDueAt: Time.optional(),
    limitAt: Time.optional(),
    mechanism: z.strictObject({ id: z.string(), version: z.number().int() }),
    stage: z.string(),
    /** The steps of the district's own method; `at` with the demand itself, not in lists. */
    stages: z.array(z.strictObject({ id: z.string(), name: z.string(), state: z.enum(['passed', 'current', 'coming', 'skipped']), at: Time.optional() })).optional(),
    timeline: z.array(TimelineEntry),
  })
  .meta({ id: 'Demand' });
export type DemandView = z.infer<typeof DemandView>;

/** A demand in a list: without its timeline. */
export const DemandListed = DemandView.omit({ timeline: true }).meta({ id: 'DemandListed' });
export type DemandListed = z.infer<typeof DemandListed>;

/** One page of demands, newest first; `next` is the cursor of the page after it. */
export const DemandPage = z.strictObject({ items: z.array(DemandListed), next: z.string().optional() }).meta({ id: 'DemandPage' });
export type DemandPage = z.infer<typeof DemandPage>;
