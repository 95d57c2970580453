import type { BriefKind } from '../letters/brief.ts';
import type { Account } from './people.ts';

/** Something to be said to one person or room; or a task, work on something else that must follow, with what it needs as its text. */
export interface Letter {
  /** The same for the same reason, so that it is never put twice. */
  readonly key: string;
  readonly to: { readonly person: string } | { readonly room: string } | { readonly account: Account } | { readonly task: string };
  readonly demand?: string | undefined;
  /** May hold sealed words; opened only when it is said. */
  readonly text: string;
  /** Personal data is masked before it is said: for everyone but the one whose words they are. */
  readonly mask: boolean;
  /** Not before then. */
  readonly notBefore: Date;
  /** What it is about when that is no demand: its kind and id. */
  readonly about?: string | undefined;
  /** Said only while this clock of what it is about still runs. */
  readonly clock?: string | undefined;
  /** Said along with it when nothing more may be said before the next question would be due. */
  readonly lastWord?: string | undefined;
  /** Answers what the person has just written. */
  readonly reply: boolean;
  /** The day from which it speaks of today and tomorrow; without it, the time does not matter. */
  readonly asOf?: Date | undefined;
  /** What stands for it where much is told at once. Whatever has none is always said by itself. */
  readonly brief?: Brief | undefined;
  /** The letters that this one tells of instead of them. */
  readonly gathers?: readonly string[] | undefined;
  /** Whose words in the group it answers: hears it privately when the group has heard enough that day. */
  readonly speaker?: string | undefined;
}

/** A letter in one line, which may hold sealed words. */
export interface Brief {
  readonly kind: BriefKind;
  readonly line: string;
}

/** What has become of a letter. */
export type LetterState = 'waiting' | 'sent' | 'undelivered' | 'superseded';

/** A letter in the outbox. */
export interface Posted extends Letter {
  readonly state: LetterState;
  readonly putAt: Date;
  readonly attempts: number;
  readonly sentAt?: Date | undefined;
  readonly why?: string | undefined;
  /** Since when it has waited because of `why`. */
  readonly waitsSince?: Date | undefined;
}

/** Letters to be said, each once under its key. */
export interface Outbox {
  /** Letters whose key is known are left alone. */
  readonly put: (letters: readonly Letter[], now: Date) => Promise<void>;
  /** Waiting letters that may go by now, in the order they were put; `after`: only those put after the letter with this key. */
  readonly due: (now: Date, limit: number, after?: string) => Promise<readonly Posted[]>;
  readonly nextDue: () => Promise<Date | undefined>;
  readonly sent: (keys: readonly string[], now: Date) => Promise<void>;
  readonly settle: (key: string, state: 'undelivered' | 'superseded', why: string) => Promise<void>;
  readonly later: (key: string, notBefore: Date, why: string) => Promise<void>;
  /** What the channel had taken did not arrive after all. */
  readonly failed: (key: string, why: string) => Promise<void>;
  /** Waits for the person's next message; `why` tells whether it is on the call-back list meanwhile. */
  readonly hold: (key: string, person: string, why?: 'call-back' | 'next-word') => Promise<void>;
  /** What was held for the person may go; gives whether there was anything. */
  readonly release: (person: string, now: Date) => Promise<boolean>;
  /** What waits for this person, may go by now and has a brief: in the order it was put. */
  readonly gatherable: (person: string, now: Date, limit: number) => Promise<readonly Posted[]>;
  /** Those of the letters that still wait are told of by another, and fare as it does. */
  readonly gathered: (keys: readonly string[], by: string) => Promise<void>;
  /** In the order they were put; what another letter tells of is as far as that one. */
  readonly ofDemand: (demand: string) => Promise<readonly Posted[]>;
  readonly waiting: () => Promise<number>;
  readonly purge: (before: Date) => Promise<number>;
}
