import { crossingAfter, crossingBetween, crossingLabel, crossingSpokenOf, crossingTurn, roadsTogether, stretchBetween } from '../../locales/lexicon/place-words.ts';
import type { PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { gridsOf, type Mention } from './mentions.ts';
import { meant, saidBy } from './places-meant.ts';

const AFTER = 8;

/** Where two roads cross, or the stretch from one to the other; undefined when no two are said so. */
export function crossingOf(index: DirectoryIndex, text: string, mentions: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  const roads = mentions.filter(({ places }) => places.some(({ kind }) => kind === 'road'));
  for (const [at, one] of roads.entries()) {
    const other = roads[at + 1];
    if (other === undefined) return undefined;
    const between = text.slice(one.end, other.start);
    const stretch = stretchBetween.test(between);
    if (stretch || cross(text, between, other)) {
      return meantByTwo(index, text, one, other, stretch, situation);
    }
  }
  return undefined;
}

function cross(text: string, between: string, other: Mention): boolean {
  if (crossingTurn.test(between) || (roadsTogether.test(between) && crossingSpokenOf.test(text))) return true;
  return crossingBetween.test(between) && crossingAfter.test(text.slice(other.end, other.end + AFTER));
}

function meantByTwo(index: DirectoryIndex, text: string, one: Mention, other: Mention, stretch: boolean, situation: Situation): PlaceGuess {
  const said = text.slice(one.start, other.end);
  const doubtful = one.doubt !== undefined || other.doubt !== undefined;
  const listed = stretch ? [] : index.crossings.filter((crossing) => namesAny(crossing, one) && namesAny(crossing, other));
  if (listed.length > 0) return meant(index, { ...saidBy(one), said, places: listed, doubtful }, situation);

  const shared = [...gridsOf(one)].filter((grid) => gridsOf(other).has(grid));
  const [road] = one.places;
  if (road === undefined || shared.length === 0) return { kind: 'unknown', said };
  const crossing: PlaceName = { ...road, name: crossingName(one, other, stretch), grids: shared };
  return meant(index, { ...saidBy(one), said, places: [crossing], doubtful }, situation);
}

function crossingName(one: Mention, other: Mention, stretch: boolean): string {
  const names = [one.places[0]?.name ?? one.said, other.places[0]?.name ?? other.said];
  return names.join(crossingLabel.between) + (stretch ? '' : crossingLabel.after);
}

function namesAny(crossing: PlaceName, road: Mention): boolean {
  return road.places.some(({ name }) => crossing.name.includes(name));
}
