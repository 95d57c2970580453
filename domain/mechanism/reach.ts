import { z } from 'zod';
import { OUTSIDE } from '../reach.ts';

/** What is done, in this order, with what may not be said where the person last wrote. */
export const Reach = z.strictObject({ outside: z.array(z.enum(OUTSIDE)).min(1) });
