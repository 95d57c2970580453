import type { Demand } from '../domain/demand.ts';
import { localDate } from '../domain/time/working-time.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import { clockActor } from './acting/actor.ts';
import type { Execute } from './execute.ts';
import type { Ledger } from './ports/coordination.ts';
import type { DemandStore } from './ports/demands.ts';
import type { Now } from './ports/now.ts';

/** What is needed to do what has fallen due. */
export interface DueWork {
  readonly demands: Pick<DemandStore, 'claimDue' | 'load'>;
  readonly ledger: Pick<Ledger, 'claim'>;
  readonly execute: Execute['execute'];
  readonly calendar: Calendar;
  readonly now: Now;
  readonly failed: (error: unknown, id: string) => void;
}

const BATCH = 200;

/** Lets every demand that is due decide what the time has brought; gives how many. Safe to run late, twice, and in several processes. */
export function createDue(deps: DueWork): () => Promise<number> {
  return async () => {
    let done = 0;
    for (;;) {
      const ids = await deps.demands.claimDue(deps.now(), BATCH);
      for (const id of ids) await tick(deps, id);
      done += ids.length;
      if (ids.length < BATCH) return done;
    }
  };
}

async function tick(deps: DueWork, id: string): Promise<void> {
  try {
    const stored = await deps.demands.load(id);
    if (stored === undefined) return;
    const mayAsk = await allowed(deps, stored.state);
    await deps.execute(id, { type: 'tick', by: clockActor, mayAsk }, `tick:${deps.now().toISOString()}`);
  } catch (error) {
    deps.failed(error, id);
  }
}

/** Who may be asked for a rating today: nobody is asked more than once a day, whatever the number of their demands. */
async function allowed({ ledger, calendar, now }: DueWork, demand: Demand): Promise<string[]> {
  const planned = demand.reporters.filter(({ revisit, left }) => left === undefined && revisit.state === 'planned' && revisit.next <= now());
  const asked = await Promise.all(planned.map(({ person, no }) => ledger.claim(`asked:${person}:${localDate(calendar, now())}`, `${no}:${demand.round}`, now())));
  return planned.filter((_, index) => asked[index]).map(({ person }) => person);
}
