import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type CommonWords, commonWordsSize } from './common-words.ts';

const Head = z.object({ rows: z.number().int().positive(), perUnit: z.number().positive() });

/** What was learnt about names. */
export interface NameWeights {
  /** How common words are, by which names are told from them. */
  readonly words: CommonWords;
  /** A power of two in number; what each hashed feature says for a name, so many to a unit. */
  readonly rows: Int8Array;
  readonly perUnit: number;
}

/** The weights as one compressed file: a line of JSON, then the numbers. */
export function packNameWeights({ words, rows, perUnit }: NameWeights): Uint8Array {
  const head = Buffer.from(`${JSON.stringify({ rows: rows.length, perUnit })}\n`);
  return new Uint8Array(gzipSync(Buffer.concat([head, words.characters, words.pairs, new Uint8Array(rows.buffer)]), { level: 9 }));
}

/** The weights of such a file; throws where the bytes are none. */
export function readNameWeights(file: Uint8Array): NameWeights {
  const bytes = gunzipSync(file);
  const end = bytes.indexOf(10) + 1;
  const { rows, perUnit } = Head.parse(JSON.parse(bytes.subarray(0, end).toString('utf8')));
  const pairsFrom = end + commonWordsSize.characters;
  const rowsFrom = pairsFrom + commonWordsSize.pairs;
  if (bytes.length !== rowsFrom + rows) throw new Error('The weights for names are cut short or too long');
  const words = { characters: new Uint8Array(bytes.subarray(end, pairsFrom)), pairs: new Uint8Array(bytes.subarray(pairsFrom, rowsFrom)) };
  return { words, rows: new Int8Array(bytes.buffer, bytes.byteOffset + rowsFrom, rows), perUnit };
}
