/** Does things one after the other: each begins when the one before has ended, however it ended. */
export type InTurn = <T>(act: () => Promise<T>) => Promise<T>;

/** Makes a line of its own. */
export function createInTurn(): InTurn {
  let before: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = before.then(act);
    before = mine.catch(() => undefined);
    return mine;
  };
}
