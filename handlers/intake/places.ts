import type { Place } from '../../domain/demand.ts';
import type { Directory, Person as Listed } from '../../domain/directory/directory.ts';
import type { Words } from '../../domain/words.ts';
import { unitWord } from '../../locales/lexicon/place-words.ts';
import type { PlaceFound, PlaceGuess } from '../../understanding/understanding.ts';
import type { Nearby } from '../ports/people.ts';

const BARE_NUMBER = /^\d+$/;

/** A place as a demand keeps it: named for everybody, in detail only sealed, and a reporter's home only by its building. Undefined when no unit answers for it. */
export async function placeFrom(directory: Directory, found: PlaceFound, seal: (text: string) => Promise<string>): Promise<Place | undefined> {
  const where = found.grid ?? found.placeId ?? found.community;
  const path = where === undefined ? {} : knownPath(directory, where);
  if (Object.keys(path).length === 0) return undefined;

  const isHome = found.reasons.includes('place:home');
  const closer = isHome ? '' : [found.unit && unitInWords(found.unit), found.room].filter((part) => part !== undefined).join('');
  const id = found.placeId ?? (isNameOf(directory, found) ? found.grid : undefined);
  return { id, name: found.name, detail: closer === '' ? undefined : await seal(closer), grid: found.grid, path };
}

/** A grid that a point on the map lies in is a place that the directory knows. */
function isNameOf(directory: Directory, { grid, name }: PlaceFound): boolean {
  return grid !== undefined && directory.grid(grid)?.name === name;
}

/** A unit of a building as it is said, also where only its number was. */
export function unitInWords(unit: string): string {
  return unit.replace(BARE_NUMBER, `$&${unitWord}`);
}

/** The place that an answer to "where?" means, the likeliest where there are several; undefined when no place was named. */
export function placeMeant(guess: PlaceGuess): PlaceFound | undefined {
  if (guess.kind === 'unsure') return guess.choices[0];
  const named = guess.kind === 'found' && !guess.place.reasons.includes('place:group-grid');
  return named ? guess.place : undefined;
}

/** The whole grid as a place: where something is said to be when a group of that grid hears of it. */
export function gridPlace(directory: Directory, gridId: string): Place | undefined {
  const grid = directory.grid(gridId);
  return grid === undefined ? undefined : { id: gridId, name: grid.name, grid: gridId, path: knownPath(directory, gridId) };
}

/** A place that nobody knows, in the care of a unit that sorts it out. */
export function unlistedPlace(directory: Directory, name: string, unit: string): Place {
  return { name, path: knownPath(directory, unit) };
}

/** Words without a place's own name: somewhere in the compound, or what else it is, of the place that is known, and no more in a building that was said before. */
export function spotWithin(directory: Directory, known: Place, detail: Words): Place {
  const listed = known.id === undefined ? undefined : directory.place(known.id);
  const around = listed?.within === undefined ? listed : directory.place(listed.within);
  return { name: around?.name ?? known.name, detail, grid: known.grid, path: known.path };
}

/** A person's home as a place found; undefined when it is not known. */
export function homePlace(directory: Directory, home: Listed['home'], grid: string | undefined): PlaceFound | undefined {
  const place = home === undefined ? undefined : directory.place(home.place);
  if (home === undefined || place === undefined) return undefined;
  const parts = [place.name, home.building].filter((part) => part !== undefined);
  const gridOf = grid ?? (place.grids.length === 1 ? place.grids[0] : undefined);
  return {
    said: [...parts, home.unit, home.room].filter((part) => part !== undefined).join(''),
    name: parts.join(''),
    placeId: place.id,
    grid: gridOf,
    community: gridOf === undefined ? undefined : directory.grid(gridOf)?.community,
    building: home.building,
    unit: home.unit,
    room: home.room,
    confidence: 1,
    reasons: ['place:home'],
  };
}

const HOUR_MS = 3600_000;
/** How long what told where somebody is counts: a code hangs where a person lives or works, a location is a moment's. */
const COUNTS_MS = { scanned: 24 * HOUR_MS, location: HOUR_MS, picture: HOUR_MS } as const;

/** Where somebody was shortly before, when a matter names no place that is known, or several of which one is there; a known one goes before it. */
export function orNearby(directory: Directory, guess: PlaceGuess, nearby: Nearby | undefined, now: Date): PlaceGuess {
  const near = nearby === undefined ? undefined : nearbyPlace(directory, nearby, now);
  if (near === undefined || guess.kind === 'found') return guess;
  if (guess.kind === 'unknown') return { kind: 'found', place: near };
  const [only, ...others] = guess.choices.filter(({ grid }) => grid !== undefined && grid === near.grid);
  return only === undefined || others.length > 0 ? guess : { kind: 'found', place: { ...only, reasons: [...only.reasons, ...near.reasons] } };
}

/** Where somebody was shortly before, as a place found; undefined when that is too long ago or not in the directory. */
export function nearbyPlace(directory: Directory, nearby: Nearby, now: Date): PlaceFound | undefined {
  const told = nearby.told ?? 'scanned';
  if (now.getTime() - nearby.at.getTime() > COUNTS_MS[told]) return undefined;
  const place = directory.place(nearby.place);
  const grid = place === undefined ? directory.grid(nearby.place) : place.grids.length === 1 ? directory.grid(place.grids[0] ?? '') : undefined;
  const name = place?.name ?? grid?.name;
  return name === undefined ? undefined : { said: name, name, placeId: place?.id, grid: grid?.id, community: grid?.community, confidence: 1, reasons: [`place:${told}`] };
}

/** The units that answer for where something is, tier by tier, without tiers that have none there. */
export function knownPath({ path }: Pick<Directory, 'path'>, where: string): Record<string, string> {
  return Object.fromEntries(Object.entries(path(where)).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
