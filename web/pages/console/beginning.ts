import { ref, type Ref } from 'vue';
import { Failed } from './api.ts';

/** How the console begins, and in words why it could not yet. */
export interface Beginning<Who> {
  readonly trouble: Ref<string>;
  /** Whether it is being tried again. */
  readonly retrying: Ref<boolean>;
  /** Gives who is signed in, undefined when nobody is; whoever is known already is not asked for. What fails otherwise is tried again whenever `again` is called. */
  readonly begin: (known?: Who) => Promise<Who | undefined>;
  readonly again: () => void;
}

const SIGNED_OUT = [401, 403];

/** Makes the beginning out of what it consists of, and of what says why that failed. */
export function createBeginning<Who>(enter: (known?: Who) => Promise<Who>, why: (error: unknown) => string): Beginning<Who> {
  const [trouble, retrying] = [ref(''), ref(false)];
  let again: () => void = () => undefined;
  let beginning: Promise<Who | undefined> | undefined;

  async function untilKnown(known?: Who): Promise<Who | undefined> {
    for (;;) {
      try {
        return await enter(known);
      } catch (error) {
        if (error instanceof Failed && SIGNED_OUT.includes(error.status)) return undefined;
        trouble.value = why(error);
      }
      retrying.value = false;
      await new Promise<void>((resolve) => void (again = resolve));
      retrying.value = true;
    }
  }
  function ended(): void {
    beginning = undefined;
    trouble.value = '';
    retrying.value = false;
  }
  return { trouble, retrying, begin: (known) => (beginning ??= untilKnown(known).finally(ended)), again: () => again() };
}
