/**
 * The chance of `count` or more in a time, after `seen` in `times` equally long times before it, when nothing has changed but the season's factor.
 * Counts are taken as Poisson with a rate that is itself only estimated from what was seen (Jeffreys' prior), which makes them negative binomial:
 * few seen weeks give a cautious answer instead of a false alarm.
 */
export function chanceOf(count: number, seen: number, times: number, season = 1): number {
  const shape = seen + 0.5;
  const ratio = season / times;
  const step = ratio / (1 + ratio);
  let logOne = -shape * Math.log1p(ratio);
  let below = 0;
  for (let k = 0; k < count; k++) {
    below += Math.exp(logOne);
    logOne += Math.log(((shape + k) / (k + 1)) * step);
  }
  return Math.max(0, 1 - below);
}

/** What that rate leads one to expect. */
export function expectedAfter(seen: number, times: number, season = 1): number {
  return ((seen + 0.5) * season) / times;
}
