import type { Account } from '../handlers/ports/people.ts';

/** How an account is kept and found: one text for channel and account. */
export function accountKey({ channel, account }: Account): string {
  return `${channel}:${account}`;
}
