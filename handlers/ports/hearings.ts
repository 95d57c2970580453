/** Group talk that looks like a matter: a grid worker was asked whether to register it. */
export interface Hearing {
  readonly id: string;
  readonly room: string;
  readonly grid: string;
  readonly speaker: string;
  /** The grid worker who was asked. */
  readonly asked: string;
  readonly words: string;
  readonly media: readonly string[];
  readonly at: Date;
}

/** Talk overheard in groups, until somebody has said what becomes of it. */
export interface Hearings {
  readonly open: (hearing: Hearing) => Promise<void>;
  /** The newest one put to this person that is not answered. */
  readonly newestFor: (person: string) => Promise<Hearing | undefined>;
  readonly close: (id: string) => Promise<void>;
  readonly purge: (before: Date) => Promise<number>;
}
