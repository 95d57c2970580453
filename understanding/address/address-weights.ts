import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { AddressWeights } from './address-tagger.ts';

const Head = z.object({ kinds: z.array(z.string()).min(1), rows: z.number().int().positive() });

/** The weights as one compressed file: a line of JSON, then the numbers. */
export function packAddressWeights({ kinds, rows, emissions, transitions }: AddressWeights): Uint8Array {
  const head = Buffer.from(`${JSON.stringify({ kinds, rows })}\n`);
  return gzipSync(Buffer.concat([head, bytesOf(emissions), bytesOf(transitions)]), { level: 9 });
}

/** The weights of such a file; throws when it is cut short or something else. */
export function readAddressWeights(file: Uint8Array): AddressWeights {
  const bytes = gunzipSync(file);
  const end = bytes.indexOf(10);
  const { kinds, rows } = Head.parse(JSON.parse(bytes.subarray(0, end).toString('utf8')));
  const labels = kinds.length * 2;
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset + end + 1, bytes.length - end - 1);
  if (numbers.length !== rows * labels + labels * labels) throw new Error('The address weights are not as long as they say');
  return { kinds, rows, emissions: numbers.subarray(0, rows * labels), transitions: numbers.subarray(rows * labels) };
}

function bytesOf(numbers: Int8Array | Float64Array): Buffer {
  return Buffer.from(Int8Array.from(numbers).buffer);
}
