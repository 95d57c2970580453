import { ref, type Ref } from 'vue';
import { Failed } from './api.ts';
import { useConsole } from './console.ts';

/** Gives in words why something that the server was asked failed. */
export function useWhy(): (error: unknown) => string {
  const { locale: { say } } = useConsole();
  return (error) => (error instanceof Failed ? error.message : say('problem.broken'));
}

/** Tries something, and keeps in words why it failed until something succeeds. */
export function useTried(): { readonly failed: Ref<string>; readonly tried: (act: () => Promise<void>) => Promise<void> } {
  const why = useWhy();
  const failed = ref('');
  return {
    failed,
    tried: async (act) => {
      try {
        await act();
        failed.value = '';
      } catch (error) {
        failed.value = why(error);
      }
    },
  };
}
