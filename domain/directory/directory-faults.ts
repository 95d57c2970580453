import { answersTo, type DirectoryData, type Unit } from './directory-data.ts';

/** A table of the directory. */
export type Table = keyof DirectoryData;

/** Something of the directory that contradicts the rest; `index` counts the table's rows from 0. */
export interface DirectoryFault {
  readonly code:
    | 'duplicate-id'
    | 'duplicate-name'
    | 'duplicate-line'
    | 'unknown-reference'
    | 'unknown-category'
    | 'unknown-tier'
    | 'unknown-unit-words'
    | 'cycle'
    | 'second-root'
    | 'grid-without-worker'
    | 'unit-without-people';
  readonly table: Table;
  readonly index: number;
  readonly field?: string | undefined;
  readonly params: Readonly<Record<string, string>>;
}

/** What the directory is checked against besides itself. */
export interface KnownElsewhere {
  /** The ids of the classes of matters; unchecked when left out. */
  readonly categories?: ReadonlySet<string> | undefined;
}

/** Every fault of the directory, in the order of its tables; none when it can be used. */
export function inconsistencies(data: DirectoryData, known: KnownElsewhere = {}): readonly DirectoryFault[] {
  return [...duplicateIds(data), ...duplicateNames(data), ...unknownReferences(data), ...cycles(data), ...roots(data), ...unmanned(data), ...dispatchFaults(data, known), ...phraseFaultsIn(data, known)];
}

const TABLES_WITH_IDS = ['units', 'grids', 'people', 'rooms', 'places', 'services'] as const;

/** A line of the dispatch directory may name a unit, a grid or a place in one column, so their ids differ from each other too. */
function duplicateIds(data: DirectoryData): DirectoryFault[] {
  const seen = new Set<string>();
  return TABLES_WITH_IDS.flatMap((table) =>
    data[table].flatMap(({ id }, index): DirectoryFault[] => {
      if (seen.has(id)) return [{ code: 'duplicate-id', table, index, field: 'id', params: { value: id } }];
      seen.add(id);
      return [];
    }),
  );
}

function duplicateNames(data: DirectoryData): DirectoryFault[] {
  return [
    ...sameNames('units', data.units.map(({ name, parent }) => ({ name, parent: parent ?? '' }))),
    ...sameNames('grids', data.grids.map(({ name, community }) => ({ name, parent: community }))),
    ...sameNames('rooms', data.rooms.map(({ name }) => ({ name, parent: '' }))),
    ...sameNames('services', data.services.map(({ name }) => ({ name, parent: '' }))),
  ];
}

function sameNames(table: Table, rows: readonly { name: string; parent: string }[]): DirectoryFault[] {
  const seen = new Set<string>();
  return rows.flatMap(({ name, parent }, index): DirectoryFault[] => {
    const key = `${parent}\n${name}`;
    if (seen.has(key)) return [{ code: 'duplicate-name', table, index, field: 'name', params: { value: name } }];
    seen.add(key);
    return [];
  });
}

function unknownReferences(data: DirectoryData): DirectoryFault[] {
  const ids = { units: idsOf(data.units), grids: idsOf(data.grids), people: idsOf(data.people), places: idsOf(data.places) };
  const places = new Set([...ids.units, ...ids.grids, ...ids.places]);
  const check = (table: Table, index: number, field: string, known: ReadonlySet<string>, ...values: (string | undefined)[]): DirectoryFault[] =>
    values.flatMap((value) => (value === undefined || known.has(value) ? [] : [{ code: 'unknown-reference', table, index, field, params: { value } }]));
  return [
    ...data.units.flatMap((unit, i) => [...check('units', i, 'parent', ids.units, unit.parent), ...check('units', i, 'members', ids.units, ...unit.members)]),
    ...data.grids.flatMap((grid, i) => check('grids', i, 'community', ids.units, grid.community)),
    ...data.people.flatMap((person, i) => [
      ...check('people', i, 'unit', ids.units, person.unit),
      ...check('people', i, 'team', ids.units, person.team),
      ...check('people', i, 'grid', ids.grids, person.grid),
      ...check('people', i, 'alsoGrids', ids.grids, ...person.alsoGrids),
      ...check('people', i, 'homePlace', ids.places, person.home?.place),
    ]),
    ...data.rooms.flatMap((room, i) => [
      ...check('rooms', i, 'grid', ids.grids, room.grid),
      ...check('rooms', i, 'unit', ids.units, room.unit),
      ...check('rooms', i, 'people', ids.people, ...room.people),
    ]),
    ...data.places.flatMap((place, i) => [...check('places', i, 'grids', ids.grids, ...place.grids), ...check('places', i, 'within', ids.places, place.within)]),
    ...data.dispatch.flatMap((row, i) => [
      ...check('dispatch', i, 'place', places, row.place),
      ...check('dispatch', i, 'unit', ids.units, idIn(row.unit)),
    ]),
    ...data.services.flatMap((service, i) => check('services', i, 'unit', ids.units, idIn(service.unit))),
    ...data.teams.flatMap((row, i) => [
      ...check('teams', i, 'place', new Set([...ids.units, ...ids.grids]), row.place),
      ...check('teams', i, 'person', ids.people, row.person),
      ...check('teams', i, 'unit', ids.units, idIn(row.unit)),
    ]),
  ];
}

