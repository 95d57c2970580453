import type { Demand } from '../../domain/demand.ts';
import { isOpen } from '../../domain/demand.ts';
import type { DemandStore } from '../../handlers/ports/demands.ts';
import type { Now } from '../../handlers/ports/now.ts';

const OPEN = ['incomplete', 'waiting', 'handling', 'done', 'disputed'] as const;
const PAGE = 200;
const DAY_MS = 24 * 3600_000;
/** Ended demands of so many days are looked through for what ended today and for who is to be called. */
const LOOK_BACK_DAYS = 60;
/** Where other processes may have changed something, what is held is read anew this often. */
const STALE_MS = 15_000;

/** Everything that is under way, what was raised or ended within a day, and ended demands with somebody still to be called, held in memory: a glance must cost nothing. */
export interface Board {
  readonly demands: () => Promise<readonly Demand[]>;
  readonly changed: (demand: Demand) => void;
}

interface Deps {
  readonly demands: Pick<DemandStore, 'list'>;
  /** Other processes write to the same store. */
  readonly shared: boolean;
  /** The district's clock. */
  readonly now: Now;
  /** The real clock, for how old what is held has become. */
  readonly realNow: Now;
}

/** One reading of the store. */
interface Filling {
  readonly done: Promise<void>;
  /** When it had read everything; undefined while it reads. */
  at?: Date;
}

/** Makes a board that is filled when it is first looked at, and kept up by what changes. */
export function createBoard({ demands, shared, now, realNow }: Deps): Board {
  const held = new Map<string, Demand>();
  let heardOf: Set<string> | undefined;
  let filled: Filling | undefined;

  function changed(demand: Demand): void {
    if (filled === undefined) return;
    heardOf?.add(demand.id);
    if (isOnBoard(demand, now())) held.set(demand.id, demand);
    else held.delete(demand.id);
  }

  async function fill(): Promise<void> {
    const since = new Date(now().getTime() - LOOK_BACK_DAYS * DAY_MS);
    const found = new Map<string, Demand>();
    const meanwhile = (heardOf = new Set<string>());
    for (const status of OPEN) await read({ status }, found);
    await read({ status: 'closed', since }, found);
    // What was heard of meanwhile is newer than what was read; of anything else what was not found has ended, maybe in another process.
    for (const id of held.keys()) if (!meanwhile.has(id)) held.delete(id);
    for (const [id, demand] of found) if (!meanwhile.has(id)) held.set(id, demand);
    heardOf = undefined;
  }

  async function read(query: { readonly status: string; readonly since?: Date }, found: Map<string, Demand>): Promise<void> {
    let cursor: string | undefined;
    do {
      const page = await demands.list({ ...query, cursor, limit: PAGE });
      for (const { state: demand } of page.items) if (isOnBoard(demand, now())) found.set(demand.id, demand);
      cursor = page.next;
    } while (cursor !== undefined);
  }

  async function current(): Promise<readonly Demand[]> {
    if (filled === undefined || (shared && isStale(filled, realNow()))) {
      filled = begun(fill(), realNow);
      filled.done.catch(() => (filled = undefined));
    }
    await filled.done;
    for (const [id, demand] of held) if (!isOnBoard(demand, now())) held.delete(id);
    return [...held.values()];
  }

  return { demands: current, changed };
}

function begun(reading: Promise<void>, realNow: Now): Filling {
  const filling: Filling = { done: reading.then(() => void (filling.at = realNow())) };
  return filling;
}

/** Never while it reads, however long that takes: another reading beside it would not know what this one has heard of meanwhile. */
function isStale({ at }: Filling, now: Date): boolean {
  return at !== undefined && now.getTime() - at.getTime() > STALE_MS;
}

function isOnBoard(demand: Demand, now: Date): boolean {
  return isOpen(demand) || isOfToday(demand, now) || demand.reporters.some(({ revisit, left }) => revisit.state === 'call-back' && left === undefined);
}

function isOfToday({ raisedAt, phase }: Demand, now: Date): boolean {
  const from = now.getTime() - DAY_MS;
  const ended = 'doneAt' in phase ? phase.doneAt : undefined;
  return raisedAt.getTime() >= from || (ended !== undefined && ended.getTime() >= from) || (phase.status === 'closed' && phase.at.getTime() >= from);
}
