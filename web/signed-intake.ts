/** What is needed to take what a source has signed: its secret, and the ids that were used. */
export interface SignedIntake {
  /** The secret of a source; undefined when it has none. */
  readonly secretOf: (source: string) => string | undefined;
  readonly isUsed: (source: string, id: string) => Promise<boolean>;
  readonly use: (source: string, id: string) => Promise<void>;
  readonly now: () => Date;
}
