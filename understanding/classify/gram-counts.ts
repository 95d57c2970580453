const LONGEST = 2;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** Counts the runs of one or two characters of a text that a model knows; reuses its memory, so one text at a time. */
export interface GramCounts {
  /** How many different known runs the text has; their numbers are in `seen[0..n)`, their counts in `counts[number]`. Call `clear` afterwards. */
  count(text: string): number;
  clear(): void;
  readonly seen: Int32Array;
  readonly counts: Uint16Array;
}

/** The 32 bits that stand for a run of characters in a model's file. */
export function gramHash(gram: string): number {
  let hash = SEED;
  for (let at = 0; at < gram.length; at++) hash = step(hash, gram.charCodeAt(at));
  return hash >>> 0;
}

/** Every run of one or two characters, in order, with repeats. */
export function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (let from = 0; from < text.length; from++) {
    for (let to = from + 1; to <= Math.min(from + LONGEST, text.length); to++) grams.push(text.slice(from, to));
  }
  return grams;
}

/** Makes the counter for runs given by their hashes; a run's number is its place in that list. */
export function createGramCounts(hashes: Uint32Array): GramCounts {
  const find = createFinder(hashes);
  const seen = new Int32Array(hashes.length);
  const counts = new Uint16Array(hashes.length);
  let found = 0;

  function note(number: number): void {
    if (number < 0) return;
    if (counts[number] === 0) seen[found++] = number;
    counts[number] = (counts[number] ?? 0) + 1;
  }

  return {
    seen,
    counts,
    count(text) {
      for (let from = 0; from < text.length; from++) {
        let hash = SEED;
        const end = Math.min(from + LONGEST, text.length);
        for (let at = from; at < end; at++) {
          hash = step(hash, text.charCodeAt(at));
          note(find(hash));
        }
      }
      return found;
    },
    clear() {
      for (let place = 0; place < found; place++) counts[seen[place] ?? 0] = 0;
      found = 0;
    },
  };
}

/** How much a run weighs in a text that has it so often, by how rare it is: the same while a table is learnt and when it answers. */
export function runWeight(count: number, rarity: number): number {
  return count === 1 ? rarity : (1 + Math.log(count)) * rarity;
}

function step(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, PRIME);
  return mixed ^ (mixed >>> 15);
}

/** Open addressing: the number of a hash, or -1. A hash and its number, counted from 1, lie side by side. */
function createFinder(hashes: Uint32Array): (hash: number) => number {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size * 2);
  for (let number = 0; number < hashes.length; number++) {
    const hash = (hashes[number] ?? 0) | 0;
    let slot = spread(hash) & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = number + 1;
  }
  return (hash) => {
    let slot = spread(hash) & mask;
    for (;;) {
      const next = slots[2 * slot + 1] ?? 0;
      if (next === 0 || slots[2 * slot] === (hash | 0)) return next - 1;
      slot = (slot + 1) & mask;
    }
  };
}

function spread(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> 12;
}
