import { overlap, type Span } from '../../span.ts';
import { leftRows, leftSide, ownRows, rightRows, rightSide, type Side } from './name-features.ts';
import { eachNameSpan } from './name-spans.ts';
import { isIntroduced } from './name-surroundings.ts';
import type { NameWeights } from './name-weights.ts';

/** From what sum of weights on a span is taken for a name: a little below even, as a word hidden in vain costs less than somebody named. */
const LEAST = -0.5;

/** Finds spans in a text in plain characters, in order and not overlapping. */
export type FindSpans = (plain: string) => Span[];

interface ScoredSpan extends Span {
  readonly score: number;
}

interface ScoredSide {
  readonly side: Side;
  readonly score: number;
}

/** Finds the names of people that a text has, by weights; the work grows with the text's length alone. */
export function createLearntNames({ words, rows, perUnit }: NameWeights): FindSpans {
  const mask = rows.length - 1;
  let sum = 0;
  const take = (row: number): void => {
    sum += rows[row & mask] ?? 0;
  };
  const leftOf = (plain: string, start: number): ScoredSide => {
    const side = leftSide(plain, start);
    sum = 0;
    leftRows(plain, words, side, take);
    return { side, score: sum };
  };
  const rightOf = (plain: string, end: number): ScoredSide => {
    const side = rightSide(plain, end);
    sum = 0;
    rightRows(plain, words, side, take);
    return { side, score: sum };
  };

  return (plain) => {
    const lefts: ScoredSide[] = [];
    const rights: ScoredSide[] = [];
    const likely: ScoredSpan[] = [];
    eachNameSpan(plain, (start) => isIntroduced(plain, start), (start, end, kind) => {
      // Spans share their ends: what stands beside one is looked at once.
      const left = (lefts[start] ??= leftOf(plain, start));
      const right = (rights[end] ??= rightOf(plain, end));
      sum = left.score + right.score;
      ownRows(plain, words, { kind, left: left.side, right: right.side }, take);
      if (sum > LEAST * perUnit) likely.push({ start, end, score: sum });
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
      if (!kept.some((taken) => overlap(taken, span))) kept.push(span);
    }
    from = to;
  }
  return kept.sort((one, other) => one.start - other.start).map(({ start, end }) => ({ start, end }));
}
