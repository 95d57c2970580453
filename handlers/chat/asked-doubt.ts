import { z } from 'zod';
import { remembered } from '../remembered.ts';
import type { Remembering } from '../remembered.ts';
import { offers } from './services.ts';

/** What a person was asked about a matter that is registered already: which class it is, or whether it is what somebody else raised. */
export const AskedDoubt = z.discriminatedUnion('about', [
  z.object({ about: z.literal('class'), demand: z.string(), classes: z.tuple([z.string(), z.string()]) }),
  z.object({ about: z.literal('same'), demand: z.string(), other: z.string() }),
]);
export type AskedDoubt = z.infer<typeof AskedDoubt>;

const DAY_MS = 24 * 3600_000;

/** What each person was asked last and may still answer. */
export const doubts = remembered('doubt', AskedDoubt, DAY_MS);

/** Remembers what a person is asked. Services offered before are not what a number then means. */
export async function askDoubtOf(deps: Remembering, person: string, asked: AskedDoubt): Promise<void> {
  await doubts.keep(deps, person, asked);
  await offers.forget(deps, person);
}
