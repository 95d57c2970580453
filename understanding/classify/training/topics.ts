/** A text as numbers: which runs of characters it has, and how much each counts. */
export interface Vector {
  readonly runs: Int32Array;
  readonly values: Float32Array;
}

const ROUNDS = 3;

/**
 * The directions along which texts differ most, topic by topic, each over all runs of characters and of length 1
 * (a truncated singular value decomposition by repeated multiplication, begun from a fixed seed).
 */
export function topicsOf(texts: readonly Vector[], runs: number, topics: number): Float32Array[] {
  let seed = 7;
  let directions: Float32Array[] = Array.from({ length: topics }, () =>
    Float32Array.from({ length: runs }, () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 32 - 0.5;
    }),
  );
  for (let round = 0; round < ROUNDS; round++) directions = squared(upright(directions, runs), texts, runs);
  return upright(directions, runs);
}

/** How much of each topic a text has. */
export function inTopics({ runs, values }: Vector, byRun: Float32Array, topics: number): Float32Array {
  const shares = new Float32Array(topics);
  for (let at = 0; at < runs.length; at++) {
    const from = (runs[at] ?? 0) * topics;
    const value = values[at] ?? 0;
    for (let topic = 0; topic < topics; topic++) shares[topic] = (shares[topic] ?? 0) + value * (byRun[from + topic] ?? 0);
  }
  return shares;
}

/** The same numbers, run by run instead of topic by topic. */
export function byRuns(directions: readonly Float32Array[], runs: number): Float32Array {
  const turned = new Float32Array(runs * directions.length);
  directions.forEach((direction, topic) => {
    for (let run = 0; run < runs; run++) turned[run * directions.length + topic] = direction[run] ?? 0;
  });
  return turned;
}

/** Texts-by-runs, transposed, times itself, times the directions. */
function squared(directions: readonly Float32Array[], texts: readonly Vector[], runs: number): Float32Array[] {
  const topics = directions.length;
  const byRun = byRuns(directions, runs);
  const sums = new Float32Array(runs * topics);
  for (const text of texts) {
    const shares = inTopics(text, byRun, topics);
    for (let at = 0; at < text.runs.length; at++) {
      const from = (text.runs[at] ?? 0) * topics;
      const value = text.values[at] ?? 0;
      for (let topic = 0; topic < topics; topic++) sums[from + topic] = (sums[from + topic] ?? 0) + value * (shares[topic] ?? 0);
    }
  }
  return directions.map((_, topic) => Float32Array.from({ length: runs }, (_unused, run) => sums[run * topics + topic] ?? 0));
}

/** Makes the directions upright to one another and of length 1 (Gram-Schmidt). */
function upright(directions: readonly Float32Array[], runs: number): Float32Array[] {
  const done: Float32Array[] = [];
  for (const direction of directions) {
    const left = direction.slice();
    for (const other of done) take(left, other, runs);
    const length = Math.sqrt(alike(left, left, runs)) || 1;
    done.push(left.map((value) => value / length));
  }
  return done;
}

function take(from: Float32Array, other: Float32Array, runs: number): void {
  const share = alike(from, other, runs);
  for (let run = 0; run < runs; run++) from[run] = (from[run] ?? 0) - share * (other[run] ?? 0);
}

function alike(one: Float32Array, other: Float32Array, runs: number): number {
  let sum = 0;
  for (let run = 0; run < runs; run++) sum += (one[run] ?? 0) * (other[run] ?? 0);
  return sum;
}
