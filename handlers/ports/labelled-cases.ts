/** What a person said of a matter that the program had understood by itself: its class, or its place. */
export interface LabelledCase {
  /** Tells nothing of the demand it came from. */
  readonly id: string;
  readonly about: 'class' | 'place';
  /** Whose words they are: they go when that person is erased. */
  readonly person: string;
  /** The words, without personal data, sealed. */
  readonly words: string;
  /** The class a person gave. */
  readonly category?: string | undefined;
  /** The place a person gave, as the directory names it. */
  readonly place?: { readonly id?: string | undefined; readonly name: string } | undefined;
  /** The class that the program had understood. */
  readonly was: string;
  readonly by: 'reporter' | 'staff';
  readonly at: Date;
}

/** Keeps them; the last word on a matter is the one that counts. */
export interface LabelledCases {
  readonly put: (one: LabelledCase) => Promise<void>;
  /** In the order of their ids, so that whoever learns from them learns the same. */
  readonly each: () => AsyncIterable<LabelledCase>;
  readonly forget: (person: string) => Promise<void>;
  readonly purge: (before: Date) => Promise<number>;
}
