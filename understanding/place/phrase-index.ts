/** One of the listed phrases, seen in a text. */
export interface PhraseSeen<T> {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  readonly values: readonly T[];
}

/** Phrases of at least two characters with what they stand for, found in a text in one pass. */
export interface PhraseIndex<T> {
  readonly add: (phrase: string, value: T) => void;
  /** The longest phrase at each place, left to right, not overlapping. */
  readonly seenIn: (text: string) => PhraseSeen<T>[];
  readonly valuesOf: (phrase: string) => readonly T[];
}

/** An empty index; adding is cheap enough for tens of thousands of phrases at start. */
export function createPhraseIndex<T>(): PhraseIndex<T> {
  const values = new Map<string, T[]>();
  const lengths = new Map<string, number[]>();
  const opens = new Uint8Array(0x10000);

  function add(phrase: string, value: T): void {
    if (phrase.length < 2) return;
    opens[phrase.charCodeAt(0)] = 1;
    const known = values.get(phrase);
    if (known !== undefined) {
      if (!known.includes(value)) known.push(value);
      return;
    }
    values.set(phrase, [value]);
    noteLength(lengths, phrase);
  }

  function seenAt(text: string, start: number): PhraseSeen<T> | undefined {
    for (const length of lengths.get(text.slice(start, start + 2)) ?? []) {
      const phrase = text.slice(start, start + length);
      const found = values.get(phrase);
      if (found !== undefined) return { start, end: start + length, phrase, values: found };
    }
    return undefined;
  }

  function seenIn(text: string): PhraseSeen<T>[] {
    const seen: PhraseSeen<T>[] = [];
    for (let at = 0; at < text.length - 1; ) {
      const found = opens[text.charCodeAt(at)] === 1 ? seenAt(text, at) : undefined;
      if (found !== undefined) seen.push(found);
      at = found?.end ?? at + 1;
    }
    return seen;
  }

  return { add, seenIn, valuesOf: (phrase) => values.get(phrase) ?? [] };
}

function noteLength(lengths: Map<string, number[]>, phrase: string): void {
  const head = phrase.slice(0, 2);
  const known = lengths.get(head);
  if (known === undefined) lengths.set(head, [phrase.length]);
  else if (!known.includes(phrase.length)) known.splice(known.filter((length) => length > phrase.length).length, 0, phrase.length);
}