/** What is no id but `word@tier` is looked up elsewhere. */
function idIn(phrase: string | undefined): string | undefined {
  return phrase?.includes('@') === true ? undefined : phrase;
}

function idsOf(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id));
}

function cycles({ units, places }: DirectoryData): DirectoryFault[] {
  return [
    ...circling('units', 'parent', units.map(({ id, parent }) => ({ id, next: parent }))),
    ...circling('places', 'within', places.map(({ id, within }) => ({ id, next: within }))),
  ];
}

function circling(table: Table, field: string, rows: readonly { id: string; next: string | undefined }[]): DirectoryFault[] {
  const next = new Map(rows.map((row) => [row.id, row.next]));
  const returns = (id: string) => {
    const passed = new Set<string>();
    for (let at = next.get(id); at !== undefined && !passed.has(at); at = next.get(at)) {
      if (at === id) return true;
      passed.add(at);
    }
    return false;
  };
  return rows.flatMap(({ id }, index) => (returns(id) ? [{ code: 'cycle', table, index, field, params: { value: id } }] : []));
}

/** Only one unit stands above all; another without a parent has most likely had it forgotten. */
function roots({ units }: DirectoryData): DirectoryFault[] {
  const [, ...others] = units.flatMap(({ parent }, index) => (parent === undefined ? [index] : []));
  return others.map((index) => ({ code: 'second-root', table: 'units', index, field: 'parent', params: { value: units[index]?.id ?? '' } }));
}

function unmanned({ units, grids, people }: DirectoryData): DirectoryFault[] {
  const manned = new Set(people.flatMap(({ unit, team }) => [unit, team]));
  const worked = new Set(people.filter(({ roles }) => roles.includes('grid-worker')).flatMap(({ grid, alsoGrids }) => [grid, ...alsoGrids]));
  return [
    ...units.flatMap(({ id, name }, index): DirectoryFault[] => (manned.has(id) ? [] : [{ code: 'unit-without-people', table: 'units', index, field: 'id', params: { value: name } }])),
    ...grids.flatMap(({ id, name }, index): DirectoryFault[] => (worked.has(id) ? [] : [{ code: 'grid-without-worker', table: 'grids', index, field: 'id', params: { value: name } }])),
  ];
}

function dispatchFaults({ units, dispatch }: DirectoryData, { categories }: KnownElsewhere): DirectoryFault[] {
  const lines = dispatch.map(({ category, place, unit }) => [category, place, unit].join('\n'));
  const first = new Map(lines.map((line, index) => [line, index] as const).reverse());
  return dispatch.flatMap(({ category, unit }, index) => [
    ...(first.get(lines[index] ?? '') !== index ? [{ code: 'duplicate-line', table: 'dispatch', index, field: 'category', params: { value: category } } as const] : []),
    ...(categories === undefined || categories.has(category) ? [] : [{ code: 'unknown-category', table: 'dispatch', index, field: 'category', params: { value: category } } as const]),
    ...phraseFaults(units, unit).map((code) => ({ code, table: 'dispatch', index, field: 'unit', params: { value: unit } }) as const),
  ]);
}

/** Services and teams name units and classes as the dispatch directory does. */
function phraseFaultsIn({ units, services, teams }: DirectoryData, { categories }: KnownElsewhere): DirectoryFault[] {
  const wrong = (table: Table, index: number, unit: string | undefined) =>
    (unit === undefined ? [] : phraseFaults(units, unit)).map((code): DirectoryFault => ({ code, table, index, field: 'unit', params: { value: unit ?? '' } }));
  const unlisted = (index: number, listed: readonly string[]) =>
    listed.flatMap((category): DirectoryFault[] => (categories === undefined || categories.has(category) ? [] : [{ code: 'unknown-category', table: 'teams', index, field: 'categories', params: { value: category } }]));
  return [...services.flatMap(({ unit }, index) => wrong('services', index, unit)), ...teams.flatMap(({ unit, categories: own }, index) => [...wrong('teams', index, unit), ...unlisted(index, own)])];
}

function phraseFaults(units: readonly Unit[], phrase: string): ('unknown-tier' | 'unknown-unit-words')[] {
  const [word = '', tier] = phrase.split('@');
  if (tier === undefined) return [];
  if (!units.some((unit) => unit.tier === tier)) return ['unknown-tier'];
  return units.some((unit) => answersTo(unit, word)) ? [] : ['unknown-unit-words'];
}
