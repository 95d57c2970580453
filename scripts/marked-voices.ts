import { join } from 'node:path';
import { z } from 'zod';
import { halfOf } from '../understanding/urgency/training/half-of.ts';
import { jsonLines } from './json-lines.ts';

const FOLDER = 'test/understanding';
const WHOLE = 'a d e f g i j k l m n o p q r s t u v w x y z aa ab ac ad ae af aj ak al am ao ap aq ar at au av aw ax ay az ba bb bc bd be bf bg bh bn bo bp bq lessons'.split(' ').map(fileOf);
/** The sets of which one half is learnt from and the other only measured on. */
export const HALVED: readonly string[] = ['b', 'c', 'ag', 'ah', 'ai', 'an', 'as'].map(fileOf);
/** The sets that are only measured on. */
const HELD_WHOLE = ['h', 'bi', 'bj', 'bk', 'bl', 'bm'].map(fileOf);
const Voice = z.object({ id: z.string(), text: z.string(), group: z.boolean().optional(), intent: z.string(), class: z.string().nullable(), urgency: z.string(), matters: z.number().optional() });

/** A marked utterance of another hand. */
export type Voice = z.infer<typeof Voice>;

/** What other hands wrote and may be learnt from: whole sets, half of some, and the lessons written after some of them (test/understanding/voices.md). */
export function voicesToLearnFrom(): Voice[] {
  return [...WHOLE.flatMap(voicesIn), ...HALVED.flatMap(voicesIn).filter(({ id }) => halfOf(id) === 'tune')];
}

/** The half of a set that nobody looks at. */
export function heldHalfOf(file: string): Voice[] {
  return voicesIn(file).filter(({ id }) => halfOf(id) === 'held');
}

function fileOf(hand: string): string {
  return `voices-${hand}.jsonl`;
}

/** All that is only measured on of what other hands wrote, file by file. */
export function heldVoices(): { readonly file: string; readonly said: Voice[] }[] {
  return [...HELD_WHOLE.map((file) => ({ file, said: voicesIn(file) })), ...HALVED.map((file) => ({ file, said: heldHalfOf(file) }))];
}

/** The marked utterances of one file. */
export function voicesIn(file: string): Voice[] {
  return jsonLines(join(FOLDER, file), Voice);
}
