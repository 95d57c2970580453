/** Chance that falls the same way each time. */
export interface Dice {
  /** Whether something comes about that does so in this share of all cases. */
  readonly chance: (share: number) => boolean;
  /** A whole number from 0 up to the one before this. */
  readonly below: (end: number) => number;
  readonly oneOf: <T>(all: readonly T[]) => T;
}

/** Dice that begin from a number; throws when there is nothing to choose from. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  return {
    chance: (share) => next() < share,
    below: (end) => Math.floor(next() * end),
    oneOf(all) {
      const one = all[Math.floor(next() * all.length)];
      if (one === undefined) throw new Error('Nothing to choose from');
      return one;
    },
  };
}
