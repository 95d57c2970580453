import { startProduct } from '../../test/support/product.ts';
import { createDemandFactory } from './demand-factory.ts';
import { withFolder, withStores } from './temp-stores.ts';

/** Milliseconds from the start of a process to ready, with so many demands stored; the best of a few starts. */
export async function startTime(stored: number): Promise<number> {
  const factory = await createDemandFactory();
  return withFolder(async (dataDir) => {
    await withStores(dataDir, () => new Date(), async (stores) => {
      for (let no = 1; no <= stored; no++) await stores.demands.create(await factory.demand(stores, no, new Date()));
    });
    const times: number[] = [];
    for (let nth = 0; nth < 3; nth++) times.push(await oneStart(dataDir));
    return Math.min(...times);
  });
}

async function oneStart(dataDir: string): Promise<number> {
  const began = performance.now();
  const product = await startProduct({ dataDir });
  const ms = performance.now() - began;
  await product.stop();
  return ms;
}
