/** What lets somebody in until then: a code or a link sent in chat, or the session it opened. `id` is a hash; the secret itself is kept nowhere. */
export interface Pass {
  readonly id: string;
  readonly kind: 'code' | 'session';
  /** The person's id; `admin` for whoever has the administrator's token. */
  readonly owner: string;
  readonly at: Date;
  readonly until: Date;
}

/** What lets somebody in for a while, by hashes alone. */
export interface Passes {
  readonly add: (pass: Pass) => Promise<void>;
  readonly get: (id: string) => Promise<Pass | undefined>;
  readonly extend: (id: string, until: Date) => Promise<void>;
  /** True for the one who took it; it is gone then. */
  readonly take: (id: string) => Promise<boolean>;
  /** All of an owner, or those of one kind. */
  readonly takeAllOf: (owner: string, kind?: Pass['kind']) => Promise<void>;
  readonly purge: (before: Date) => Promise<number>;
}
