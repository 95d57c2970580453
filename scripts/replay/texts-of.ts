import { z } from 'zod';
import { jsonLines } from '../json-lines.ts';

/** The fields that a text may be in, the likeliest first. */
export const FIELDS = ['text', 'title', 'detail'] as const;
export type Field = (typeof FIELDS)[number];

const Line = z.looseObject({ text: z.string().nullish(), title: z.string().nullish(), detail: z.string().nullish() });

/** The texts of a file of JSON lines: of one field, or of each line's first field that there is. Lines without any are left out. */
export function textsOf(file: string, field?: Field): string[] {
  const fields = field === undefined ? FIELDS : [field];
  return jsonLines(file, Line).flatMap((line) => {
    const text = fields.map((name) => line[name]).find((one) => typeof one === 'string' && one.trim() !== '');
    return typeof text === 'string' ? [text] : [];
  });
}
