import { countUp } from '../count-up.ts';
import type { Ledger } from '../ports/coordination.ts';
import type { Now } from '../ports/now.ts';

/** What is needed to give out codes. */
export interface GivingCodes {
  readonly ledger: Pick<Ledger, 'get' | 'set' | 'claim'>;
  readonly now: Now;
  /** Eight letters and digits that nobody guesses. */
  readonly newCode: () => string;
  /** The same for the same code, in capitals or not, and nothing the code could be found by. */
  readonly digest: (code: string) => string;
}

/** Codes that stand for somebody or something: kept as digests, they end by themselves, open once, and cannot be tried out. */
export interface OneTimeCodes {
  /** A new code; those given before stay good until they end by themselves. */
  readonly issue: (meant: string, goodForMs: number) => Promise<string>;
  /** Counts a try of this person; false when there were too many within the hour. */
  readonly mayTry: (person: string) => Promise<boolean>;
  /** Whom or what the code is for, as long as it is good. */
  readonly meantBy: (code: string) => Promise<string | undefined>;
  /** Uses the code up; false when somebody else has. */
  readonly use: (code: string, by: string) => Promise<boolean>;
}

/** What codes of one kind are kept under. */
export interface CodeKeys {
  readonly code: string;
  readonly used: string;
  readonly tries: string;
}

const MOST_TRIES = 5;
const HALF = 4;

/** Makes codes of one kind. */
export function createOneTimeCodes({ ledger, now, newCode, digest }: GivingCodes, keys: CodeKeys): OneTimeCodes {
  return {
    issue: async (meant, goodForMs) => {
      const code = newCode();
      await ledger.set(`${keys.code}:${digest(code)}`, `${now().getTime() + goodForMs} ${meant}`, now());
      return code;
    },
    mayTry: async (person) => {
      const key = `${keys.tries}:${person}:${now().toISOString().slice(0, 13)}`;
      return (await countUp(ledger, key, now())) <= MOST_TRIES;
    },
    meantBy: async (code) => {
      const kept = await ledger.get(`${keys.code}:${digest(code)}`);
      if (kept === undefined) return undefined;
      const until = Number(kept.slice(0, kept.indexOf(' ')));
      return now().getTime() <= until ? kept.slice(kept.indexOf(' ') + 1) : undefined;
    },
    use: (code, by) => ledger.claim(`${keys.used}:${digest(code)}`, by, now()),
  };
}

/** A code as people read it and write it down. */
export function shownCode(code: string): string {
  return `${code.slice(0, HALF)}-${code.slice(HALF)}`;
}
