import { z } from 'zod';

const Words = z.string().trim().min(1).max(4000);
const UnitWords = z.string().trim().min(1).max(60);
const Reporter = z.string().regex(/^\d{1,12}$/);

/**
 * A command as a person gives it, in chat or over HTTP: words open, units by id or name. `act` seals the words, finds
 * the units and hands it to the rules.
 */
export const CommandInput = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('locate'), place: Words }),
  z.strictObject({ type: z.literal('correct'), fact: z.enum(['what', 'when', 'course']), words: Words }),
  z.strictObject({ type: z.literal('hide'), hidden: z.boolean() }),
  z.strictObject({ type: z.literal('reclassify'), category: z.string().min(1).max(60) }),
  z.strictObject({ type: z.literal('supplement'), words: Words }),
  z.strictObject({ type: z.literal('withdraw'), no: Reporter.optional(), reason: Words.optional() }),
  z.strictObject({ type: z.literal('take'), words: Words.optional() }),
  z.strictObject({ type: z.literal('finish'), result: Words }),
  z.strictObject({ type: z.literal('escalate'), reason: Words }),
  z.strictObject({ type: z.literal('propose'), lead: UnitWords, assists: z.array(UnitWords).max(20).default([]), note: Words.optional() }),
  z.strictObject({ type: z.literal('dispatch'), to: UnitWords, note: Words.optional() }),
  z.strictObject({
    type: z.literal('whistle'),
    kind: z.string().min(1).max(40).optional(),
    chain: z.string().min(1).max(40).optional(),
    lead: UnitWords,
    assists: z.array(UnitWords).max(20).default([]),
    /** What is told to the units. */
    note: Words.optional(),
    /** Why it is to sound although something speaks against it. */
    override: Words.optional(),
  }),
  /** Sounds a whistle that was agreed to, where that is an act of its own. */
  z.strictObject({ type: z.literal('sound') }),
  z.strictObject({ type: z.literal('accept-proposal'), kind: z.string().min(1).max(40).optional() }),
  z.strictObject({ type: z.literal('call-people'), people: z.string().min(1).max(40), wanted: z.number().int().min(1).max(200).optional() }),
  z.strictObject({ type: z.literal('report-in'), words: Words.optional() }),
  z.strictObject({ type: z.literal('feed-back'), words: Words }),
  /** Has a unit told that it is waited for; without one, all that owe something. */
  z.strictObject({ type: z.literal('press'), unit: UnitWords.optional() }),
  z.strictObject({ type: z.literal('extend'), reason: Words }),
  z.strictObject({ type: z.literal('object'), basis: Words }),
  z.strictObject({ type: z.literal('decide-objection'), upheld: z.boolean(), unit: UnitWords.optional(), reason: Words.optional() }),
  z.strictObject({ type: z.literal('rate-callee'), unit: UnitWords, marks: z.array(z.number().int()).min(1).max(10) }),
  z.strictObject({ type: z.literal('exclude'), reason: Words }),
  /** `which` counts what waits for the actor's answer, from 1. */
  z.strictObject({ type: z.literal('approve'), agreed: z.boolean(), which: z.number().int().min(1).max(20).optional(), reason: Words.optional() }),
  z.strictObject({
    type: z.literal('answer-revisit'),
    no: Reporter.optional(),
    contacted: z.enum(['yes', 'no']).optional(),
    solved: z.enum(['solved', 'partly', 'unsolved']).optional(),
    satisfied: z.enum(['satisfied', 'basically', 'dissatisfied']).optional(),
    reason: Words.optional(),
  }),
  z.strictObject({ type: z.literal('merge'), with: Reporter }),
  z.strictObject({ type: z.literal('unmerge') }),
]);
export type CommandInput = z.infer<typeof CommandInput>;
