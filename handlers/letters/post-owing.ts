import type { AggregateStore } from '../ports/kept.ts';
import type { Outbox } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';

const BATCH = 200;

/** What may owe letters. */
export type Owing = Pick<AggregateStore<unknown, unknown>, 'owing' | 'settled'>;

/** Puts letters that were written with what caused them and may not have reached the outbox: after a sudden end, or when another process died. */
export function createPostOwing({ stores, outbox, now }: { stores: readonly Owing[]; outbox: Pick<Outbox, 'put'>; now: Now }): () => Promise<number> {
  return async () => {
    let posted = 0;
    for (const store of stores) posted += await postAll(store, outbox, now);
    return posted;
  };
}

async function postAll(store: Owing, outbox: Pick<Outbox, 'put'>, now: Now): Promise<number> {
  let posted = 0;
  for (;;) {
    const owing = await store.owing(BATCH);
    for (const { letters } of owing) await outbox.put(letters, now());
    await store.settled(owing.map(({ id }) => id));
    posted += owing.length;
    if (owing.length < BATCH) return posted;
  }
}
