import { ref, type Ref } from 'vue';
import { createTurns } from '../shared/last-only.ts';
import { useTried, type Tried } from './tried.ts';

/** What a page asks of the server and shows, whether an answer is under way, and what is tried beside it. */
export interface Read<Answer> extends Tried {
  readonly busy: Ref<boolean>;
  readonly show: (asked: Promise<Answer>) => Promise<void>;
  /** Nothing is waited for any more: what was asked changes nothing when it ends. */
  readonly forget: () => void;
}

/** Takes the answer to what was asked last; the end of an older question changes nothing, neither what is shown nor `failed` nor `busy`. */
export function useRead<Answer>(take: (answer: Answer) => void, { failed, tried }: Tried = useTried()): Read<Answer> {
  const busy = ref(false);
  const turn = createTurns();
  async function show(asked: Promise<Answer>): Promise<void> {
    const isLast = turn();
    busy.value = true;
    await tried(async () => {
      const answer = await asked;
      if (isLast()) take(answer);
    }, isLast);
    if (isLast()) busy.value = false;
  }
  function forget(): void {
    turn();
    busy.value = false;
  }
  return { failed, tried, busy, show, forget };
}
