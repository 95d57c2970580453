import type { Ledger } from '../../handlers/ports/coordination.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Log } from '../log.ts';
import type { MessengerApi } from './api.ts';
import type { Envelopes } from './envelope.ts';

/** What every account with the messenger needs, whatever its kind. */
export interface AccountOptions {
  readonly id: string;
  readonly api: MessengerApi;
  readonly envelopes: Envelopes;
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  /** The program's time of what the messenger dates by the real one. */
  readonly timeOf: (ms: number) => Date;
  readonly now: Now;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
}
