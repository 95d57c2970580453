import { ref, type Ref } from 'vue';
import { Failed } from './api.ts';
import { useConsole } from './console.ts';

/** Tries something, and keeps in words why it failed until something succeeds. */
export function useTried(): { readonly failed: Ref<string>; readonly tried: (act: () => Promise<void>) => Promise<void> } {
  const { locale: { say } } = useConsole();
  const failed = ref('');
  return {
    failed,
    tried: async (act) => {
      try {
        await act();
        failed.value = '';
      } catch (error) {
        failed.value = error instanceof Failed ? error.message : say('problem.broken');
      }
    },
  };
}
