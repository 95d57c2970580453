import type { Channel } from '../../handlers/channel.ts';
import type { Now } from '../../handlers/ports/now.ts';
import { MessengerError } from './verdict.ts';

/** What is known of an account: whether its messenger answered last. */
export interface AccountHealth {
  readonly answered: () => void;
  readonly failed: (error: unknown) => void;
  /** The same work, and what came of it noted. */
  readonly around: <T>(work: Promise<T>) => Promise<T>;
  readonly read: Channel['health'];
}

const NOT_ITS_FAULT = ['limited', 'closed', 'refused'];

/** Remembers the last answer of a messenger; a code is named, never what was said. */
export function createAccountHealth(now: Now): AccountHealth {
  let lastHeardAt: Date | undefined;
  let detail: string | undefined = 'nothing heard yet';
  let up = false;
  const answered = () => {
    lastHeardAt = now();
    up = true;
    detail = undefined;
  };
  const failed = (error: unknown) => {
    if (error instanceof MessengerError && NOT_ITS_FAULT.includes(error.verdict)) return;
    up = false;
    detail = error instanceof MessengerError ? error.message : 'the messenger cannot be reached';
  };
  return {
    answered,
    failed,
    around: (work) => work.then((result) => (answered(), result), (error: unknown) => {
      failed(error);
      throw error;
    }),
    read: () => ({ up, lastHeardAt, detail }),
  };
}
