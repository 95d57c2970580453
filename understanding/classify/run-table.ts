import { eachGramHash, runWeight } from './grams.ts';

/** A trained table: how much each run of characters speaks for each label. */
export interface LinearModel {
  readonly labels: readonly string[];
  /** The scores of a bare text, one per label, in a list that the next call overwrites. */
  score(bare: string): Float64Array;
  /** How much more or less than others each label is leant to before anything is read; not part of the scores. */
  readonly leanings: readonly number[];
}

/** What each run of characters says of the few labels that it speaks for or against. */
export interface RunRows {
  readonly hashes: Uint32Array;
  /** How rare each run is, in units of the table's `rarity`. */
  readonly rarities: Uint8Array;
  /** How many entries each run has; they follow one another in the two lists below. */
  readonly sizes: Uint8Array;
  readonly entryLabels: Uint8Array;
  /** In units of the label's scale. */
  readonly entryWeights: Int8Array;
}

/** What holds for a whole table. */
export interface TableHead {
  readonly labels: readonly string[];
  readonly rarity: number;
  readonly scales: readonly number[];
  readonly leanings?: readonly number[] | undefined;
}

/** A row: the lower bits of the run's hash, how often the text that is being read has it, rarity and number of entries, the entries. */
const COUNT = 1;
const KIND = 2;
const ENTRIES = 3;
/** The upper bits find the row, so that the lower ones fit. */
const LEAST_UPPER_BITS = 16;

/**
 * A model over rows in memory. It is told one text at a time. Texts have their runs all over a table, so a run's row lies in one piece and is found by a list of where the rows of
 * the same upper bits begin: two places in memory are looked at for a run that is there, mostly one for a run that is not.
 */
export function createRunTable({ labels, rarity, scales, leanings = [] }: TableHead, runs: RunRows): LinearModel {
  const layout = laidOut(runs);
  const { rows } = layout;
  const seen = new Int32Array(runs.hashes.length);
  const sums = new Float64Array(labels.length);
  let found = 0;

  function note(hash: number): void {
    const start = startOf(layout, hash);
    if (start < 0) return;
    if (rows[start + COUNT] === 0) seen[found++] = start;
    rows[start + COUNT] = (rows[start + COUNT] ?? 0) + 1;
  }

  /** What a row adds to the square of the text's length; the row is as before afterwards. */
  function add(start: number): number {
    const kind = rows[start + KIND] ?? 0;
    const value = runWeight(rows[start + COUNT] ?? 1, kind >>> 8) * rarity;
    const end = start + ENTRIES + (kind & 0xff);
    for (let at = start + ENTRIES; at < end; at++) {
      const entry = rows[at] ?? 0;
      const label = entry >>> 8;
      sums[label] = (sums[label] ?? 0) + value * ((entry << 24) >> 24);
    }
    rows[start + COUNT] = 0;
    return value * value;
  }

  return {
    labels,
    leanings,
    score(bare) {
      sums.fill(0);
      found = 0;
      eachGramHash(bare, note);
      let square = 0;
      for (let place = 0; place < found; place++) square += add(seen[place] ?? 0);
      const length = Math.sqrt(square) || 1;
      for (let label = 0; label < sums.length; label++) sums[label] = ((sums[label] ?? 0) * (scales[label] ?? 0)) / length;
      return sums;
    },
  };
}

interface Layout {
  readonly rows: Uint16Array;
  /** Where the rows of the same upper bits begin, and at the end where the last ones end. */
  readonly starts: Uint32Array;
  readonly lowerBits: number;
}

/** Where a run's row begins; below 0 when the table does not know it. */
function startOf({ rows, starts, lowerBits }: Layout, hash: number): number {
  const upper = hash >>> lowerBits;
  const lower = hash & ((1 << lowerBits) - 1);
  const end = starts[upper + 1] ?? 0;
  for (let at = starts[upper] ?? 0; at < end; at += ENTRIES + ((rows[at + KIND] ?? 0) & 0xff)) if (rows[at] === lower) return at;
  return -1;
}

function laidOut({ hashes, rarities, sizes, entryLabels, entryWeights }: RunRows): Layout {
  const upperBits = Math.max(LEAST_UPPER_BITS, 32 - Math.clz32(hashes.length));
  const lowerBits = 32 - upperBits;
  const starts = startsByUpperBits(hashes, sizes, upperBits);
  const next = starts.slice();
  const rows = new Uint16Array(hashes.length * ENTRIES + entryLabels.length);
  let entry = 0;
  for (let run = 0; run < hashes.length; run++) {
    const hash = hashes[run] ?? 0;
    const size = sizes[run] ?? 0;
    let at = next[hash >>> lowerBits] ?? 0;
    rows[at] = hash & ((1 << lowerBits) - 1);
    rows[at + KIND] = ((rarities[run] ?? 0) << 8) | size;
    at += ENTRIES;
    for (const last = entry + size; entry < last; entry++) rows[at++] = ((entryLabels[entry] ?? 0) << 8) | ((entryWeights[entry] ?? 0) & 0xff);
    next[hash >>> lowerBits] = at;
  }
  return { rows, starts, lowerBits };
}

function startsByUpperBits(hashes: Uint32Array, sizes: Uint8Array, upperBits: number): Uint32Array {
  const starts = new Uint32Array((1 << upperBits) + 1);
  for (let run = 0; run < hashes.length; run++) {
    const after = ((hashes[run] ?? 0) >>> (32 - upperBits)) + 1;
    starts[after] = (starts[after] ?? 0) + ENTRIES + (sizes[run] ?? 0);
  }
  for (let upper = 1; upper < starts.length; upper++) starts[upper] = (starts[upper] ?? 0) + (starts[upper - 1] ?? 0);
  return starts;
}
