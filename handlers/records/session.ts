import { z } from 'zod';
import type { Ledger } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';
import type { Sealer } from '../ports/sealer.ts';

const Kept = z.object({ record: z.string(), ask: z.string().optional(), skipped: z.array(z.string()), pending: z.string().optional(), at: z.coerce.date() });

/** What a person is collecting just now: which record, what was asked last, what was put off, and values read that wait for a yes. */
export interface Session {
  readonly record: string;
  /** A field's id, or the record it belongs to. */
  readonly ask?: string | undefined;
  readonly skipped: readonly string[];
  readonly pending?: Readonly<Record<string, string>> | undefined;
}

/** The house that a person lives in is asked before any field. */
export const ASK_WITHIN = '@within';

const LASTS_MS = 2 * 3600_000;

/** Keeps what each person is collecting; it is forgotten after two hours without a word. */
export function createSessions({ ledger, sealer, now }: { readonly ledger: Pick<Ledger, 'get' | 'set'>; readonly sealer: Pick<Sealer, 'seal' | 'open'>; readonly now: Now }) {
  const keyOf = (person: string) => `collect:${person}`;
  return {
    of: async (person: string): Promise<Session | undefined> => {
      const kept = await ledger.get(keyOf(person));
      if (kept === undefined || kept === '') return undefined;
      const { at, pending, ...session } = Kept.parse(JSON.parse(kept));
      if (now().getTime() - at.getTime() > LASTS_MS) return undefined;
      const values = pending === undefined ? undefined : await sealer.open(pending);
      return { ...session, pending: values === undefined ? undefined : z.record(z.string(), z.string()).parse(JSON.parse(values)) };
    },
    keep: async (person: string, { pending, ...session }: Session): Promise<void> => {
      const values = pending === undefined ? undefined : await sealer.seal(person, JSON.stringify(pending));
      await ledger.set(keyOf(person), JSON.stringify({ ...session, pending: values, at: now() }), now());
    },
    end: (person: string): Promise<void> => ledger.set(keyOf(person), '', now()),
  };
}
export type Sessions = ReturnType<typeof createSessions>;
