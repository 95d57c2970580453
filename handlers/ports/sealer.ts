/** Seals words with a key per person; destroying the key erases them everywhere. */
export interface Sealer {
  readonly seal: (person: string, text: string) => Promise<string>;
  /** Seals for a person what is not sealed yet of a text; what is stays as it is. */
  readonly sealRest: (person: string, text: string) => Promise<string>;
  /** Seals for the first of these people who is not erased. */
  readonly sealFor: (people: readonly string[], text: string) => Promise<string>;
  readonly open: (sealed: string) => Promise<string | undefined>;
  /** Opens every sealed part of a text or a JSON-like value, each as it is to be shown; what was erased becomes the placeholder. */
  readonly openAll: <T>(value: T, erased: string, shown?: (words: string) => string) => Promise<T>;
  readonly erase: (person: string) => Promise<void>;
}
