import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { trainIntents } from '../understanding/intent/training/train-intents.ts';
import { jsonLines } from './json-lines.ts';
import { voicesToLearnFrom } from './marked-voices.ts';

const Marked = z.object({ id: z.string(), text: z.string(), group: z.boolean().optional(), intent: z.string() });
const TUNED = 'test/understanding/chat-train.jsonl';
const LESSONS = ['test/understanding/intent/intent-lessons.jsonl'];

const { values } = parseArgs({
  options: {
    lessons: { type: 'string', multiple: true, default: LESSONS },
    out: { type: 'string', default: 'understanding/weights/intents.bin' },
  },
});

const bytes = trainIntents([...[TUNED, ...values.lessons].flatMap((path) => jsonLines(path, Marked)), ...voicesToLearnFrom()]);
writeFileSync(values.out, bytes);
console.log(`${values.out}: ${(bytes.length / 1000).toFixed(1)} kB`);
