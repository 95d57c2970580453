import { z } from 'zod';
import type { MarkedMatters, OneMatter } from '../understanding/split/training/train-split.ts';
import { jsonLines } from './json-lines.ts';
import { voicesToLearnFrom } from './marked-voices.ts';

const LESSONS = 'test/understanding/split/matters-lessons.jsonl';
const Marked = z.object({ id: z.string(), text: z.string(), matters: z.array(z.tuple([z.string(), z.string()])) });
const TOLD: ReadonlySet<string> = new Set(['complaint', 'help', 'danger', 'suggestion', 'question', 'enterprise']);

/** Utterances with the first words of each of their matters; those to learn from when no file is named (test/understanding/split/matters-set.md). */
export function markedMatters(path = LESSONS): MarkedMatters[] {
  return jsonLines(path, Marked);
}

/** The voices to learn from that tell one matter, hand by hand. */
export function singleByHand(): OneMatter[][] {
  const hands = new Map<string, OneMatter[]>();
  for (const { id, text, intent, class: category, matters = 1 } of voicesToLearnFrom()) {
    if (matters > 1 || category === null || !TOLD.has(intent)) continue;
    const hand = id.replace(/\d+$/, '');
    hands.set(hand, [...(hands.get(hand) ?? []), { id, text, category }]);
  }
  return [...hands.values()];
}
