const LONGEST = 2;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

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

/** The hash of every run of one or two characters, in the order of `gramsOf`. */
export function eachGramHash(text: string, visit: (hash: number) => void): void {
  for (let from = 0; from < text.length; from++) {
    let hash = SEED;
    const end = Math.min(from + LONGEST, text.length);
    for (let at = from; at < end; at++) {
      hash = step(hash, text.charCodeAt(at));
      visit(hash >>> 0);
    }
  }
}

/** How much a run weighs in a text that has it so often, by how rare it is: the same while a table is learnt and when it answers. */
export function runWeight(count: number, rarity: number): number {
  return count === 1 ? rarity : (1 + Math.log(count)) * rarity;
}

function step(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, PRIME);
  return mixed ^ (mixed >>> 15);
}
