import { leftRows, ownRows, rightRows } from './name-features.ts';
import { eachNameSpan } from './name-spans.ts';
import { isIntroduced } from './name-surroundings.ts';
import type { NameWeights } from './name-weights.ts';

/** A span of a text, from its first character to the one after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds spans in a text in plain characters, in order and not overlapping. */
export type FindSpans = (plain: string) => Span[];

interface ScoredSpan extends Span {
  readonly score: number;
}

/** Finds the names of people that a text has, by weights; the work grows with the text's length alone. */
export function createLearntNames({ words, rows, perUnit }: NameWeights): FindSpans {
  const mask = rows.length - 1;
  let sum = 0;
  const take = (row: number): void => {
    sum += rows[row & mask] ?? 0;
  };
  const scoreOf = (speak: () => void): number => {
    sum = 0;
    speak();
    return sum / perUnit;
  };

  return (plain) => {
    const left = remembered((start) => scoreOf(() => leftRows(plain, words, start, take)));
    const right = remembered((end) => scoreOf(() => rightRows(plain, words, end, take)));
    const likely: ScoredSpan[] = [];
    eachNameSpan(plain, (start) => isIntroduced(plain, start), (start, end, kind) => {
      const score = left(start) + right(end) + scoreOf(() => ownRows(plain, words, { start, end, kind }, take));
      if (score > 0) likely.push({ start, end, score });
    });
    return apart(likely);
  };
}

/** The likeliest ones that do not overlap. */
function apart(likely: readonly ScoredSpan[]): Span[] {
  const kept: ScoredSpan[] = [];
  for (let from = 0; from < likely.length; ) {
    let to = from + 1;
    let reach = likely[from]?.end ?? 0;
    for (; to < likely.length && (likely[to]?.start ?? 0) < reach; to++) reach = Math.max(reach, likely[to]?.end ?? 0);
    for (const span of likely.slice(from, to).sort((one, other) => other.score - one.score)) {
      if (!kept.some((taken) => taken.start < span.end && span.start < taken.end)) kept.push(span);
    }
    from = to;
  }
  return kept.sort((one, other) => one.start - other.start).map(({ start, end }) => ({ start, end }));
}

/** Spans share their ends: what was said of one end is kept until the next. */
function remembered(scoreAt: (at: number) => number): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    const score = known.get(at) ?? scoreAt(at);
    known.set(at, score);
    return score;
  };
}
