import { createDemandFactory } from './demand-factory.ts';
import { withFolder, withStores } from './temp-stores.ts';

const WARM_UP = 200;

/** Inserts of a typical demand a second, one after the other, into the embedded store. */
export async function storeWrites(count: number): Promise<number> {
  const at = new Date();
  const factory = await createDemandFactory();
  return withFolder((dataDir) =>
    withStores(dataDir, () => at, async (stores) => {
      const changes = [];
      for (let no = 1; no <= count + WARM_UP; no++) changes.push(await factory.demand(stores, no, at));
      for (const change of changes.slice(0, WARM_UP)) await stores.demands.create(change);
      const began = performance.now();
      for (const change of changes.slice(WARM_UP)) await stores.demands.create(change);
      return (count / (performance.now() - began)) * 1000;
    }),
  );
}
