/** How a matter has ended, to be told to its source. The words of the result stay sealed. */
export interface HandBack {
  /** The same for the same end of the same matter. */
  readonly id: string;
  readonly source: string;
  readonly told: Readonly<Record<string, unknown>>;
  readonly state: 'waiting' | 'accepted' | 'given-up';
  readonly attempts: number;
  /** Since when it is tried. */
  readonly since: Date;
  readonly notBefore: Date;
  readonly triedAt?: Date | undefined;
  readonly why?: string | undefined;
}

/** What sources are owed. */
export interface HandBacks {
  /** Those whose id is known are left alone. */
  readonly put: (all: readonly Pick<HandBack, 'id' | 'source' | 'told'>[], now: Date) => Promise<void>;
  /** The one that has waited longest of those that may go by now. */
  readonly due: (source: string, now: Date) => Promise<HandBack | undefined>;
  readonly nextDue: (source: string) => Promise<Date | undefined>;
  readonly accepted: (id: string, at: Date) => Promise<void>;
  readonly later: (id: string, notBefore: Date, why: string, at: Date) => Promise<void>;
  readonly giveUp: (id: string, why: string, at: Date) => Promise<void>;
  /** How many wait for their first try. */
  readonly untried: () => Promise<number>;
  /** How many were tried and not accepted. */
  readonly troubled: () => Promise<number>;
  /** What was tried and not accepted, the oldest first. */
  readonly unaccepted: (limit: number) => Promise<readonly HandBack[]>;
  /** Is tried from the beginning; gives how many. */
  readonly again: (ids: readonly string[], now: Date) => Promise<number>;
  readonly purge: (before: Date) => Promise<number>;
}
