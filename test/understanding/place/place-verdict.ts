import { z } from 'zod';

import { jsonLines } from '../../../scripts/json-lines.ts';
import type { PlaceFound, PlaceGuess, PlaceName, Situation } from '../../../understanding/understanding.ts';

const FOLDER = 'test/understanding/place';
const Listed = z.object({
  placeId: z.string(), name: z.string(), otherNames: z.array(z.string()), grids: z.array(z.string()), community: z.string().optional(), within: z.string().optional(),
  kind: z.enum(['community', 'grid', 'compound', 'building', 'road', 'crossing', 'landmark']),
});
const Mark = z.object({
  is: z.string().optional(), ask: z.array(z.string()).default([]), home: z.enum(['flat', 'building', 'compound', 'near']).optional(),
  building: z.string().optional(), unit: z.string().optional(), room: z.string().optional(), number: z.string().optional(), grid: z.string().optional(),
});
const Home = z.object({ placeId: z.string(), building: z.string().optional(), unit: z.string().optional(), room: z.string().optional() });
const Marked = z.object({ id: z.string(), text: z.string(), situation: z.object({ group: z.string().optional(), home: Home.optional() }).default({}), place: Mark });

/** A text with the place that a clerk takes from it. */
export type Marked = z.infer<typeof Marked>;
type Mark = z.infer<typeof Mark>;

/** `asked`: one of the places asked about is it. `coarse`: right as far as it goes. `missed`: nothing said of it, which then is asked without choices. */
export type Verdict = 'right' | 'asked' | 'needlessly' | 'coarse' | 'missed' | 'wrong';

/** The directory that the people of the set speak of. */
export const directory: readonly PlaceName[] = jsonLines(`${FOLDER}/place-directory.jsonl`, Listed);
const byId = new Map(directory.map((place) => [place.placeId, place]));

/** The lines of the set: those with an odd number are held, the others may be looked at. */
export function linesOf(half: 'held' | 'tune'): Marked[] {
  return jsonLines(`${FOLDER}/place-set.jsonl`, Marked).filter(({ id }) => (Number(id.slice(2)) % 2 === 1) === (half === 'held'));
}

/** What is known when it is said: the group's grid and the speaker's home. */
export function situationOf({ situation: { group, home } }: Marked, now: Date): Situation {
  const community = group === undefined ? undefined : byId.get(group)?.community;
  return { now, grid: group, community, group: group !== undefined, home: home === undefined ? undefined : homeOf(home) };
}

/** How right a guess is. */
export function verdictOn({ place: mark }: Marked, guess: PlaceGuess, home: PlaceFound | undefined): Verdict {
  const found = guess.kind === 'found' && !guess.place.reasons.includes('place:group-grid') ? guess.place : undefined;
  if (mark.is !== undefined || mark.ask.length > 0) return onListed(mark, guess, found);
  if (mark.home !== undefined) return home === undefined ? 'right' : onHome(mark, guess, found, home);
  if (guess.kind === 'unsure') return 'needlessly';
  if (found === undefined) return 'right';
  const isHome = found.reasons.some((reason) => reason.startsWith('place:home') || reason.endsWith('near-home'));
  return isHome && home !== undefined && compoundOf(found.placeId) === compoundOf(home.placeId) ? 'coarse' : 'wrong';
}

function onListed(mark: Mark, guess: PlaceGuess, found: PlaceFound | undefined): Verdict {
  if (guess.kind === 'unsure') {
    const isAmong = guess.choices.some(({ placeId = '', grid = '' }) => placeId === mark.is || mark.ask.includes(placeId) || mark.ask.includes(grid));
    return isAmong ? (mark.ask.length > 0 ? 'right' : 'asked') : 'wrong';
  }
  if (found === undefined) return 'missed';
  if (mark.ask.length > 0 && (mark.is === undefined || (found.placeId === mark.is && found.grid !== undefined))) return 'wrong';
  return onOne(mark, found);
}

function onOne(mark: Mark, found: PlaceFound): Verdict {
  const isIt = found.placeId === mark.is;
  const inGrid = mark.grid === undefined || found.grid === undefined || mark.grid === found.grid;
  const isBuilding = isIt || mark.building === undefined || found.building === mark.building;
  if (isIt && inGrid && isBuilding) {
    const lacks = (mark.room !== undefined && found.room !== mark.room) || (mark.unit !== undefined && found.unit !== mark.unit);
    return lacks || !found.name.includes(mark.number ?? '') ? 'coarse' : 'right';
  }
  const isCoarse = compoundOf(found.placeId) === compoundOf(mark.is) && inGrid && (found.building === undefined || found.building === mark.building);
  return isCoarse ? 'coarse' : 'wrong';
}

function onHome(mark: Mark, guess: PlaceGuess, found: PlaceFound | undefined, home: PlaceFound): Verdict {
  if (guess.kind === 'unsure') return 'asked';
  if (found === undefined) return 'missed';
  const isThere = compoundOf(found.placeId) === compoundOf(home.placeId) || (mark.home === 'near' && found.grid === home.grid);
  if (!isThere) return 'wrong';
  return (mark.home === 'flat' || mark.home === 'building') && found.building !== home.building ? 'coarse' : 'right';
}

function homeOf({ placeId, building: said, unit, room }: z.infer<typeof Home>): PlaceFound {
  const place = byId.get(placeId);
  const compound = byId.get(compoundOf(placeId) ?? '');
  const building = said ?? (place?.kind === 'building' ? /[0-9A-Z]+/.exec(place.name)?.[0] : undefined);
  const listed = building === undefined ? undefined : byId.get(`${compound?.placeId ?? ''}-${building}`);
  const lives = listed ?? place;
  const grid = lives?.grids.length === 1 ? lives.grids[0] : undefined;
  const name = (compound?.name ?? '') + (listed?.name ?? '');
  return { said: '', name, placeId: lives?.placeId, grid, community: compound?.community, building, unit, room, confidence: 1, reasons: [] };
}

function compoundOf(placeId: string | undefined): string | undefined {
  const place = placeId === undefined ? undefined : byId.get(placeId);
  return place?.kind === 'building' ? place.within : placeId;
}
