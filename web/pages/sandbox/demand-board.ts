import { ref, type Ref } from 'vue';
import type { Api } from './api.ts';
import type { Demand } from './contract.ts';

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

/** A board that is fetched when touched and keeps what it had while the server cannot be reached. */
export function createDemandBoard(api: Pick<Api, 'demands' | 'demand'>): DemandBoard {
  const items = ref<Demand[]>([]);
  const opened = ref<Demand>();
  const loaded = ref(false);
  const failed = ref(false);
  let wanted: string | undefined;
  let gathering: number | undefined;

  const fetchOpened = async (): Promise<void> => {
    const id = wanted;
    if (id === undefined) return;
    const demand = await api.demand(id);
    if (wanted === id) opened.value = demand;
  };
  const refresh = async (): Promise<void> => {
    gathering = undefined;
    const list = api.demands(NEWEST).then((found) => (items.value = found));
    const results = await Promise.allSettled([list, fetchOpened()]);
    failed.value = results.some((result) => result.status === 'rejected');
    loaded.value ||= !failed.value;
  };
  const open = (id: string | undefined): void => {
    if (id === wanted) return;
    wanted = id;
    opened.value = items.value.find((demand) => demand.id === id);
    fetchOpened().catch(() => (failed.value = true));
  };
  return { items, loaded, failed, opened, open, touch: () => (gathering ??= setTimeout(() => void refresh(), GATHER_MS)) };
}
