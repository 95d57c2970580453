/** Choices that are always the same for a seed and a name, whatever was chosen before. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  readonly roll: () => number;
  readonly is: (share: number) => boolean;
  /** Throws when there is nothing to choose from. */
  readonly one: <T>(list: readonly T[]) => T;
  readonly between: (least: number, most: number) => number;
}

/** Choices for one thing that happens. */
export function chanceOf(seed: number, name: string): Chance {
  let state = Array.from(name).reduce((hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193), seed ^ 0x811c9dc5) >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    roll,
    is: (share) => roll() < share,
    between: (least, most) => least + roll() * (most - least),
    one: (list) => {
      const chosen = list[Math.floor(roll() * list.length)];
      if (chosen === undefined) throw new Error('There is nothing to choose from');
      return chosen;
    },
  };
}
