import { expect } from 'chai';
import { inconsistencies, type KnownElsewhere } from '../../../domain/directory/directory-faults.ts';
import { createDirectory } from '../../../domain/directory/directory.ts';
import { smallDirectory } from '../../support/small-directory.ts';

type Over = Parameters<typeof smallDirectory>[0];

const sound = smallDirectory();
const faults = (over: Over, known?: KnownElsewhere) =>
  inconsistencies(smallDirectory(over), known).map(({ code, table, index, field, params }) => `${table}[${String(index)}].${String(field)} ${code} ${params['value'] ?? ''}`);

describe('a consistent directory', () => {
  it('has no faults', () => expect(inconsistencies(sound)).to.deep.equal([]));
});

describe('an inconsistent directory', () => {
  const table: [what: string, over: Over, fault: string][] = [
    ['an id given twice', { rooms: [...sound.rooms, { id: 'r1', name: '另一群' }] }, 'rooms[1].id duplicate-id r1'],
    ['an id given in two tables', { rooms: [{ id: 'g1', name: '群' }] }, 'rooms[0].id duplicate-id g1'],
    ['a name given twice under one unit', { units: [...sound.units, { ...sound.units[5]!, id: 'x' }], people: [...sound.people, { id: 'p-x', name: '甲', roles: ['clerk'], unit: 'x' }] }, 'units[11].name duplicate-name 城市管理办公室'],
    ['an unknown parent', { units: sound.units.map((unit) => (unit.id === 'company' ? { ...unit, parent: 'gone' } : unit)) }, 'units[10].parent unknown-reference gone'],
    ['an unknown member', { units: sound.units.map((unit) => (unit.id === 'centre' ? { ...unit, members: ['bureau', 'gone'] } : unit)) }, 'units[7].members unknown-reference gone'],
    ['an unknown community', { grids: [...sound.grids, { id: 'g4', name: '四', community: 'gone', households: 1 }], people: [...sound.people, { id: 'p-4', name: '丁', roles: ['grid-worker'], grid: 'g4' }] }, 'grids[3].community unknown-reference gone'],
    ['an unknown home', { people: [...sound.people, { id: 'p-9', name: '戊', roles: ['resident'], home: { place: 'gone' } }] }, `people[${String(sound.people.length)}].homePlace unknown-reference gone`],
    ['an unknown person in a room', { rooms: [{ id: 'r1', name: '群', people: ['gone'] }] }, 'rooms[0].people unknown-reference gone'],
    ['an unknown grid of a place', { places: [...sound.places, { id: 'lane', name: '小巷', kind: 'road', grids: ['gone'] }] }, 'places[4].grids unknown-reference gone'],
    ['an unknown place to dispatch for', { dispatch: [{ category: 'noise', place: 'gone', unit: 'bureau', role: 'assists' }] }, 'dispatch[0].place unknown-reference gone'],
    ['an unknown unit to dispatch to', { dispatch: [{ category: 'noise', unit: 'gone', role: 'assists' }] }, 'dispatch[0].unit unknown-reference gone'],
    ['an unknown tier to dispatch at', { dispatch: [{ category: 'noise', unit: 'office@moon', role: 'assists' }] }, 'dispatch[0].unit unknown-tier office@moon'],
    ['words that mean no unit', { dispatch: [{ category: 'noise', unit: 'offfice@street', role: 'assists' }] }, 'dispatch[0].unit unknown-unit-words offfice@street'],
    ['a line of the dispatch directory given twice', { dispatch: [sound.dispatch[0]!, { ...sound.dispatch[0]!, role: 'own' }] }, 'dispatch[1].category duplicate-line parking'],
    ['a second topmost unit', { units: sound.units.map((unit) => (unit.id === 'street-2' ? { ...unit, parent: undefined } : unit)) }, 'units[4].parent second-root street-2'],
    ['a unit without anybody', { people: sound.people.filter(({ id }) => id !== 'p-company') }, 'units[10].id unit-without-people 暖阳物业'],
    ['a grid without a worker', { people: sound.people.filter(({ id }) => id !== 'p-worker-3') }, 'grids[2].id grid-without-worker 桐花巷第一网格'],
  ];
  for (const [what, over, fault] of table) {
    it(`names ${what}`, () => expect(faults(over)).to.deep.equal([fault]));
  }

  it('names every unit and place of a circle', () => {
    const units = sound.units.map((unit) => (unit.id === 'district' ? { ...unit, parent: 'street' } : unit));
    const places = sound.places.map((place) => (place.id === 'garden' ? { ...place, within: 'tower' } : place));
    expect(faults({ units, places })).to.deep.equal(['units[1].parent cycle district', 'units[3].parent cycle street', 'places[0].within cycle garden', 'places[1].within cycle tower']);
  });

  it('does not hang the look-ups by a circle', () => {
    const units = sound.units.map((unit) => (unit.id === 'city' ? { ...unit, parent: 'street' } : unit));
    expect(createDirectory(smallDirectory({ units })).unitsAbove('office').map(({ id }) => id)).to.deep.equal(['street', 'district', 'city']);
  });

  it('names classes of matters that are not listed, when the list is given', () => {
    expect(faults({}, { categories: new Set(['parking']) })).to.deep.equal(['dispatch[7].category unknown-category noise']);
  });
});
