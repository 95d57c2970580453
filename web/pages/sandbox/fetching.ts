import { ref, type Ref } from 'vue';
import { lastOnly } from '../shared/last-only.ts';

/** How fetching something goes. */
export interface Fetching {
  /** Whether all of it came at least once. */
  readonly loaded: Ref<boolean>;
  /** Whether some of it did not come when it was last asked for. */
  readonly failed: Ref<boolean>;
  /** Waits for all of it; how an older question ended changes nothing. */
  readonly wait: (asked: readonly Promise<unknown>[]) => Promise<void>;
}

/** Nothing has been asked for yet. */
export function createFetching(): Fetching {
  const loaded = ref(false);
  const failed = ref(false);
  const tell = lastOnly<readonly PromiseSettledResult<unknown>[]>((ended) => {
    failed.value = ended.some(({ status }) => status === 'rejected');
    loaded.value ||= !failed.value;
  });
  return { loaded, failed, wait: (asked) => tell(Promise.allSettled(asked)) };
}
