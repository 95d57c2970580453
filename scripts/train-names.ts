import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { packNameWeights } from '../understanding/masking/names/name-weights.ts';
import { trainNames } from '../understanding/masking/names/training/train-names.ts';
import { jsonLines } from './json-lines.ts';
import { voicesToLearnFrom } from './marked-voices.ts';

const Marked = z.object({ id: z.string(), text: z.string(), names: z.array(z.string()) });
const LESSONS = 'test/understanding/masking/names-lessons.jsonl';

const { values } = parseArgs({
  options: {
    lessons: { type: 'string', default: LESSONS },
    out: { type: 'string', default: 'understanding/weights/names.bin' },
  },
});

const bytes = packNameWeights(trainNames({ marked: jsonLines(values.lessons, Marked), ordinary: voicesToLearnFrom().map(({ text }) => text) }));
writeFileSync(values.out, bytes);
console.log(`${values.out}: ${(bytes.length / 1000).toFixed(1)} kB`);
