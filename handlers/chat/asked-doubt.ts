import { z } from 'zod';
import type { Ledger } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';

/** What a person was asked about a matter that is registered already: which class it is, or whether it is what somebody else raised. */
export const AskedDoubt = z.discriminatedUnion('about', [
  z.object({ about: z.literal('class'), demand: z.string(), classes: z.tuple([z.string(), z.string()]), at: z.coerce.date() }),
  z.object({ about: z.literal('same'), demand: z.string(), other: z.string(), at: z.coerce.date() }),
]);
export type AskedDoubt = z.infer<typeof AskedDoubt>;

interface Remembering {
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly now: Now;
}

const LASTS_MS = 24 * 3600_000;

/** What the person was asked last and may still answer. */
export async function askedDoubt({ ledger, now }: Remembering, person: string): Promise<AskedDoubt | undefined> {
  const kept = await ledger.get(keyOf(person));
  const asked = kept === undefined || kept === '' ? undefined : AskedDoubt.parse(JSON.parse(kept));
  return asked !== undefined && now().getTime() - asked.at.getTime() < LASTS_MS ? asked : undefined;
}

/** Remembers what the person is asked; nothing when it was answered. Services offered before are not what a number then means. */
export async function rememberDoubt({ ledger, now }: Remembering, person: string, asked: AskedDoubt | undefined): Promise<void> {
  await ledger.set(keyOf(person), asked === undefined ? '' : JSON.stringify(asked), now());
  if (asked !== undefined && (await ledger.get(`service:${person}`)) !== undefined) await ledger.set(`service:${person}`, '', now());
}

function keyOf(person: string): string {
  return `doubt:${person}`;
}
