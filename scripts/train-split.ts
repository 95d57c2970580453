import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readClassScores } from '../understanding/load.ts';
import { trainSplit } from '../understanding/split/training/train-split.ts';
import { markedMatters, singleByHand } from './marked-matters.ts';

const { values } = parseArgs({
  options: {
    lessons: { type: 'string' },
    out: { type: 'string', default: 'understanding/weights/split.bin' },
  },
});

const bytes = trainSplit({ marked: markedMatters(values.lessons), single: singleByHand() }, readClassScores('.'));
writeFileSync(values.out, bytes);
console.log(`${values.out}: ${(bytes.length / 1000).toFixed(1)} kB`);
