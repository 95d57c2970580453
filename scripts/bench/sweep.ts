import { createDue } from '../../handlers/due.ts';
import { createExecute } from '../../handlers/execute.ts';
import type { OpenStores } from '../../models/open-stores.ts';
import { createDemandFactory, type DemandFactory } from './demand-factory.ts';
import { withFolder, withStores } from './temp-stores.ts';

const DUE = 100;
const ROUNDS = 7;
const DAY_MS = 24 * 3600_000;

/** How long it takes to do what 100 due demands bring, among so many open ones. */
export interface Swept {
  readonly open: number;
  readonly ms: number;
}

/** For each number of open demands, the median time of several rounds with 100 due. */
export async function sweep(sizes: readonly number[]): Promise<Swept[]> {
  const factory = await createDemandFactory();
  return withFolder((dataDir) =>
    withStores(dataDir, () => new Date(), async (stores) => {
      const swept: Swept[] = [];
      let no = 0;
      for (const open of sizes) {
        const at = new Date();
        while (no < open) await stores.demands.create(await factory.demand(stores, ++no, at));
        swept.push({ open, ms: await median(() => round(stores, factory, at)) });
      }
      return swept;
    }),
  );

  async function round(stores: OpenStores, { demand, rules, lettering }: DemandFactory, at: Date): Promise<number> {
    const long = new Date(at.getTime() - 3 * DAY_MS);
    for (let nth = 0; nth < DUE; nth++) await stores.demands.create(await demand(stores, 1_000_000 + Math.floor(Math.random() * 1e9), long));
    const { execute } = createExecute({ ...stores, ...rules, now: () => at, mechanismOf: () => rules.mechanism, lettering: () => lettering(stores), changed: () => undefined, meter: { demandRegistered: () => undefined, commandRefused: () => undefined } });
    const due = createDue({ ...stores, execute, calendar: rules.calendar, now: () => at, failed: (error) => { throw error; } });
    const began = performance.now();
    const done = await due();
    const ms = performance.now() - began;
    if (done !== DUE) throw new Error(`${done} were due, not ${DUE}`);
    return ms;
  }
}

async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < ROUNDS; nth++) times.push(await measure());
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
}
