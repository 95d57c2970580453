/** Hands on what was asked last, and nothing that was asked before it, whichever is answered first; an older question's failure is dropped too. */
export function useLatest<Answer>(take: (answer: Answer) => void): (asked: Promise<Answer>) => Promise<void> {
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
