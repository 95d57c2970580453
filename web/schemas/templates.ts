import { z } from 'zod';
import { Time } from './scalars.ts';

const Language = z.enum(['zh-CN', 'en']);

/** The kinds of sentences, as the page groups them. */
export const TemplateGroup = z.enum(['notices', 'chat', 'greetings', 'refusals', 'parts', 'warnings', 'services', 'side', 'deliberation', 'lists', 'records']);
export type TemplateGroup = z.infer<typeof TemplateGroup>;

const Wording = z.strictObject({ language: Language, text: z.string(), original: z.string(), changed: z.boolean(), longest: z.number().int(), filling: z.record(z.string(), z.string()) });

/** A sentence that the bot says, in each language, with what may stand in its placeholders and who changed it. */
export const Template = z
  .strictObject({
    key: z.string(),
    group: TemplateGroup,
    /** It says what the law wants said: some words must stay. */
    law: z.boolean(),
    wordings: z.array(Wording),
    history: z.array(z.strictObject({ at: Time, by: z.string(), language: Language, from: z.string(), to: z.string() })),
  })
  .meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;

/** Which sentences: those that hold the words, of a group, or only changed ones; sixty at the most. */
export const TemplateQuery = z.strictObject({ q: z.string().trim().max(60).default(''), group: TemplateGroup.optional(), changed: z.enum(['true', 'false']).default('false') });
export type TemplateQuery = z.infer<typeof TemplateQuery>;

export const TemplateList = z.strictObject({ count: z.number().int(), changed: z.number().int(), items: z.array(Template) }).meta({ id: 'TemplateList' });
export type TemplateList = z.infer<typeof TemplateList>;

/** Other words for a sentence; null brings the original back. */
export const TemplateBody = z.strictObject({ key: z.string().min(1).max(120), language: Language, text: z.string().max(20_000).nullable() });
export type TemplateBody = z.infer<typeof TemplateBody>;
