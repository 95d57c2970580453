import { knownOf } from '../../handlers/cause.ts';
import type { Entry } from '../../handlers/ports/demands.ts';
import type { Outcome } from '../../web/outcome.ts';

/** Does what is asked, once under its key. `answered` is the answer to what was done under it before, undefined while nothing was; `act` does it, undefined where there is nothing to do it to. */
export async function once<T>(answered: () => Promise<Outcome<T> | undefined>, act: () => Promise<Outcome<T> | undefined>): Promise<Outcome<T> | undefined> {
  const before = await answered();
  if (before !== undefined) return before;
  const done = await act();
  // The same may have been done under this key since it was looked: then the rules refuse it only because of that.
  return done?.ok === false ? ((await answered()) ?? done) : done;
}

/** The answer to what was done by a cause; refused where its key stands for something else. */
export async function answerTo<T>(cause: string, timeline: readonly Entry[], view: () => Promise<T>): Promise<Outcome<T>> {
  return knownOf(cause, timeline) === 'key-used' ? { ok: false, refusal: 'key-used' } : { ok: true, value: await view() };
}
