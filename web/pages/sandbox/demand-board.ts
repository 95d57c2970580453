import { ref, type Ref } from 'vue';
import { lastOnly } from '../shared/last-only.ts';
import type { Api } from './api.ts';
import type { Demand } from './contract.ts';
import { createFetching } from './fetching.ts';

const NEWEST = 50;
const GATHER_MS = 120;

/** The newest demands and the one that is open. */
export interface DemandBoard {
  readonly items: Ref<Demand[]>;
  readonly loaded: Ref<boolean>;
  readonly failed: Ref<boolean>;
  readonly opened: Ref<Demand | undefined>;
  /** Fetches again soon; many calls at once make one. */
  readonly touch: () => void;
  readonly open: (id: string | undefined) => void;
}

/** A board that is fetched when touched and keeps what it had while the server cannot be reached; the answer to an older question changes nothing. */
export function createDemandBoard(api: Pick<Api, 'demands' | 'demand'>, soon: (act: () => void) => void = (act) => void setTimeout(act, GATHER_MS)): DemandBoard {
  const items = ref<Demand[]>([]);
  const opened = ref<Demand>();
  const { loaded, failed, wait } = createFetching();
  let wanted: string | undefined;
  let gathering = false;

  const showList = lastOnly<Demand[]>((found) => void (items.value = found));
  const showOpened = lastOnly<Demand | undefined>((demand) => void (opened.value = demand));
  const fetchOpened = () => showOpened(wanted === undefined ? Promise.resolve(undefined) : api.demand(wanted));
  const refresh = (): Promise<void> => {
    gathering = false;
    return wait([showList(api.demands(NEWEST)), fetchOpened()]);
  };
  const touch = (): void => {
    if (gathering) return;
    gathering = true;
    soon(() => void refresh());
  };
  const open = (id: string | undefined): void => {
    if (id === wanted) return;
    wanted = id;
    opened.value = items.value.find((demand) => demand.id === id);
    fetchOpened().catch(() => (failed.value = true));
  };
  return { items, loaded, failed, opened, open, touch };
}
