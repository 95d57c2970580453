import type { Verdict } from './verdicts.ts';

/** What has come together of one indicator for one unit. */
export interface Tally {
  readonly count: number;
  readonly credit: number;
  readonly left: number;
  readonly raters: ReadonlySet<string>;
}

interface Counting {
  count: number;
  credit: number;
  left: number;
  readonly raters: Set<string>;
}

/** Tallies by unit and indicator. Only counts and sums are kept, so any number of cases fit. */
export class Tallies {
  readonly #of = new Map<string, Map<string, Counting>>();

  add({ unit, indicator, counted, credit, rater }: Verdict): void {
    const own = this.#of.get(unit) ?? new Map<string, Counting>();
    const tally = own.get(indicator) ?? { count: 0, credit: 0, left: 0, raters: new Set<string>() };
    tally.count += counted ? 1 : 0;
    tally.credit += credit;
    tally.left += counted ? 0 : 1;
    if (counted && rater !== undefined) tally.raters.add(rater);
    if (tally.count + tally.left === 1) this.#of.set(unit, own.set(indicator, tally));
  }

  addAll(verdicts: readonly Verdict[]): this {
    for (const verdict of verdicts) this.add(verdict);
    return this;
  }

  /** Whether there is nothing at all, neither counted nor left out. */
  get empty(): boolean {
    return this.#of.size === 0;
  }

  /** Everything of one indicator that these units have, pooled. */
  of(units: readonly string[], indicator: string): Tally {
    const found = units.flatMap((unit) => this.#of.get(unit)?.get(indicator) ?? []);
    const [only, ...others] = found;
    if (only !== undefined && others.length === 0) return only;
    const sum = (part: 'count' | 'credit' | 'left') => found.reduce((all, one) => all + one[part], 0);
    return { count: sum('count'), credit: sum('credit'), left: sum('left'), raters: new Set(found.flatMap(({ raters }) => [...raters])) };
  }
}
