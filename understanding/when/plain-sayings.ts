import { eachPattern, oftenPattern, timesPattern, wheneverPattern } from '../../locales/lexicon/when-again-words.ts';
import type { Kind } from '../../locales/lexicon/when-matter-words.ts';
import { justNowPattern, nowPattern, sinceEventPattern, stillPattern } from '../../locales/lexicon/when-since-words.ts';
import { type Piece, read } from './piece.ts';

const patterns: readonly (readonly [Kind, RegExp])[] = [
  ['each', eachPattern],
  ['whenever', wheneverPattern],
  ['often', oftenPattern],
  ['times', timesPattern],
  ['just-now', justNowPattern],
  ['now', nowPattern],
  ['still', stillPattern],
];

/** What needs no working out: that it comes again, or happens now. */
export function plainSayings(text: string): readonly Piece[] {
  return patterns.flatMap(([kind, pattern]) => read(pattern, text, (_, placed) => ({ kind, ...placed })));
}

/** What has lasted since something happened: 自打搬来, 从供暖到现在. */
export function sinceEvents(text: string): readonly Piece[] {
  return read(sinceEventPattern, text, (_, placed) => ({ kind: 'since-event', ...placed }));
}
