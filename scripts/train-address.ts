import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createParseAddress } from '../understanding/address/address-tagger.ts';
import { packAddressWeights } from '../understanding/address/address-weights.ts';
import { type MarkedAddress, trainAddress } from '../understanding/address/train-address.ts';
import { jsonLines } from './json-lines.ts';

const Marked = z.object({ text: z.string(), spans: z.array(z.tuple([z.string(), z.string()])) });
const SHAPE = { rows: 8192, rounds: 8 };
/** Kinds that differ in their capitals only, as the marks have them. */
const SPELT: Readonly<Record<string, string>> = { subroad: 'subRoad', subRoadno: 'subroadno' };

const USAGE = `npm run train:address -- FILE [--measure]

FILE       JSON lines {text, spans: [[text, kind]…]}
--measure  trains on four fifths, prints the F1 of whole parts on the rest, writes nothing`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { measure: { type: 'boolean', default: false } } });
const [file] = positionals;
if (file === undefined) console.log(USAGE);
else if (values.measure) measure(read(file));
else writeFileSync('understanding/weights/address.bin', packAddressWeights(trainAddress(read(file), SHAPE)));

function read(path: string): MarkedAddress[] {
  return jsonLines(path, Marked).map(({ text, spans }) => ({ text, spans: spans.map(([part, kind]) => [part, SPELT[kind] ?? kind]) }));
}

function measure(all: readonly MarkedAddress[]): void {
  const parse = createParseAddress(trainAddress(all.filter((_, at) => at % 5 !== 0), SHAPE));
  let right = 0;
  let said = 0;
  let marked = 0;
  for (const { text, spans } of all.filter((_, at) => at % 5 === 0)) {
    const wanted = placed(spans);
    const given = placed(parse(text));
    right += [...given].filter((part) => wanted.has(part)).length;
    said += given.size;
    marked += wanted.size;
  }
  console.log(`F1 of whole parts ${((200 * right) / (said + marked)).toFixed(1)} % (${right} of ${marked} found, ${said} said)`);
}

function placed(parts: readonly (readonly [string, string])[]): Set<string> {
  let at = 0;
  return new Set(parts.map(([text, kind]) => `${(at += text.length)} ${text} ${kind}`));
}
