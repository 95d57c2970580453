import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { halfOf } from '../understanding/urgency/training/half-of.ts';
import { trainDanger } from '../understanding/urgency/training/train-danger.ts';
import { jsonLines } from './json-lines.ts';
import { voicesToLearnFrom } from './marked-voices.ts';

const Marked = z.object({ id: z.string(), text: z.string(), urgency: z.string() });
const MARKED = 'test/understanding/urgency/danger-set.jsonl';
const LESSONS = ['test/understanding/urgency/danger-lessons.jsonl'];
const TUNED = 'test/understanding/chat-train.jsonl';

const { values } = parseArgs({
  options: {
    lessons: { type: 'string', multiple: true, default: LESSONS },
    out: { type: 'string', default: 'understanding/weights/danger.bin' },
  },
});

const tuned = jsonLines(MARKED, Marked).filter(({ id }) => halfOf(id) === 'tune');
const lessons = [...values.lessons, TUNED].flatMap((path) => jsonLines(path, Marked));
const bytes = trainDanger([...tuned, ...lessons, ...voicesToLearnFrom()]);
writeFileSync(values.out, bytes);
console.log(`${values.out}: ${(bytes.length / 1000).toFixed(1)} kB`);
