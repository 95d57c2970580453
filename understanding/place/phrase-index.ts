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

const SLOTS = 1 << 17;
const LONGEST_APART = 31;

/** What each phrase stands for. Nearly all stand for one thing, which then needs no list. */
interface Phrases<T> {
  add(phrase: string, value: T): boolean;
  get(phrase: string): readonly T[] | undefined;
}

interface Lengths {
  note(phrase: string): void;
  at(text: string, start: number): number;
  longest(): number;
}

/** An empty index; adding is cheap enough for tens of thousands of phrases at start. */
export function createPhraseIndex<T>(): PhraseIndex<T> {
  const values = createPhrases<T>();
  const lengths = createLengths();

  function add(phrase: string, value: T): void {
    if (phrase.length >= 2 && values.add(phrase, value)) lengths.note(phrase);
  }

  function seenIn(text: string): PhraseSeen<T>[] {
    const seen: PhraseSeen<T>[] = [];
    for (let at = 0; at < text.length - 1; ) {
      const found = longestAt(values, lengths, text, at);
      if (found !== undefined) seen.push(found);
      at = found?.end ?? at + 1;
    }
    return seen;
  }

  return { add, seenIn, valuesOf: (phrase) => values.get(phrase) ?? [] };
}

function createPhrases<T>(): Phrases<T> {
  const first = new Map<string, T>();
  const all = new Map<string, T[]>();
  return {
    add(phrase, value) {
      const known = first.get(phrase);
      if (known === undefined) first.set(phrase, value);
      else if (known !== value) addTo(all, phrase, known, value);
      return known === undefined;
    },
    get(phrase) {
      const known = first.get(phrase);
      return known === undefined ? undefined : (all.get(phrase) ?? [known]);
    },
  };
}

function addTo<T>(all: Map<string, T[]>, phrase: string, known: T, value: T): void {
  const list = all.get(phrase);
  if (list === undefined) all.set(phrase, [known, value]);
  else if (list.at(-1) !== value) list.push(value);
}

function longestAt<T>(values: Phrases<T>, lengths: Lengths, text: string, start: number): PhraseSeen<T> | undefined {
  for (let left = lengths.at(text, start); left !== 0; ) {
    const length = 31 - Math.clz32(left);
    left &= ~(1 << length);
    const found = length < LONGEST_APART ? phraseAt(values, text, start, length) : longAt(values, lengths, text, start);
    if (found !== undefined) return found;
  }
  return undefined;
}

function longAt<T>(values: Phrases<T>, lengths: Lengths, text: string, start: number): PhraseSeen<T> | undefined {
  for (let length = Math.min(lengths.longest(), text.length - start); length >= LONGEST_APART; length--) {
    const found = phraseAt(values, text, start, length);
    if (found !== undefined) return found;
  }
  return undefined;
}

function phraseAt<T>(values: Phrases<T>, text: string, start: number, length: number): PhraseSeen<T> | undefined {
  if (start + length > text.length) return undefined;
  const phrase = text.slice(start, start + length);
  const found = values.get(phrase);
  return found === undefined ? undefined : { start, end: start + length, phrase, values: found };
}

/** How long the phrases are that begin with two characters, a bit for each length. Two pairs may share a place: then a length too many is tried, never one too few. */
function createLengths(): Lengths {
  const bits = new Int32Array(SLOTS);
  let longest = 0;
  return {
    note(phrase) {
      const slot = slotOf(phrase, 0);
      bits[slot] = (bits[slot] ?? 0) | (1 << Math.min(phrase.length, LONGEST_APART));
      longest = Math.max(longest, phrase.length);
    },
    at: (text, start) => bits[slotOf(text, start)] ?? 0,
    longest: () => longest,
  };
}

function slotOf(text: string, start: number): number {
  return (Math.imul(text.charCodeAt(start) * 0x9e3b + text.charCodeAt(start + 1), 0x9e3779b1) >>> 15) & (SLOTS - 1);
}
