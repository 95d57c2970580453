import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataKey } from '../../models/data-key.ts';
import { openStores, type OpenStores } from '../../models/open-stores.ts';

/** Lets something work with an embedded store in a folder of its own, which is gone afterwards. */
export async function withFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    return await work(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Opens the embedded store of a folder while something works with it. */
export async function withStores<T>(dataDir: string, now: () => Date, work: (stores: OpenStores) => Promise<T>): Promise<T> {
  const stores = await openStores({ dataDir, dataKey: (await readDataKey({ dataDir })).key, now });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}
