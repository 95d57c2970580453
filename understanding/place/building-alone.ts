import { ownBefore } from '../../locales/lexicon/home-words.ts';
import type { PlaceGuess, PlaceName, Situation } from '../understanding.ts';
import type { DirectoryIndex } from './directory-index.ts';
import { homeCompound } from './home-place.ts';
import { gridsOf, type Mention } from './mentions.ts';
import { partsAnywhere } from './place-parts.ts';
import { meant } from './places-meant.ts';
import { unlistedPlace } from './unlisted-place.ts';

const FEW = 5;

/** A building said without its compound: one of the compound said before, unless it is said to be one's own, else the home's, one of the grid spoken of, else asked between the few that have one of this number. Undefined when none is said. */
export function buildingAlone(index: DirectoryIndex, text: string, mentions: readonly Mention[], situation: Situation): PlaceGuess | undefined {
  const parts = partsAnywhere(text);
  if (parts?.building === undefined) return undefined;
  const said = text.slice(parts.start, parts.end);
  const named = unlistedPlace(text);
  if (named?.endsWith(said) === true && named !== said) return { kind: 'unknown', said: named };

  const before = mentions.length > 0 || ownBefore.test(text.slice(0, parts.start)) ? undefined : homeCompound(index, { home: situation.before });
  const around = before?.kind === 'compound' ? [before] : compoundsAround(index, parts.building, mentions, situation);
  if (around.length > 0) return meant(index, { said, places: around, how: 'other-name', doubtful: false, near: false, parts }, situation);
  if (situation.grid !== undefined) return undefined;
  const anywhere = index.withBuilding().get(parts.building) ?? [];
  if (anywhere.length === 0 || anywhere.length > FEW) return { kind: 'unknown', said };
  return meant(index, { said, places: anywhere, how: 'other-name', doubtful: true, near: false, parts }, situation);
}

function compoundsAround(index: DirectoryIndex, building: string, mentions: readonly Mention[], situation: Situation): PlaceName[] {
  const home = homeCompound(index, situation);
  const hasIt = (compound: PlaceName): boolean => index.buildings.has(`${compound.placeId}|${building}`);
  const grids = new Set(mentions.flatMap((mention) => [...gridsOf(mention)]));
  const isHere = home !== undefined && (grids.size === 0 ? situation.grid === undefined || home.grids.includes(situation.grid) : home.grids.some((grid) => grids.has(grid)));
  if (isHere && hasIt(home)) return [home];
  const here = grids.size > 0 ? [...grids] : [situation.grid ?? situation.home?.grid ?? ''];
  return [...new Set(here.flatMap((grid) => index.compoundsOfGrid.get(grid) ?? []))].filter(hasIt);
}
