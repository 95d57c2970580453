/** Gives turns: each says, whenever it is asked, whether no other was taken since. */
export function createTurns(): () => () => boolean {
  let taken = 0;
  return () => {
    const mine = ++taken;
    return () => mine === taken;
  };
}

/** Gives a way to wait for answers of which only that to the last question is taken; the end of an older one changes nothing, and its failure is nobody's. Rejects when the last one failed. */
export function lastOnly<Answer>(take: (answer: Answer) => void): (asked: Promise<Answer>) => Promise<void> {
  const turn = createTurns();
  return async (asked) => {
    const isLast = turn();
    try {
      const answer = await asked;
      if (isLast()) take(answer);
    } catch (error) {
      if (isLast()) throw error;
    }
  };
}
