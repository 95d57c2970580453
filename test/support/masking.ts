import { join } from 'node:path';
import { readPersonalIn } from '../../understanding/load.ts';
import { createMaskPersonal } from '../../understanding/masking/personal-data.ts';

/** What finds personal data as the program runs, where no place is known. */
export const personalIn = readPersonalIn(join(import.meta.dirname, '../..'), []);

/** What masks it. */
export const maskPersonal = createMaskPersonal(personalIn);
