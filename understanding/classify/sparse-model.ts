import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { readModel, type ModelNumbers } from './linear-model.ts';
import { createRunTable, type LinearModel, type RunRows, type TableHead } from './run-table.ts';

const Header = z.object({
  labels: z.array(z.string()).min(2).max(255),
  grams: z.number().int().positive(),
  entries: z.number().int().positive(),
  rarity: z.number().positive(),
  scales: z.array(z.number()),
  leanings: z.array(z.number()).optional(),
});
const Kind = z.object({ entries: z.number().optional() });
const HASH_BYTES = 4;

/** How much of a table is kept: at most so many entries, those that can move a score most, or all; and weights told apart by so many steps to either side, 127 at most. */
export interface Packing {
  readonly entries?: number | undefined;
  readonly steps: number;
}

/** The bytes of a model's file; runs that keep no entry are left out. */
export function packSparse(numbers: ModelNumbers, { entries = Infinity, steps }: Packing): Uint8Array {
  const { labels, rarity, scales, leanings, hashes, rarities, sizes, entryLabels, entryWeights } = weightiest(coarse(numbers, steps), entries);
  const header = Buffer.from(JSON.stringify({ labels, grams: hashes.length, entries: entryLabels.length, rarity, scales, leanings }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const body = Buffer.concat([planesOf(hashes), rarities, sizes, entryLabels, new Uint8Array(entryWeights.buffer)]);
  return new Uint8Array(Buffer.concat([length, header, deflateRawSync(body, { level: 9 })]));
}

/** Reads a model's file, one with all its entries or one with the weightiest alone; throws where the bytes are neither. */
export function readSparse(bytes: Uint8Array): LinearModel {
  const headerEnd = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const json: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, headerEnd)));
  if (Kind.parse(json).entries === undefined) return readModel(bytes);
  const header = Header.parse(json);
  const { grams, entries } = header;
  const runsEnd = grams * (HASH_BYTES + 2);
  const body = unpacked(bytes.subarray(headerEnd), runsEnd + entries * 2);
  return createRunTable(header, {
    hashes: fromPlanes(body, grams),
    rarities: body.subarray(grams * HASH_BYTES, grams * (HASH_BYTES + 1)),
    sizes: body.subarray(grams * (HASH_BYTES + 1), runsEnd),
    entryLabels: body.subarray(runsEnd, runsEnd + entries),
    entryWeights: new Int8Array(body.buffer, body.byteOffset + runsEnd + entries, entries),
  });
}

function unpacked(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  try {
    const body = new Uint8Array(inflateRawSync(packed, { maxOutputLength: length, chunkSize: Math.max(length, 64) }));
    if (body.length === length) return body;
  } catch {
    // Said below: the packing's own words tell nobody which file is meant.
  }
  throw new Error('A model file is cut short or too long');
}

/** Rising numbers as what each adds to the one before, all lowest bytes first: packs to two thirds. */
function planesOf(rising: Uint32Array): Uint8Array {
  const planes = new Uint8Array(rising.length * HASH_BYTES);
  rising.forEach((hash, number) => {
    const more = hash - (rising[number - 1] ?? 0);
    for (let plane = 0; plane < HASH_BYTES; plane++) planes[plane * rising.length + number] = (more >>> (8 * plane)) & 0xff;
  });
  return planes;
}

function fromPlanes(planes: Uint8Array, many: number): Uint32Array {
  const rising = new Uint32Array(many);
  for (let number = 0; number < many; number++) {
    let hash = rising[number - 1] ?? 0;
    for (let plane = 0; plane < HASH_BYTES; plane++) hash += (planes[plane * many + number] ?? 0) << (8 * plane);
    rising[number] = hash;
  }
  return rising;
}

function coarse(numbers: ModelNumbers, steps: number): ModelNumbers {
  const most = 127 / steps;
  return { ...numbers, weights: numbers.weights.map((weight) => Math.round(weight / most)), scales: numbers.scales.map((scale) => scale * most) };
}

function weightiest({ labels, hashes, rarities, rarity, weights, scales, leanings }: ModelNumbers, mostEntries: number): TableHead & RunRows {
  const width = labels.length;
  const sway = Float64Array.from(weights, (weight, at) => Math.abs(weight) * (scales[at % width] ?? 0) * (rarities[Math.floor(at / width)] ?? 0));
  const least = sway.length > mostEntries ? (sway.slice().sort()[sway.length - mostEntries - 1] ?? 0) : 0;
  const placesOf = (number: number): number[] => labels.map((_, label) => number * width + label).filter((place) => (sway[place] ?? 0) > least);
  const rows = Array.from(hashes, (hash, number) => ({ hash, rarity: rarities[number] ?? 0, places: placesOf(number) }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => a.hash - b.hash);
  const places = rows.flatMap((row) => row.places);
  return {
    labels,
    hashes: Uint32Array.from(rows, ({ hash }) => hash),
    rarities: Uint8Array.from(rows, (row) => row.rarity),
    rarity,
    sizes: Uint8Array.from(rows, (row) => row.places.length),
    entryLabels: Uint8Array.from(places, (place) => place % width),
    entryWeights: Int8Array.from(places, (place) => weights[place] ?? 0),
    scales,
    leanings,
  };
}
