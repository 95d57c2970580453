import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const Lines = z.array(z.string()).min(1);
const said = { office: z.string(), lead: z.string(), assists: z.array(z.string()).default([]), texts: Lines, feedback: Lines, results: Lines, tough: z.boolean().default(false) };

const Matter = z.strictObject({ ...said, weight: z.number().positive(), where: z.enum(['home', 'street', 'both']) });
const Wave = z.strictObject({ ...said, day: z.number().int(), from: z.number().int(), hours: z.number().positive(), people: z.number().int(), place: z.string() });
const Story = z.strictObject({ day: z.number().int(), at: z.number().int(), from: z.string(), room: z.string().optional(), text: z.string(), keep: z.string().optional() });

const Texts = z.strictObject({
  names: z.strictObject({ surnames: z.string(), given: Lines }),
  openers: Lines,
  since: Lines,
  endings: Lines,
  homes: z.array(z.strictObject({ name: z.string(), buildings: z.number().int() })),
  building: z.string(),
  streets: Lines,
  kinds: z.strictObject({ urgent: z.string(), tough: z.string() }),
  matters: z.array(Matter).min(1),
  waves: z.array(Wave),
  /** Sources that are handed in over HTTP; those that a district does not have are left out. */
  intake: z.strictObject({ sources: Lines, words: Lines }),
  group: Lines,
  chatter: Lines,
  places: z.strictObject({ asked: Lines }),
  reasons: z.strictObject({ escalate: Lines, extend: Lines, object: Lines, exclude: Lines, dissatisfied: Lines, refused: Lines, general: Lines }),
  supplements: Lines,
  thanks: Lines,
  fair: Lines,
  poor: Lines,
  stories: z.record(z.string(), z.array(Story)),
});

/** What people say in the month that is played for show. */
export type Texts = z.infer<typeof Texts>;

/** What is known of one sort of matter: its words, who deals with it, and what they say. */
export type Sort = Pick<Texts['matters'][number], 'office' | 'lead' | 'assists' | 'texts' | 'feedback' | 'results' | 'tough'>;

export type StoryLine = z.infer<typeof Story>;

/** Reads the texts of the month; throws when the file is not as it must be. */
export function readTexts(): Texts {
  return Texts.parse(parse(readFileSync(join(import.meta.dirname, '..', '..', 'districts', 'demo-month', 'month.yaml'), 'utf8')));
}

/** Fills `{{name}}` in a text; what is not given stays empty. */
export function filled(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => given[name] ?? '');
}
