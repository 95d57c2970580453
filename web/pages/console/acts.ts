import { ref, type Ref } from 'vue';
import { useTried, type Tried } from './tried.ts';

/** What is done by the buttons of a page, and whether something is under way. */
export interface Acts extends Tried {
  readonly busy: Ref<boolean>;
  readonly act: (what: () => Promise<void>) => Promise<void>;
}

/** Does one thing at a time: what is begun while another is under way is not done. */
export function useActs({ failed, tried }: Tried = useTried()): Acts {
  const busy = ref(false);
  async function act(what: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    await tried(what);
    busy.value = false;
  }
  return { failed, tried, busy, act };
}

/** What a dialog asks before it closes: it stays open while something in it is under way. */
export function closesUnless(isBusy: () => boolean): (close: () => void) => void {
  return (close) => void (!isBusy() && close());
}
