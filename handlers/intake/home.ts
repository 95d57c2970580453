import { z } from 'zod';
import { Home } from '../../domain/directory/directory-data.ts';
import type { Directory } from '../../domain/directory/directory.ts';
import type { PlaceFound } from '../../understanding/understanding.ts';
import type { People } from '../ports/people.ts';
import type { Sealer } from '../ports/sealer.ts';
import { homePlace, unitInWords } from './places.ts';

/** What is needed to know where somebody lives. */
export interface KnowingHomes {
  readonly directory: () => Directory;
  readonly people: Pick<People, 'get'>;
  readonly sealer: Pick<Sealer, 'open'>;
}

/** What is needed to note that somebody has moved. */
export interface NotingHomes extends Pick<KnowingHomes, 'directory'> {
  readonly people: Pick<People, 'change'>;
  readonly sealer: Pick<Sealer, 'seal'>;
}

/** A home as its owner told it; `instead` is what the directory said then. */
const Told = z.object({ home: Home, grid: z.string().optional(), instead: Home.optional() });

/** The home that a person has told of, as a place found; undefined where none was told, or the directory has another by now than it had then. */
export async function toldHome({ directory, people, sealer }: KnowingHomes, person: string): Promise<PlaceFound | undefined> {
  const sealed = (await people.get(person))?.home;
  const opened = sealed === undefined ? undefined : await sealer.open(sealed);
  if (opened === undefined) return undefined;
  const { home, grid, instead } = Told.parse(JSON.parse(opened));
  return inOneForm(directory().person(person)?.home) === inOneForm(instead) ? homePlace(directory(), home, grid) : undefined;
}

/** Where a person lives: as told by that person, else as the directory has it. */
export async function homeOf(deps: KnowingHomes, person: string): Promise<PlaceFound | undefined> {
  const known = deps.directory().person(person);
  return (await toldHome(deps, person)) ?? homePlace(deps.directory(), known?.home, known?.grid);
}

/** The grid a person lives in or looks after. */
export async function gridOf(deps: KnowingHomes, person: string): Promise<string | undefined> {
  return (await toldHome(deps, person))?.grid ?? deps.directory().gridsOf(person)[0]?.id;
}

/** Notes where a person lives from now on, sealed with that person's key. */
export async function noteHome({ directory, people, sealer }: NotingHomes, person: string, { placeId = '', name, unit, room, grid }: PlaceFound): Promise<void> {
  const listed = directory().place(placeId)?.name ?? '';
  const building = name.startsWith(listed) ? name.slice(listed.length) : '';
  const told: z.infer<typeof Told> = Told.parse({ home: { place: placeId, building: building === '' ? undefined : building, unit: unit && unitInWords(unit), room }, grid, instead: directory().person(person)?.home });
  await people.change(person, { home: await sealer.seal(person, JSON.stringify(told)) });
}

/** What is the same home reads the same. */
function inOneForm(home: Home | undefined): string {
  return home === undefined ? '' : JSON.stringify([home.place, home.building, home.unit, home.room]);
}
