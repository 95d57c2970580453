import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { packModel } from '../understanding/classify/linear-model.ts';
import { trainWishes } from '../understanding/intent/training/train-wishes.ts';
import { jsonLines } from './json-lines.ts';

const Marked = z.object({ id: z.string(), text: z.string(), intent: z.string() });
const LESSONS = ['test/understanding/intent/intent-lessons.jsonl', 'test/understanding/chat-train.jsonl'];

const { values } = parseArgs({
  options: {
    lessons: { type: 'string', multiple: true, default: LESSONS },
    out: { type: 'string', default: 'understanding/weights/wishes.bin' },
  },
});

const bytes = packModel(trainWishes(values.lessons.flatMap((path) => jsonLines(path, Marked))));
writeFileSync(values.out, bytes);
console.log(`${values.out}: ${(bytes.length / 1000).toFixed(1)} kB`);
