import type { AccountOptions } from '../tencent/account-options.ts';

/** What a customer service account needs. */
export interface KfOptions extends AccountOptions {
  /** The customer service account's own id. */
  readonly kfId: string;
  readonly greeting: (place: string | undefined) => string;
  /** The name of a place by the id that its code carries; undefined when there is none. */
  readonly placeNamed: (id: string) => string | undefined;
  readonly againMs?: readonly number[] | undefined;
}
