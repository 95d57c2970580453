import { expect } from 'chai';
import { createDirectory, type Handler } from '../../../domain/directory/directory.ts';
import { smallDirectory } from '../../support/small-directory.ts';

const directory = createDirectory(smallDirectory());
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('a directory', () => {
  it('knows who stands above and below a unit', () => {
    expect(ids(directory.unitsAbove('office'))).to.deep.equal(['street', 'district', 'city']);
    expect(ids(directory.unitsBelow('street'))).to.deep.equal(['office', 'centre', 'ginkgo', 'paulownia', 'company']);
    expect(directory.isWithin('company', 'street')).to.be.true;
    expect(directory.isWithin('street', 'street')).to.be.true;
    expect(directory.isWithin('company', 'street-2')).to.be.false;
    expect(directory.unitsAbove('nobody')).to.deep.equal([]);
  });

  it('gives a unit as rules need it', () => {
    expect(directory.unitRef('office')).to.deep.equal({ id: 'office', tier: 'street', class: 'office', above: ['street', 'district', 'city'] });
    expect(directory.unitRef('nobody')).to.equal(undefined);
  });

  it('lists units of a class, also within another', () => {
    expect(ids(directory.unitsOfClass('office'))).to.deep.equal(['office', 'office-2']);
    expect(ids(directory.unitsOfClass('office', 'street-2'))).to.deep.equal(['office-2']);
  });

  it('leads from a grid, a unit or a place to the unit of every tier', () => {
    const whole = { community: 'ginkgo', street: 'street', district: 'district', city: 'city' };
    expect(directory.path('g1')).to.deep.equal(whole);
    expect(directory.path('tower')).to.deep.equal(whole);
    expect(directory.path('road')).to.deep.equal(whole);
    expect(directory.path('office')).to.deep.equal({ street: 'street', district: 'district', city: 'city' });
    expect(directory.path('nowhere')).to.deep.equal({});
  });

  it('leaves out the tier at which a place belongs to several units', () => {
    expect(directory.path('avenue')).to.deep.equal({ street: 'street', district: 'district', city: 'city' });
  });

  it('knows the people of a unit, those sent to a team among them', () => {
    expect(ids(directory.peopleOf('ginkgo'))).to.deep.equal(['p-ginkgo', 'p-secretary', 'p-worker']);
    expect(ids(directory.secretaries('ginkgo'))).to.deep.equal(['p-secretary']);
    expect(ids(directory.leaders('ginkgo'))).to.deep.equal(['p-secretary']);
    expect(ids(directory.peopleOf('centre'))).to.deep.equal(['p-centre', 'p-officer']);
    expect(ids(directory.peopleOf('bureau', 'clerk'))).to.deep.equal(['p-bureau', 'p-officer']);
  });

  it('knows the people, grids and rooms of a grid, of a unit and of a person', () => {
    expect(ids(directory.gridWorkers('g2'))).to.deep.equal(['p-worker']);
    expect(ids(directory.gridsOf('p-worker'))).to.deep.equal(['g1', 'g2']);
    expect(ids(directory.peopleInGrid('g1', 'resident'))).to.deep.equal(['p-wang']);
    expect(ids(directory.gridsIn('street'))).to.deep.equal(['g1', 'g2', 'g3']);
    expect(ids(directory.roomsOf('g1'))).to.deep.equal(['r1']);
    expect(ids(directory.roomsWith('p-wang'))).to.deep.equal(['r1']);
    expect(directory.roomsOf('g3')).to.deep.equal([]);
  });

  it('names every place, community and grid, with the community only where there is one', () => {
    const named = new Map(directory.places().map((place) => [place.placeId, place]));
    expect(named.get('ginkgo')).to.include({ kind: 'community', community: 'ginkgo' }).and.deep.include({ otherNames: ['银杏里'], grids: ['g1', 'g2'] });
    expect(named.get('g3')).to.include({ kind: 'grid', community: 'paulownia', within: 'paulownia' });
    expect(named.get('tower')).to.include({ kind: 'building', community: 'ginkgo', within: 'garden' });
    expect(named.get('avenue')).to.include({ kind: 'road', community: undefined });
    expect(named.has('office')).to.be.false;
  });
});

describe('a unit', () => {
  const meant = (words: string, within?: string) => {
    const guess = directory.unitNamed(words, within);
    return guess.kind === 'found' ? guess.unit.id : guess.kind === 'unsure' ? ids(guess.choices) : undefined;
  };

  it('is found by its id, name, another name, or a part that only it has', () => {
    expect(meant('bureau')).to.equal('bureau');
    expect(meant('城市管理局')).to.equal('bureau');
    expect(meant(' 城管 局 ')).to.equal('bureau');
    expect(meant('望潮')).to.equal('street-2');
    expect(meant('暖阳')).to.equal('company');
  });

  it('is asked for when several are meant', () => {
    expect(meant('城管办')).to.deep.equal(['office', 'office-2']);
    expect(meant('街道')).to.deep.equal(['street', 'street-2']);
  });

  it('is the one at hand when it is said within a unit', () => {
    expect(meant('城管办', 'street')).to.equal('office');
    expect(meant('城管办', 'street-2')).to.equal('office-2');
    expect(meant('城管局', 'street')).to.equal('bureau');
  });

  it('is found by its name after that of a unit above', () => {
    expect(meant('望潮街道城管办')).to.equal('office-2');
    expect(meant('区城管局')).to.equal('bureau');
  });

  it('is unknown by strange words, or too few', () => {
    for (const words of ['', ' ', '局', '航天局', '望潮街道水务局']) expect(meant(words), words).to.equal(undefined);
  });
});

describe('the dispatch directory', () => {
  const handlers = (category: string, where?: string) => directory.unitsFor(category, where).map(({ unit, role, tier }: Handler) => `${tier} ${unit.id} ${role}`);

  it('says who has to do with a matter, lowest tier first', () => {
    expect(handlers('parking', 'g3')).to.deep.equal(['community paulownia assists', 'street office responsible', 'street street organises', 'district bureau assists']);
  });

  it('lets the line for the most precise place count', () => {
    expect(handlers('parking', 'g2')).to.include('community ginkgo own');
    expect(handlers('parking', 'garden')).to.include.members(['community ginkgo not', 'community company responsible']);
    expect(handlers('parking', 'tower')).to.include.members(['community ginkgo not', 'community company responsible']);
    expect(handlers('parking', 'garden')).not.to.include('community ginkgo own');
  });

  it('answers for a place between two communities with what they share', () => {
    expect(handlers('parking', 'avenue')).to.deep.equal(['street office responsible', 'street street organises', 'district bureau assists']);
  });

  it('answers for a unit, and without a place with what holds everywhere', () => {
    expect(handlers('noise', 'street')).to.deep.equal(['street centre responsible']);
    expect(handlers('noise', 'street-2')).to.deep.equal([]);
    expect(handlers('parking')).to.deep.equal(['district bureau assists']);
    expect(handlers('unheard-of', 'g1')).to.deep.equal([]);
  });
});
