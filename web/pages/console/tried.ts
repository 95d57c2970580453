import { ref, type Ref } from 'vue';
import { Failed } from './api.ts';
import { useConsole } from './console.ts';

/** Gives in words why something that the server was asked failed. */
export function useWhy(): (error: unknown) => string {
  const { locale: { say } } = useConsole();
  return (error) => (error instanceof Failed ? error.message : say('problem.broken'));
}

/** What is tried, and in words why it failed; what no longer `counts` at its end changes no word. */
export interface Tried {
  readonly failed: Ref<string>;
  readonly tried: (act: () => Promise<void>, counts?: () => boolean) => Promise<void>;
}

/** Tries something, and keeps in words why it failed until something succeeds that was begun after the failure. */
export function useTried(why: (error: unknown) => string = useWhy()): Tried {
  const failed = ref('');
  let failures = 0;
  return {
    failed,
    tried: async (act, counts = () => true) => {
      const before = failures;
      try {
        await act();
        if (counts() && failures === before) failed.value = '';
      } catch (error) {
        if (!counts()) return;
        failures += 1;
        failed.value = why(error);
      }
    },
  };
}
