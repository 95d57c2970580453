/** One judged answer: what is right, what was said, the runner-up, and how sure. */
export interface Judged {
  readonly right: string;
  readonly said: string;
  readonly second?: string | undefined;
  readonly confidence?: number | undefined;
}

/** Percent of answers that are right. */
export function accuracy(judged: readonly Judged[]): number {
  return percent(judged.filter(({ right, said }) => right === said).length, judged.length);
}

/** Percent of answers whose first or second guess is right. */
export function topTwo(judged: readonly Judged[]): number {
  return percent(judged.filter(({ right, said, second }) => right === said || right === second).length, judged.length);
}

/** The mean over the labels that occur of the harmonic mean of precision and recall, in percent. */
export function macroF1(judged: readonly Judged[]): number {
  const labels = [...new Set(judged.map(({ right }) => right))];
  const sum = labels.reduce((total, label) => {
    const hits = judged.filter(({ right, said }) => right === label && said === label).length;
    const named = judged.filter(({ right, said }) => right === label || said === label).length;
    return total + (2 * hits) / (named + hits);
  }, 0);
  return percent(sum, labels.length);
}

/** Percent right among the surest answers, for each share of them. */
export function coverage(judged: readonly Judged[], shares: readonly number[]): number[] {
  const surest = [...judged].sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0));
  return shares.map((share) => accuracy(surest.slice(0, Math.round(surest.length * share))));
}

/** The commonest mistakes, `right → said`, with how often. */
export function confusions(judged: readonly Judged[], most: number): [string, number][] {
  const counts = new Map<string, number>();
  for (const { right, said } of judged) if (right !== said) counts.set(`${right} → ${said}`, (counts.get(`${right} → ${said}`) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, most);
}

function percent(part: number, all: number): number {
  return all === 0 ? 0 : (100 * part) / all;
}
