import { z } from 'zod';
import { jsonLines } from '../json-lines.ts';
import type { Voice } from '../marked-voices.ts';

const FILE = 'test/understanding/second-reading.jsonl';
const Both = z.tuple([z.string(), z.string()]);
const Reading = z.object({ set: z.string(), id: z.string(), intent: Both, urgency: Both });
type Reading = z.infer<typeof Reading>;

const READINGS = new Map(jsonLines(FILE, Reading).map((reading) => [`${reading.set} ${reading.id}`, reading]));

/** A marked utterance beside what two further readers made of it. */
export interface ReadAgain {
  readonly voice: Voice;
  readonly reading: Reading;
}

/** The utterances of a file that two further readers marked, who saw nothing but the texts and the rules (test/understanding/voices.md). */
export function readAgain(file: string, voices: readonly Voice[]): ReadAgain[] {
  return voices.flatMap((voice) => {
    const reading = READINGS.get(`${file} ${voice.id}`);
    return reading === undefined ? [] : [{ voice, reading }];
  });
}

/** The utterance as two of three marked it: where both readers agree against the first mark, theirs holds. */
export function asReviewed({ voice, reading }: ReadAgain): Voice {
  return { ...voice, intent: ofTwo(voice.intent, reading.intent), urgency: ofTwo(voice.urgency, reading.urgency) };
}

function ofTwo(mark: string, [one, other]: readonly [string, string]): string {
  return one === other ? one : mark;
}

/** In how many of 100 utterances the readers' intent is the mark, one after the other, and is that of the other reader. */
export function agreement(all: readonly ReadAgain[]): { readonly withMark: readonly [number, number]; readonly withEachOther: number } {
  const share = (is: (one: ReadAgain) => boolean): number => (100 * all.filter(is).length) / all.length;
  const withMark = (nth: 0 | 1): number => share(({ voice, reading }) => reading.intent[nth] === voice.intent);
  return { withMark: [withMark(0), withMark(1)], withEachOther: share(({ reading }) => reading.intent[0] === reading.intent[1]) };
}
