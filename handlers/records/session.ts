import { z } from 'zod';
import type { Sealer } from '../ports/sealer.ts';
import { remembered } from '../remembered.ts';
import type { Remembering } from '../remembered.ts';

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

const collecting = remembered('collect', z.object({ record: z.string(), ask: z.string().optional(), skipped: z.array(z.string()), pending: z.string().optional() }), LASTS_MS);

/** Keeps what each person is collecting; it is forgotten after two hours without a word. */
export function createSessions({ sealer, ...deps }: Remembering & { readonly sealer: Pick<Sealer, 'seal' | 'open'> }) {
  return {
    of: async (person: string): Promise<Session | undefined> => {
      const kept = await collecting.of(deps, person);
      if (kept === undefined) return undefined;
      const { record, ask, skipped, pending } = kept;
      const values = pending === undefined ? undefined : await sealer.open(pending);
      return { record, ask, skipped, pending: values === undefined ? undefined : z.record(z.string(), z.string()).parse(JSON.parse(values)) };
    },
    keep: async (person: string, { pending, ...session }: Session): Promise<void> => {
      const values = pending === undefined ? undefined : await sealer.seal(person, JSON.stringify(pending));
      await collecting.keep(deps, person, { ...session, skipped: [...session.skipped], pending: values });
    },
    end: (person: string): Promise<void> => collecting.forget(deps, person),
  };
}
/** What each person is collecting just now. */
export type Sessions = ReturnType<typeof createSessions>;
