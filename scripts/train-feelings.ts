import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { trainFeeling } from '../understanding/circumstances/training/train-feelings.ts';
import { markedFeelings } from './marked-feelings.ts';

const { values } = parseArgs({ options: { lessons: { type: 'string' }, out: { type: 'string', default: 'understanding/weights' } } });
const lessons = markedFeelings(values.lessons);

for (const feeling of ['hidden', 'upset'] as const) {
  const bytes = trainFeeling(feeling, lessons);
  writeFileSync(`${values.out}/${feeling}.bin`, bytes);
  console.log(`${values.out}/${feeling}.bin: ${(bytes.length / 1000).toFixed(1)} kB`);
}
