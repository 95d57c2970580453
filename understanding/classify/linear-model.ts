import { z } from 'zod';
import { createGramCounts, runWeight } from './gram-counts.ts';

const Header = z.object({
  labels: z.array(z.string()).min(2),
  grams: z.number().int().positive(),
  rarity: z.number().positive(),
  scales: z.array(z.number()),
  leanings: z.array(z.number()).optional(),
});

/** A trained table: how much each run of characters speaks for each label. */
export interface LinearModel {
  readonly labels: readonly string[];
  /** The scores of a bare text, one per label, in a list that the next call overwrites. */
  score(bare: string): Float64Array;
  /** How much more or less than others each label is leant to before anything is read; not part of the scores. */
  readonly leanings: readonly number[];
}

/** What a model's file holds, before it is packed into bytes. */
export interface ModelNumbers {
  readonly labels: readonly string[];
  readonly hashes: Uint32Array;
  /** How rare each run is, in units of `rarity`. */
  readonly rarities: Uint8Array;
  readonly rarity: number;
  /** Run by run, label by label, in units of the label's scale. */
  readonly weights: Int8Array;
  readonly scales: readonly number[];
  /** Label by label, in units of the scores; none when nobody asks for them. */
  readonly leanings?: readonly number[] | undefined;
}

/** The bytes of a model's file. */
export function packModel(numbers: ModelNumbers): Uint8Array {
  const { labels, rarity, scales, leanings } = numbers;
  const json = JSON.stringify({ labels, grams: numbers.hashes.length, rarity, scales, leanings });
  const header = new TextEncoder().encode(json + ' '.repeat(4 - (new TextEncoder().encode(json).length % 4)));
  return new Uint8Array(
    Buffer.concat([bytesOf(Uint32Array.of(header.length)), header, bytesOf(numbers.hashes), numbers.rarities, bytesOf(numbers.weights)]),
  );
}

/** Reads a model's file; throws where the bytes are not one. */
export function readModel(bytes: Uint8Array): LinearModel {
  const { buffer } = new Uint8Array(bytes);
  const headerEnd = 4 + new DataView(buffer).getUint32(0, true);
  const header = Header.parse(JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, headerEnd - 4))));
  const { grams, labels } = header;
  if (buffer.byteLength !== headerEnd + grams * (5 + labels.length)) throw new Error('A model file is cut short or too long');
  const hashes = new Uint32Array(buffer, headerEnd, grams);
  const rarities = new Uint8Array(buffer, headerEnd + grams * 4, grams);
  return createLinearModel({ ...header, hashes, rarities, weights: new Int8Array(buffer, headerEnd + grams * 5) });
}

/** A model over numbers already in memory. */
export function createLinearModel({ labels, hashes, rarities, rarity, weights, scales, leanings = [] }: ModelNumbers): LinearModel {
  const counter = createGramCounts(hashes);
  const sums = new Float64Array(labels.length);
  const width = labels.length;

  function add(number: number): number {
    const value = runWeight(counter.counts[number] ?? 1, rarities[number] ?? 0) * rarity;
    const from = number * width;
    for (let label = 0; label < width; label++) sums[label] = (sums[label] ?? 0) + value * (weights[from + label] ?? 0);
    return value * value;
  }

  return {
    labels,
    leanings,
    score(bare) {
      sums.fill(0);
      const found = counter.count(bare);
      let square = 0;
      for (let place = 0; place < found; place++) square += add(counter.seen[place] ?? 0);
      counter.clear();
      return scaled(sums, scales, Math.sqrt(square));
    },
  };
}

/** The sums in units of the scores, whatever the length of the text; in the same list. The loop over the runs stays with each kind of table: one for both takes longer. */
export function scaled(sums: Float64Array, scales: readonly number[], length: number): Float64Array {
  for (let label = 0; label < sums.length; label++) sums[label] = ((sums[label] ?? 0) * (scales[label] ?? 0)) / (length || 1);
  return sums;
}

function bytesOf(list: Uint32Array | Int8Array): Uint8Array {
  return new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
}
