import { z } from 'zod';
import { DemandView } from './demand.ts';
import { Short, Time } from './scalars.ts';

const Named = z.strictObject({ id: z.string(), name: z.string() });

/** The words of the district, for pages: what ids stand for. */
export const ConsoleWords = z
  .strictObject({
    now: Time,
    district: z.string(),
    tiers: z.array(Named),
    grades: z.array(Named),
    kinds: z.array(Named),
    chains: z.array(z.strictObject({ id: z.string(), name: z.string(), from: z.array(z.string()) })),
    stages: z.array(Named),
    sources: z.array(Named),
    classes: z.array(Named),
    marks: z.strictObject({ scale: z.number().int(), dimensions: z.array(Named) }),
    units: z.array(z.strictObject({ id: z.string(), name: z.string(), tier: z.string(), class: z.string(), parent: z.string().optional() })),
    grids: z.array(z.strictObject({ id: z.string(), name: z.string(), community: z.string(), households: z.number().int() })),
    /** Whether the clock is one that is moved by hand. */
    sandbox: z.boolean(),
  })
  .meta({ id: 'ConsoleWords' });
export type ConsoleWords = z.infer<typeof ConsoleWords>;

/** A demand in one line; `due` and `clock` are what it waits for. */
const Line = z
  .strictObject({
    id: z.string(),
    summary: z.string(),
    category: z.string(),
    place: z.string(),
    grid: z.string().optional(),
    tier: z.string(),
    owner: z.string(),
    status: DemandView.shape.status,
    urgency: DemandView.shape.urgency,
    raisedAt: Time,
    supporters: z.number().int(),
    due: Time.optional(),
    clock: z.string().optional(),
    clockUnit: z.string().optional(),
  })
  .meta({ id: 'DemandLine' });
export type DemandLine = z.infer<typeof Line>;

const Suggested = z.strictObject({ unit: z.string(), name: z.string(), role: z.string() });

const ToDecide = Line.extend({
  /** From 0 to 1; without it a person chose the class. */
  confidence: z.number().optional(),
  alternatives: z.array(z.string()),
  reasons: z.array(z.string()),
  suggestions: z.array(Suggested),
  /** What one click does. */
  accept: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('take') }), z.strictObject({ type: z.literal('accept-proposal') }), z.strictObject({ type: z.literal('dispatch'), to: z.string() })]).optional(),
}).meta({ id: 'ToDecide' });
export type ToDecide = z.infer<typeof ToDecide>;

const Waits = z.strictObject({ unit: z.string(), role: z.enum(['lead', 'assist']), status: z.string(), kind: z.enum(['report-in', 'feedback', 'finish']).optional(), due: Time.optional() });

const SoundingWhistle = Line.extend({ whistle: z.string(), kind: z.string(), caller: z.string(), at: Time, callees: z.array(Waits) }).meta({ id: 'SoundingWhistle' });
export type SoundingWhistle = z.infer<typeof SoundingWhistle>;

const Counted = z.strictObject({ id: z.string(), count: z.number().int() });
const Share = z.number().min(0).max(1).optional();
const lines = <T extends z.ZodType>(item: T) => z.strictObject({ count: z.number().int(), items: z.array(item) });

/** The command centre: each list has its whole count and the first ones of it. */
export const TodayView = z
  .strictObject({
    now: Time,
    open: z.number().int(),
    urgent: lines(Line),
    overdue: lines(Line),
    due: lines(Line),
    /** Of all of them: how many on each tier, and how many called units stand where. */
    soundings: lines(SoundingWhistle).extend({ tiers: z.array(Counted), states: z.array(Counted) }),
    toDecide: lines(ToDecide),
    rates: z.strictObject({ raised: z.number().int(), done: z.number().int(), onTime: Share, answered: z.number().int(), solved: Share, satisfied: Share }),
    hours: z.array(z.number().int()),
    trends: z.array(z.strictObject({ category: z.string(), place: z.string(), count: z.number().int(), before: z.number().int(), trend: z.enum(['new', 'rising', 'steady', 'falling']), sentence: z.string(), demandIds: z.array(z.string()) })),
  })
  .meta({ id: 'Today' });
