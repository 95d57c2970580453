import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { readDirectoryFiles } from '../../bot/district/directory-files.ts';
import { createDirectory, type Directory } from '../../domain/directory/directory.ts';
import { Role } from '../../domain/mechanism/mechanism.ts';

const districts = join(import.meta.dirname, '../../districts');
let demo: Directory;
let categories: string[];

describe('the demo district', () => {
  before(async () => {
    const listed = parse(await readFile(join(districts, 'classes.yaml'), 'utf8')) as { classes: { id: string; 'zh-CN': string; en: string }[] };
    categories = listed.classes.map(({ id }) => id);
    const result = await readDirectoryFiles(join(districts, 'demo'), listed.classes.map((one) => ({ id: one.id, names: [one['zh-CN'], one.en] })));
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    demo = createDirectory(result.data);
  });

  it('has streets, communities, grids and units of every sort', () => {
    const count = (unitClass: string) => demo.unitsOfClass(unitClass).length;
    expect([count('street'), count('community'), demo.data.grids.length]).to.deep.equal([2, 5, 12]);
    expect(count('department')).to.be.at.least(8);
    expect(count('utility')).to.be.at.least(4);
    expect(count('city-department')).to.be.at.least(2);
    for (const unitClass of ['property', 'branch', 'alliance', 'park', 'enterprise', 'district', 'city']) expect(count(unitClass), unitClass).to.be.at.least(1);
    for (const street of demo.unitsOfClass('street')) {
      expect(demo.unitsOfClass('office', street.id).length, street.name).to.be.at.least(4);
      expect(demo.unitsOfClass('enforcement-centre', street.id).length, street.name).to.equal(1);
    }
  });

  it('has people for every role', () => {
    for (const role of Role.options) expect(demo.data.people.some(({ roles }) => roles.includes(role)), role).to.be.true;
  });

  it('has somebody to hear of every unit, a worker, a group and three residents at home in every grid', () => {
    for (const { id } of demo.data.units) expect(demo.peopleOf(id), id).not.to.be.empty;
    for (const { id } of demo.data.grids) {
      expect(demo.gridWorkers(id), id).to.have.lengthOf(1);
      expect(demo.roomsOf(id), id).to.have.lengthOf(1);
      expect(demo.peopleInGrid(id, 'resident').filter(({ home }) => home !== undefined).length, id).to.be.at.least(3);
    }
  });

  it('puts into a grid group its worker and people of that grid', () => {
    for (const room of demo.data.rooms.filter(({ grid }) => grid !== undefined)) {
      const people = room.people.map((id) => demo.person(id));
      expect(people.some((person) => person?.roles.includes('grid-worker')), room.name).to.be.true;
      expect(people.every((person) => person?.grid === room.grid), room.name).to.be.true;
    }
  });

  it('lets every resident live in a building that the directory knows', () => {
    const names = new Set(demo.data.places.map(({ name }) => name));
    for (const { name, grid, home } of demo.data.people) {
      if (home === undefined) continue;
      const place = demo.place(home.place);
      expect(names.has(`${place?.name ?? ''}${home.building ?? ''}`), name).to.be.true;
      expect(place?.grids, name).to.include(grid);
    }
  });

  it('leads from every grid to the city', () => {
    for (const { id } of demo.data.grids) expect(Object.keys(demo.path(id)), id).to.deep.equal(['community', 'street', 'district', 'city']);
  });

  it('says for every class of matters and every grid what the community and the street are to it, and which office and which unit of the district does it', () => {
    for (const category of categories) {
      for (const { id } of demo.data.grids) {
        const handlers = demo.unitsFor(category, id);
        const { community, street } = demo.path(id);
        const role = (unit: string | undefined) => handlers.find((handler) => handler.unit.id === unit)?.role;
        expect(role(community), `${category} ${id}`).to.be.oneOf(['own', 'assists', 'not']);
        expect(role(street), `${category} ${id}`).to.be.oneOf(['responsible', 'organises', 'assists']);
        const responsible = handlers.filter((handler) => handler.role === 'responsible');
        expect(responsible.some(({ unit, tier }) => tier === 'street' && unit.id !== street), `${category} ${id}`).to.be.true;
        expect(responsible.filter(({ tier }) => tier === 'district'), `${category} ${id}`).to.have.lengthOf(1);
      }
    }
  });

  it('calls the property company of a compound, and the park for its enterprises', () => {
    const compound = demo.places().find(({ name }) => name === '听松苑');
    expect(demo.unitsFor('property-management', compound?.placeId).map(({ unit }) => unit.name)).to.include('松和物业').and.not.include('暖杏物业');
    expect(demo.unitsFor('property-management', 'l-tsy-3').map(({ unit }) => unit.name)).to.include('松和物业');
    expect(demo.unitsFor('business-support', 'l-yfy').map(({ unit }) => unit.class)).to.include('park');
  });

  it('finds departments, offices and companies by what people call them', () => {
    const meant = (words: string, within?: string) => {
      const guess = demo.unitNamed(words, within);
      return guess.kind === 'found' ? guess.unit.id : guess.kind;
    };
    expect(['城管局', '区城管局', '消防', '人社局', '供电公司', '市水务局', '水务局', '望潮街道城管办'].map((words) => meant(words))).to.deep.equal([
      'u-cg',
      'u-cg',
      'u-xf',
      'u-rs',
      'u-dian',
      'u-ssw',
      'u-sw',
      'u-chao-cg',
    ]);
    expect(meant('城管办', 'u-feng')).to.equal('u-feng-cg');
    expect(meant('物业', 'u-dk')).to.equal('u-dk-wy');
    expect(meant('城管办')).to.equal('unsure');
    expect(meant('航天局')).to.equal('unknown');
  });

  it('shows telephone numbers that belong to nobody, each once', () => {
    const phones = demo.data.people.map(({ phone }) => phone ?? '');
    expect(phones.every((phone) => /^1990000\d{4}$/.test(phone))).to.be.true;
    expect(new Set(phones).size).to.equal(phones.length);
    expect(new Set(demo.data.people.map(({ name }) => name)).size).to.equal(demo.data.people.length);
  });
});
