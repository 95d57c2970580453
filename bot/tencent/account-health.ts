import type { Channel } from '../../handlers/channel.ts';
import type { Now } from '../../handlers/ports.ts';
import { MessengerError } from './verdict.ts';

/** What is known of an account: whether its messenger answered last. */
export interface AccountHealth {
  readonly answered: () => void;
  readonly failed: (error: unknown) => void;
  readonly read: Channel['health'];
}

const NOT_ITS_FAULT = ['limited', 'closed', 'refused'];

/** Remembers the last answer of a messenger; a code is named, never what was said. */
export function createAccountHealth(now: Now): AccountHealth {
  let lastHeardAt: Date | undefined;
  let detail: string | undefined = 'nothing heard yet';
  let up = false;
  return {
    answered: () => {
      lastHeardAt = now();
      up = true;
      detail = undefined;
    },
    failed: (error) => {
      if (error instanceof MessengerError && NOT_ITS_FAULT.includes(error.verdict)) return;
      up = false;
      detail = error instanceof MessengerError ? error.message : 'the messenger cannot be reached';
    },
    read: () => ({ up, lastHeardAt, detail }),
  };
}
