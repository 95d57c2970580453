import type { Demand } from './demand.ts';

/** How a matter has ended, for those who raised it: done and waiting for their word, filed, or taken back; and since when it stands so. */
export interface Outcome {
  readonly status: 'done' | 'closed' | 'withdrawn';
  readonly at: Date;
  /** When the work was done, by which unit, with what result; missing where it was taken back. */
  readonly doneAt?: Date | undefined;
  readonly unit?: string | undefined;
  readonly result?: string | undefined;
}

/** The outcome of a demand; undefined while it is in hand, disputed, or part of another. */
export function outcomeOf({ phase }: Demand): Outcome | undefined {
  switch (phase.status) {
    case 'done':
      return { status: 'done', at: phase.at, doneAt: phase.at, unit: phase.unit, result: phase.result };
    case 'closed':
      return { status: 'closed', at: phase.at, doneAt: phase.doneAt, unit: phase.unit, result: phase.result };
    case 'withdrawn':
      return { status: 'withdrawn', at: phase.at };
    default:
      return undefined;
  }
}
