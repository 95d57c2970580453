import { z } from 'zod';
import type { Ledger } from './ports/coordination.ts';
import type { Now } from './ports/now.ts';

/** What is needed to remember something of a person. */
export interface Remembering {
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly now: Now;
}

/** One thing that is remembered of each person for a while: what was asked or offered last, what is being collected. */
export interface Remembered<What extends object> {
  /** What was remembered last, and when; undefined when it was forgotten, is too old, or is not to be read. */
  readonly of: (deps: Remembering, person: string) => Promise<(What & Since) | undefined>;
  /** Remembers this instead of what was remembered before, from now on or as if since an earlier moment. */
  readonly keep: (deps: Remembering, person: string, what: What, since?: Date) => Promise<void>;
  readonly forget: (deps: Remembering, person: string) => Promise<void>;
}

interface Since {
  readonly at: Date;
}

/** The words under which something is remembered. None of it is kept for longer than two days. */
export const REMEMBERED_UNDER = ['collect', 'contact', 'doubt', 'erase', 'home', 'offered', 'picture', 'service', 'told', 'which-approval'] as const;
type Word = (typeof REMEMBERED_UNDER)[number];

const Dated = z.object({ at: z.coerce.date() });

/** Remembers what has a shape under a word of its own, for so many milliseconds, at most two days. What is personal in it must be sealed. */
export function remembered<Shape extends z.ZodType<object>>(word: Word, shape: Shape, lastsMs: number): Remembered<z.infer<Shape>> {
  const keyOf = (person: string) => `${word}:${person}`;
  const kept = z.string().transform(asJson).pipe(z.intersection(shape, Dated));
  return {
    of: async ({ ledger, now }, person) => {
      const found = kept.safeParse(await ledger.get(keyOf(person))).data;
      return found !== undefined && now().getTime() - found.at.getTime() < lastsMs ? found : undefined;
    },
    keep: ({ ledger, now }, person, what, since = now()) => ledger.set(keyOf(person), JSON.stringify({ ...what, at: since }), now()),
    forget: ({ ledger, now }, person) => ledger.set(keyOf(person), '', now()),
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
