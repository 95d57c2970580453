import { z } from 'zod';

/** What a model may call an intent: neither a command nor an answer, so that nothing it says is carried out. */
const INTENTS = ['complaint', 'help', 'danger', 'suggestion', 'enterprise', 'question', 'praise', 'small-talk', 'abuse', 'not-for-us'] as const;

/** How many matters one utterance may be drafted as. */
const MOST_MATTERS = 3;

/** The shape of a language model's answer: closed lists and words, no ids of places, no tier, no limit, no score. */
export function draftSchema(classIds: readonly string[]) {
  const matter = z.object({
    words: z.string(),
    intent: z.enum(INTENTS),
    category: z.enum(classIds),
    place: z.string().nullable(),
    urgency: z.enum(['danger', 'urgent', 'routine']),
    summary: z.string(),
  });
  return z.object({ matters: z.array(matter).min(1).max(MOST_MATTERS) });
}

/** What such an answer must look like. */
export type DraftSchema = ReturnType<typeof draftSchema>;

/** What a language model makes of an utterance. */
export type Draft = z.infer<DraftSchema>;

/** One matter of a draft; its words are a piece of the utterance. */
export type DraftedMatter = Draft['matters'][number];

/** Asks a language model about masked words. Never rejects: undefined when it did not answer in time, or not as asked. */
export type AskModel = (masked: string) => Promise<Draft | undefined>;

/** The draft in what a model wrote, bare or inside a fence; undefined when it is none. */
export function draftFrom(schema: DraftSchema, content: string): Draft | undefined {
  const parsed = schema.safeParse(jsonIn(content));
  return parsed.success ? parsed.data : undefined;
}

const FENCE = '```';

function jsonIn(content: string): unknown {
  const said = content.trim();
  const isFenced = said.startsWith(FENCE) && said.endsWith(FENCE);
  try {
    return JSON.parse(isFenced ? said.slice(FENCE.length, -FENCE.length).replace(/^\w+/, '') : said);
  } catch {
    return undefined;
  }
}
