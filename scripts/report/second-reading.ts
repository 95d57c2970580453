import { z } from 'zod';
import { jsonLines } from '../json-lines.ts';
import type { Voice } from '../marked-voices.ts';

const FILE = 'test/understanding/second-reading.jsonl';
const Both = z.tuple([z.string(), z.string()]);
const Reading = z.object({ set: z.string(), id: z.string(), intent: Both, urgency: Both, class: z.tuple([z.string().nullable(), z.string().nullable()]).optional() });
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
  return { ...voice, intent: ofTwo(voice.intent, reading.intent), class: ofTwo(voice.class, reading.class ?? [voice.class, voice.class]), urgency: ofTwo(voice.urgency, reading.urgency) };
}

function ofTwo<Mark>(mark: Mark, [one, other]: readonly [Mark, Mark]): Mark {
  return one === other ? one : mark;
}

/** How often readers mark alike, in 100 utterances: each of the two as the first hand, one after the other, and both as one another. */
export interface Agreement {
  readonly withMark: readonly [number, number];
  readonly withEachOther: number;
}

/** How the readers agree on the intent. */
export function agreement(all: readonly ReadAgain[]): Agreement {
  return agreed(all.map(({ voice, reading }) => [voice.intent, ...reading.intent]));
}

/** How they agree on the class, where they were asked for it; undefined where they were not. */
export function classAgreement(all: readonly ReadAgain[]): Agreement | undefined {
  const asked = all.flatMap(({ voice, reading }): Marks[] => (reading.class === undefined ? [] : [[voice.class, ...reading.class]]));
  return asked.length === 0 ? undefined : agreed(asked);
}

type Marks = readonly [mark: string | null, one: string | null, other: string | null];

function agreed(all: readonly Marks[]): Agreement {
  const share = (alike: (marks: Marks) => boolean): number => (100 * all.filter(alike).length) / all.length;
  return { withMark: [share(([mark, one]) => one === mark), share(([mark, , other]) => other === mark)], withEachOther: share(([, one, other]) => one === other) };
}
