import { createPhraseIndex } from '../../place/phrase-index.ts';
import { withoutOverlaps } from '../without-overlaps.ts';
import { createLearntNames, type FindSpans, type Span } from './learnt-names.ts';
import type { NameWeights } from './name-weights.ts';
import { writtenNames } from './written-names.ts';

/** Finds the full names of people in a text in plain characters, by weights and by how names are written; what lies within the name of a place stays. */
export function createFindNames(weights: NameWeights, placeNames: readonly string[]): FindSpans {
  const learntNames = createLearntNames(weights);
  const placesIn = createPlacesIn(placeNames);
  return (plain) => {
    const names = withoutOverlaps([...learntNames(plain), ...writtenNames(plain)]);
    if (names.length === 0) return names;
    const places = placesIn(plain);
    return names.filter(({ start, end }) => !places.some((place) => place.start <= start && end <= place.end));
  };
}

function createPlacesIn(placeNames: readonly string[]): (plain: string) => readonly Span[] {
  const index = createPhraseIndex<true>();
  for (const name of placeNames) index.add(name, true);
  return index.seenIn;
}
