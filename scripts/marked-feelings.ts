import { z } from 'zod';
import { jsonLines } from './json-lines.ts';

const LESSONS = 'test/understanding/circumstances/circumstances-lessons.jsonl';
const Marked = z.object({ id: z.string(), text: z.string(), affected: z.string().nullable(), contact: z.boolean(), hidden: z.boolean(), upset: z.boolean() });

/** An utterance with its circumstances marked. */
export type MarkedCircumstances = z.infer<typeof Marked>;

/** Utterances with their circumstances; those to learn from when no file is named (test/understanding/circumstances/circumstances-set.md). */
export function markedFeelings(path = LESSONS): MarkedCircumstances[] {
  return jsonLines(path, Marked);
}
