import type { Ledger } from './ports/coordination.ts';

/** What has been counted under a key; 0 where nothing has. */
export async function counted(ledger: Pick<Ledger, 'get'>, key: string): Promise<number> {
  return Number((await ledger.get(key)) ?? 0);
}

/** Counts one more under a key and gives the count. Two at the same moment may count as one. */
export async function countUp(ledger: Pick<Ledger, 'get' | 'set'>, key: string, now: Date): Promise<number> {
  const count = (await counted(ledger, key)) + 1;
  await ledger.set(key, String(count), now);
  return count;
}
