/** A call to persons instead of units (党员、志愿者报到): open until enough have reported in, or nobody more is waited for. */
export interface PoolCall {
  readonly id: string;
  readonly chain: string;
  /** The unit that calls. */
  readonly caller: string;
  readonly by: string;
  readonly at: Date;
  readonly until: Date;
  readonly wanted: number;
  /** Persons. */
  readonly invited: readonly string[];
  readonly joined: readonly { readonly person: string; readonly at: Date }[];
  /** `short`: time was up before enough had come; `over`: the matter ended before. */
  readonly status: 'open' | 'full' | 'short' | 'over';
}

/** The newest call that this person was asked in, those still open first. */
export function callTo(pools: readonly PoolCall[], person: string): PoolCall | undefined {
  const asked = pools.filter(({ invited }) => invited.includes(person));
  return asked.findLast(({ status }) => status === 'open') ?? asked.at(-1);
}