export type TodayView = z.infer<typeof TodayView>;

const CaseClock = z.strictObject({
  id: z.string(),
  kind: z.string(),
  unit: z.string(),
  from: Time,
  due: Time,
  state: z.enum(['green', 'yellow', 'red']),
  marks: z.array(z.strictObject({ at: Time, act: z.string() })),
});

const SaidLetter = z.strictObject({ to: z.string(), at: Time, state: z.enum(['waiting', 'sent', 'undelivered', 'superseded']), sentAt: Time.optional(), why: z.string().optional(), text: z.string() });

/** What a demand's page shows besides the demand: whoever raised it stays covered. */
export const CaseFile = z
  .strictObject({
    reporters: z.array(z.strictObject({ no: z.string(), source: z.string(), at: Time, left: z.string().optional(), revisit: z.string() })),
    /** `unit` is whose work a picture shows; without it, it came from whoever raised the matter. */
    media: z.array(z.strictObject({ id: z.string(), kind: z.enum(['picture', 'other']), unit: z.string().optional() })),
    clocks: z.array(CaseClock),
    /** Marks that were reached, for why something was red. */
    reached: z.array(z.strictObject({ at: Time, clock: z.string(), act: z.string() })),
    /** Staff who acted on it. */
    people: z.array(Named),
    understood: z.strictObject({ confidence: z.number(), alternatives: z.array(z.string()), reasons: z.array(z.string()) }),
    extensions: z.array(z.strictObject({ unit: z.string(), reason: z.string(), at: Time, decided: z.string().optional() })),
    objections: z.array(z.strictObject({ unit: z.string(), basis: z.string(), at: Time, decided: z.string().optional() })),
    exclusion: z.strictObject({ reason: z.string(), at: Time, decided: z.string().optional() }).optional(),
    letters: z.array(SaidLetter),
    seal: z.strictObject({ ok: z.boolean(), entries: z.number().int(), seq: z.number().int().optional() }),
    reveals: z.array(z.strictObject({ no: z.string(), by: z.string(), reason: z.string(), at: Time })),
    supports: z.array(z.string()),
  })
  .meta({ id: 'CaseFile' });
export type CaseFile = z.infer<typeof CaseFile>;

export const RevealBody = z.strictObject({ no: z.string().regex(/^\d{5,12}$/), reason: z.string().trim().min(4).max(200) });

/** Who raised it, for the one who asked with a reason. */
export const Revealed = z.strictObject({ no: z.string(), name: z.string(), phone: z.string().optional(), home: z.string().optional() }).meta({ id: 'Revealed' });
export type Revealed = z.infer<typeof Revealed>;

export const HeatQuery = z.strictObject({ category: Short.optional(), days: z.enum(['1', '7', '30', '90']).default('30') });
export type HeatQuery = z.infer<typeof HeatQuery>;

/** How much was reported in each grid. */
export const HeatView = z.strictObject({ from: Time, to: Time, grids: z.array(z.strictObject({ grid: z.string(), count: z.number().int(), open: z.number().int() })), days: z.array(z.strictObject({ day: z.string(), count: z.number().int() })) }).meta({ id: 'Heat' });
export type HeatView = z.infer<typeof HeatView>;

export const TrendsQuery = z.strictObject({ days: z.enum(['7', '30', '90']).default('30') });
export type TrendsQuery = z.infer<typeof TrendsQuery>;

/** The last days, the oldest first: a share is missing on a day without anything to count. */
export const TrendsView = z
  .strictObject({ from: Time, to: Time, days: z.array(z.strictObject({ day: z.string(), raised: z.number().int(), done: z.number().int(), responded: Share, completed: Share, satisfied: Share })) })
  .meta({ id: 'Trends' });
export type TrendsView = z.infer<typeof TrendsView>;

/** Those to be called: what they are asked next, and where it stands. */
export const CallBacks = z
  .strictObject({ items: z.array(Line.extend({ no: z.string(), since: Time, answers: z.strictObject({ contacted: z.string().optional(), solved: z.string().optional(), satisfied: z.string().optional() }), result: z.string().optional() })) })
  .meta({ id: 'CallBacks' });
export type CallBacks = z.infer<typeof CallBacks>;
