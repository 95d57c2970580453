/** Lets at most so many actions run at once; the others wait their turn, first come, first served. */
export interface Gate {
  readonly through: <T>(action: () => Promise<T>) => Promise<T>;
  /** How many run or wait. */
  readonly busy: () => number;
}

/** A gate for `limit` actions at once. */
export function createGate(limit: number): Gate {
  const queue: (() => void)[] = [];
  let running = 0;

  async function through<T>(action: () => Promise<T>): Promise<T> {
    if (running >= limit) await new Promise<void>((turn) => queue.push(turn));
    else running++;
    try {
      return await action();
    } finally {
      const next = queue.shift();
      if (next === undefined) running--;
      else next();
    }
  }

  return { through, busy: () => running + queue.length };
}
