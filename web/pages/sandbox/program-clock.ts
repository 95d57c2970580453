import { computed, ref, type ComputedRef, type Ref } from 'vue';
import { lastOnly } from '../shared/last-only.ts';
import type { Api } from './api.ts';
import type { ClockState } from './contract.ts';
import { durationTo } from './when.ts';

const TICK_MS = 10_000;

/** The program's time as this page shows it, and the ways to move it. */
export interface ProgramClock {
  /** Milliseconds; steps every few seconds and whenever the program says its time. */
  readonly now: Ref<number>;
  readonly nextDueAt: Ref<string | undefined>;
  readonly busy: Ref<boolean>;
  readonly failed: Ref<boolean>;
  readonly canReachDue: ComputedRef<boolean>;
  readonly set: (now: string) => void;
  readonly refresh: () => Promise<void>;
  readonly advance: (by: string) => Promise<void>;
  readonly advanceToDue: () => Promise<void>;
}

/** `elapsed` gives milliseconds that only grow; between the program's words the page counts on by itself. */
export function createProgramClock(api: Pick<Api, 'clock' | 'advance'>, start: number, elapsed: () => number, every: (act: () => void) => void = (act) => void setInterval(act, TICK_MS)): ProgramClock {
  const said = { now: start, at: elapsed() };
  const now = ref(start);
  const nextDueAt = ref<string>();
  const busy = ref(false);
  const failed = ref(false);
  const set = (instant: string): void => {
    Object.assign(said, { now: Date.parse(instant), at: elapsed() });
    now.value = said.now;
  };
  const show = lastOnly<{ state: ClockState; heard: number }>(({ state, heard }) => {
    // What the program said meanwhile is newer than its answer.
    if (said.now === heard) set(state.now);
    nextDueAt.value = state.nextDueAt;
  });
  const refresh = (): Promise<void> => {
    const heard = said.now;
    return show(api.clock().then((state) => ({ state, heard })));
  };
  const advance = async (by: string): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    failed.value = await api.advance(by).then(() => false, () => true);
    await refresh().catch(() => undefined);
    busy.value = false;
  };
  every(() => void (now.value = said.now + elapsed() - said.at));
  const canReachDue = computed(() => nextDueAt.value !== undefined);
  const advanceToDue = async () => nextDueAt.value === undefined ? undefined : advance(durationTo(nextDueAt.value, said.now + elapsed() - said.at));
  return { now, nextDueAt, busy, failed, canReachDue, set, refresh, advance, advanceToDue };
}
