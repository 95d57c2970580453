import { writeFileSync } from 'node:fs';
import { needsList } from './needs-list.ts';

const LIST = 'understanding/weights/needs.json';

const list = await needsList();
writeFileSync(LIST, list);
console.log(`${LIST}: ${(list.length / 1000).toFixed(1)} kB`);
