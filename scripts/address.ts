import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createParseAddress } from '../understanding/address/address-tagger.ts';
import { readAddressWeights } from '../understanding/address/address-weights.ts';
import { lineByLine } from './line-by-line.ts';

const parse = createParseAddress(readAddressWeights(readFileSync(join(import.meta.dirname, '../understanding/weights/address.bin'))));

await lineByLine(z.object({ text: z.string() }), ({ text }) => ({ text, parts: parse(text) }));
