import { expect } from 'chai';
import fc from 'fast-check';

import { createGazetteer } from '../../../understanding/place/gazetteer.ts';
import type { PlaceGuess, PlaceName, Situation } from '../../../understanding/understanding.ts';
import { aDirectory, aMorning, atHome } from '../stand-ins.ts';

describe('the place of a text', () => {
  const gazetteer = createGazetteer(aDirectory);
  const strange: Situation = { now: aMorning };
  const find = (text: string, situation = strange): PlaceGuess => gazetteer.find(text, situation);
  const idOf = (guess: PlaceGuess): unknown => (guess.kind === 'found' ? guess.place.placeId : guess.kind);

  for (const said of ['锦绣花园3栋', '锦绣花园三号楼', '锦绣花园 三幢', '锦绣花园3#', '锦绣花园小区3号楼2单元501', '锦绣花园3-2-501', '錦繡花園３棟']) {
    it(`is building 3 when ${said} is said`, () => expect(idOf(find(`${said}停水了`))).to.equal('garden-3'));
  }

  it('keeps unit and room apart from the name', () => {
    const guess = find('锦绣花园三号楼二单元五零一漏水');
    expect(guess).to.nested.include({ 'place.unit': '2', 'place.room': '501', 'place.name': '锦绣花园3号楼', 'place.grid': 'g2' });
  });

  it('is asked between the grids that share it', () => {
    const guess = find('锦绣花园垃圾没人收');
    expect(guess.kind === 'unsure' && guess.choices.map(({ grid }) => grid)).to.have.members(['g1', 'g2']);
  });

  it("is the group's grid of them when said in a group of one", () => {
    expect(find('锦绣花园垃圾没人收', { now: aMorning, grid: 'g1' })).to.nested.include({ 'place.placeId': 'garden', 'place.grid': 'g1' });
  });

  it('keeps the number at a road', () => {
    expect(find('望江街128号门口堵了')).to.nested.include({ 'place.name': '望江街128号', 'place.grid': 'g2' });
  });

  it('is where two roads cross, when they share one grid', () => {
    expect(find('梧桐路和望江街路口红绿灯坏了')).to.nested.include({ kind: 'found', 'place.grid': 'g2' });
  });

  it('is the longest name seen, not a road within it', () => expect(idOf(find('梧桐路菜市场臭得很'))).to.equal('market'));
  it('is known by its other name', () => expect(idOf(find('老菜场门口全是摊子'))).to.equal('market'));
  it('is understood from voice input that wrote another character', () => expect(idOf(find('锦秀花园三栋停电'))).to.equal('garden-3'));

  it('is a building of the compound where the grids of that name are numbered too', () => {
    const around = ['garden', 'garden-1', 'garden-3', 'g1', 'g2'].flatMap((id) => aDirectory.filter(({ placeId }) => placeId === id));
    const numbered = createGazetteer(around.map((place) => (place.kind === 'grid' ? { ...place, name: place.name.replace('柳荫', '锦绣花园'), otherNames: [`锦绣花园${place.placeId.slice(1)}网格`] } : place)));
    expect(idOf(numbered.find('锦绣花园1号楼停水了', strange))).to.equal('garden-1');
  });

  it('is asked when it is only like a name', () => {
    expect(find('锦绣家园停电了')).to.nested.include({ kind: 'unsure', 'choices[0].placeId': 'garden' });
  });

  it('is asked when an institution is named after a road', () => expect(find('望江街小学门口堵车').kind).to.equal('unsure'));

  it('is asked when two places are said that have nothing to do with each other', () => {
    expect(find('春风里小区停水，望江街也停水').kind).to.equal('unsure');
  });

  it('is not where the speaker lives, when another is said', () => {
    expect(idOf(find('我住在春风里小区，望江街那个坑太深'))).to.equal('river');
  });

  it("is the speaker's building for 我家楼下, without the room", () => {
    const guess = find('我家楼下太吵', atHome);
    expect(guess).to.nested.include({ 'place.placeId': 'garden-3', 'place.room': undefined });
  });

  it("is another building of the speaker's compound", () => expect(idOf(find('我们小区1栋没水', atHome))).to.equal('garden-1'));
  it("is said as unknown for 我家楼下 of a stranger", () => expect(find('我家楼下太吵').kind).to.equal('unknown'));

  it("is asked between the roads of the home's grid for 门口那条路", () => {
    const guess = find('门口那条路全是坑', atHome);
    expect(guess.kind === 'unsure' && guess.choices.map(({ placeId }) => placeId)).to.have.members(['wutong', 'river']);
  });

  it("is a building of the group's grid when only its number is said", () => {
    expect(idOf(find('3栋停电了', { now: aMorning, grid: 'g2' }))).to.equal('garden-3');
  });

  it("is the group's grid when nothing is said", () => {
    expect(find('路灯又坏了', { now: aMorning, grid: 'g1' })).to.nested.include({ 'place.grid': 'g1', 'place.name': '柳荫第一网格' });
  });

  for (const said of ['梧桐路靠老菜场那一段没有灯', '老菜场门口的梧桐路全是坑', '梧桐路老菜场那头护栏倒了', '从老菜场到望江街那一段梧桐路']) {
    it(`is the road, in the grid of what it lies by: ${said}`, () => {
      expect(find(said)).to.nested.include({ 'place.placeId': 'wutong', 'place.grid': 'g2' });
    });
  }

  it('is not where the speaker only works, goes or learnt', () => {
    expect(idOf(find('我在望江街上班，春风里小区的路灯不亮'))).to.equal('spring');
    expect(idOf(find('去老菜场的路上，春风里小区门口有个坑'))).to.equal('spring');
    expect(idOf(find('我在老菜场上班，社保断了能补吗'))).to.equal('unknown');
  });

  it('is not another road of the same kind', () => {
    const roads = createGazetteer([{ placeId: 'third', name: '梅园三路', otherNames: [], kind: 'road', grids: ['g1'] }]);
    expect(idOf(roads.find('梅园3路没灯', strange))).to.equal('third');
    expect(idOf(roads.find('梅园一路没灯', strange))).to.equal('unknown');
  });

  it('is no longer name that begins with a short one', () => {
    const short = createGazetteer([{ placeId: 'west', name: '云杉西岸', otherNames: ['云杉'], kind: 'compound', grids: ['g1'] }]);
    for (const said of ['云杉停水了', '云杉3栋停水', '云杉门口堵车']) expect(idOf(short.find(said, strange))).to.equal('west');
    for (const said of ['云杉路停水了', '云杉中学门口堵车', '云杉名庭停水']) expect(idOf(short.find(said, strange))).to.equal('unknown');
  });

  it('is the one compound of a common beginning that has the building', () => {
    const works = createGazetteer([
      { placeId: 'old', name: '灯泡厂家属院', otherNames: [], kind: 'compound', grids: ['g1'] },
      { placeId: 'old-1', name: '1号楼', otherNames: [], kind: 'building', grids: ['g1'], within: 'old' },
      { placeId: 'south', name: '灯泡厂南院', otherNames: [], kind: 'compound', grids: ['g2'] },
      { placeId: 'south-7', name: '7号楼', otherNames: [], kind: 'building', grids: ['g2'], within: 'south' },
    ]);
    expect(idOf(works.find('灯泡厂7号楼停电', strange))).to.equal('south-7');
    expect(idOf(works.find('灯泡厂停电', strange))).to.equal('unsure');
  });

  const homes = {
    'place:home': ['俺屋里头冷得很', '屋企門口有人擺鞋', '我阳台上被人泼水', 'our kitchen ceiling leaks'],
    'place:home-building': ['我住的那栋电梯坏了', '咱们门洞没灯', '我哋座樓冇電', 'our stairwell is dark'],
    'place:home-compound': ['俺们院儿停水', '小区西门坏了', '阿拉小区垃圾没人收', 'our compound has no water'],
    'place:near-home': ['小区门口堵车', '出了小区往右那个坡滑得很', '阮兜厝後彼條水溝臭', 'garbage outside our compound'],
  };
  for (const [reason, said] of Object.entries(homes)) {
    it(`is the speaker's home, by ${reason}`, () => {
      for (const text of said) expect(find(text, atHome), text).to.nested.include({ kind: 'found', 'place.grid': 'g2' }).and.to.have.nested.property('place.reasons').that.includes(reason);
    });
  }

  it("is not the speaker's home when another's is said", () => {
    for (const text of ['隔壁小区门口堵车', '朋友家里漏水怎么办', '公园旁边的河臭', '对面的小区停电了']) expect(find(text, atHome).kind, text).to.equal('unknown');
  });

  it('is asked of somebody whose home is known where a lift may be any', () => expect(find('电梯一直晃', atHome).kind).to.equal('unknown'));
  it('is asked between the few compounds that have a building of the number said', () => expect(find('3栋停电了')).to.nested.include({ kind: 'unsure', 'choices[0].placeId': 'garden-3' }));
  it('is the compound when several of its buildings are said', () => expect(idOf(find('锦绣花园1、3号楼中间有蛇', { now: aMorning, grid: 'g2' }))).to.equal('garden'));

  it('is unknown, as said, when the directory lacks it', () => {
    expect(find('金桂路12号门口有人摆摊')).to.deep.equal({ kind: 'unknown', said: '金桂路12号' });
    expect(find('楼上太吵')).to.deep.equal({ kind: 'unknown', said: '楼上' });
  });

  it('is unknown without anything said', () => expect(find('社保断了能补吗')).to.deep.equal({ kind: 'unknown', said: undefined }));

  it('finds every name of a directory of thousands in itself', () => {
    const signs = '梅兰竹菊松柏桂枫柳荷春夏秋冬云霞月';
    const names: PlaceName[] = Array.from({ length: 17 ** 3 }, (_, at) => ({
      placeId: String(at),
      name: `${signs.charAt(at % 17)}${signs.charAt(Math.floor(at / 17) % 17)}${signs.charAt(Math.floor(at / 289))}花园`,
      otherNames: [],
      kind: 'compound',
      grids: [String(at)],
    }));
    const large = createGazetteer(names);
    for (const { placeId, name } of names.slice(0, 500)) expect(idOf(large.find(`${name}停水`, strange))).to.equal(placeId);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        find(text, atHome);
      }));
  });
});
