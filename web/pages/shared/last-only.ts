/** Gives a way to wait for answers of which only that to the last question is taken; the end of an older one changes nothing, and its failure is nobody's. Rejects when the last one failed. */
export function lastOnly<Answer>(take: (answer: Answer) => void): (asked: Promise<Answer>) => Promise<void> {
  let asking = 0;
  return async (asked) => {
    const mine = ++asking;
    try {
      const answer = await asked;
      if (mine === asking) take(answer);
    } catch (error) {
      if (mine === asking) throw error;
    }
  };
}
