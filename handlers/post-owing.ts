import type { DemandStore, Now, Outbox } from './ports.ts';

const BATCH = 200;

/** Puts letters that were written with their demand and may not have reached the outbox: after a sudden end, or when another process died. */
export function createPostOwing({ demands, outbox, now }: { demands: Pick<DemandStore, 'owing' | 'settled'>; outbox: Pick<Outbox, 'put'>; now: Now }): () => Promise<number> {
  return async () => {
    let posted = 0;
    for (;;) {
      const owing = await demands.owing(BATCH);
      for (const { letters } of owing) await outbox.put(letters, now());
      await demands.settled(owing.map(({ id }) => id));
      posted += owing.length;
      if (owing.length < BATCH) return posted;
    }
  };
}
