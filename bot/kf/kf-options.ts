import type { Ledger, Now } from '../../handlers/ports.ts';
import type { Log } from '../log.ts';
import type { MessengerApi } from '../tencent/api.ts';
import type { Envelopes } from '../tencent/envelope.ts';

/** What a customer service account needs. */
export interface KfOptions {
  readonly id: string;
  /** The customer service account's own id. */
  readonly kfId: string;
  readonly api: MessengerApi;
  readonly envelopes: Envelopes;
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  /** The program's time of what the messenger dates by the real one. */
  readonly timeOf: (ms: number) => Date;
  readonly now: Now;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly greeting: (place: string | undefined) => string;
  /** The name of a place by the id that its code carries; undefined when there is none. */
  readonly placeNamed: (id: string) => string | undefined;
  readonly againMs?: readonly number[] | undefined;
}
