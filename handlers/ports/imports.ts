/** A table of matters that is being registered, or was. */
export interface Import {
  readonly id: string;
  /** The file's name. */
  readonly name: string;
  /** The same file for the same source has the same print. */
  readonly print: string;
  /** Who handed it in: a person's id, or `admin`. */
  readonly by: string;
  readonly at: Date;
  readonly total: number;
  /** How many had been handed in before. */
  readonly known: number;
  /** In how many parts it is kept while it is registered. */
  readonly parts: number;
  readonly done: number;
  /** Rows that could not be registered, and why. */
  readonly failed: readonly FailedRow[];
  readonly finishedAt?: Date | undefined;
}

/** A row that could not be registered. */
export interface FailedRow {
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly why: string;
}

/** Some rows of an import, sealed. */
export interface ImportPart {
  readonly id: string;
  readonly import: string;
  readonly count: number;
  readonly rows: string;
  readonly attempts: number;
}

/** Imports and what is still to be registered of them. */
export interface Imports {
  /** Keeps the parts, then the import: what was not kept whole is not there. */
  readonly begin: (one: Omit<Import, 'done' | 'failed' | 'finishedAt'>, parts: readonly { readonly count: number; readonly rows: string }[]) => Promise<void>;
  /** With what is done of it so far. */
  readonly get: (id: string) => Promise<Import | undefined>;
  /** Newest first. */
  readonly latest: (limit: number) => Promise<readonly Import[]>;
  readonly unfinished: () => Promise<readonly Import[]>;
  /** The next part to be registered, for this process alone until then; undefined when there is none now. */
  readonly claim: (id: string, now: Date, until: Date) => Promise<ImportPart | undefined>;
  readonly done: (part: string, failed: readonly FailedRow[]) => Promise<void>;
  /** Is tried again, not before then. */
  readonly later: (part: string, notBefore: Date) => Promise<void>;
  /** Everything is registered: only the figures stay. */
  readonly finish: (id: string, at: Date) => Promise<void>;
  /** Drops finished imports of before then, and parts whose import never began. */
  readonly purge: (before: Date) => Promise<void>;
}
