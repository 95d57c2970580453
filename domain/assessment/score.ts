/** A score that somebody gave for a period or a day, apart from any demand; a correction is a further one, and the former stays. */
export interface Score {
  readonly id: string;
  /** The rating relation it belongs to. */
  readonly relation: string;
  /** The period "2026-11", or the day "2026-11-20". */
  readonly about: string;
  /** The unit it counts for. */
  readonly unit: string;
  /** The person rated, where it is one. */
  readonly person?: string | undefined;
  /** Who gave it, and for which unit. */
  readonly by: string;
  readonly rater: string;
  readonly at: Date;
  /** By dimension; under `score` where the relation has none. */
  readonly marks: Readonly<Record<string, number>>;
  /** Sealed words. */
  readonly reason: string;
}

/** Where a relation has no dimensions, its one mark has this name. */
export const ONE_MARK = 'score';

/** What stands for the same thing by the same rater: of these only the last counts. */
function scoreKey({ relation, about, unit, person = '', rater }: Score): string {
  return [relation, about, unit, person, rater].join('|');
}

/** The scores that were corrected by a later one. */
export function replacedIn(scores: readonly Score[]): ReadonlySet<string> {
  const last = new Map<string, Score>();
  const replaced = new Set<string>();
  for (const score of [...scores].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))) {
    const before = last.get(scoreKey(score));
    if (before !== undefined) replaced.add(before.id);
    last.set(scoreKey(score), score);
  }
  return replaced;
}
