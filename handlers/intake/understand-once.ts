import type { Situation, Understand, Understanding } from '../../understanding/understanding.ts';

interface Understood {
  readonly situation: Situation;
  readonly understanding: Understanding;
}

/** So many texts are answered at the same time, give or take. */
const REMEMBERED = 64;
/** What is said of times is told from minutes. */
const SAME_NOW_MS = 1000;

/** Does not work out again what was just understood: several handlers look at the same words one after the other. */
export function understandOnce(understand: Understand): Understand {
  const known = new Map<string, Understood>();
  return (text, situation) => {
    const before = known.get(text);
    if (before !== undefined && isSame(before.situation, situation)) return before.understanding;
    const understanding = understand(text, situation);
    const [oldest] = known.keys();
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(text, { situation, understanding });
    return understanding;
  };
}

function isSame({ now: thenNow, ...before }: Situation, { now, ...situation }: Situation): boolean {
  return Math.abs(now.getTime() - thenNow.getTime()) < SAME_NOW_MS && JSON.stringify(before) === JSON.stringify(situation);
}
