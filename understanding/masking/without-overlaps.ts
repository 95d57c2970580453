import type { Span } from '../span.ts';

/** The same places in order, those that overlap as one: it begins with the first of them and goes on to the end of the last. */
export function withoutOverlaps<Place extends Span>(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = kept.at(-1);
    if (last === undefined || place.start >= last.end) kept.push(place);
    else if (place.end > last.end) kept[kept.length - 1] = { ...last, end: place.end };
  }
  return kept;
}
