import { z } from 'zod';
import { createRunTable, type LinearModel } from './run-table.ts';

const Header = z.object({
  labels: z.array(z.string()).min(2).max(255),
  grams: z.number().int().positive(),
  rarity: z.number().positive(),
  scales: z.array(z.number()),
  leanings: z.array(z.number()).optional(),
});

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
export function createLinearModel({ hashes, rarities, weights, ...head }: ModelNumbers): LinearModel {
  const width = head.labels.length;
  const sizes = new Uint8Array(hashes.length).fill(width);
  const entryLabels = new Uint8Array(weights.length);
  for (let at = 0; at < entryLabels.length; at++) entryLabels[at] = at % width;
  return createRunTable(head, { hashes, rarities, sizes, entryLabels, entryWeights: weights });
}

function bytesOf(list: Uint32Array | Int8Array): Uint8Array {
  return new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
}
