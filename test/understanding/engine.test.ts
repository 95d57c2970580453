import { expect } from 'chai';
import fc from 'fast-check';

import { createEngine } from '../../understanding/load.ts';
import type { PlaceName } from '../../understanding/understanding.ts';
import { aDirectory, aMorning, atHome, understandWith } from './stand-ins.ts';

describe('the understanding of an utterance', () => {
  const understand = understandWith();

  it('tells place, time, urgency and a masked line of one sentence', () => {
    const [matter] = understand('我叫张三，电话13812345678，住锦绣花园3栋2单元501，昨晚11点楼上水管爆了', atHome).matters;
    expect(matter.place).to.have.nested.property('place.placeId', 'garden-3');
    expect(matter.when?.said).to.equal('昨晚11点');
    expect(matter.urgency).to.equal('urgent');
    expect(matter.contactGiven).to.equal(true);
    expect(matter.masked).not.to.match(/张三|138|501/);
    expect(matter.summary).not.to.match(/张三|138|501/);
  });

  it('makes a danger of what the signs alone took for a complaint', () => {
    expect(understand('楼道里一股煤气味', { now: aMorning }).intent).to.equal('danger');
  });

  it('gives each of several matters the place said once for all', () => {
    const { matters } = understand('春风里小区路灯坏了，还有垃圾没人收', { now: aMorning });
    expect(matters.map(({ place }) => place.kind === 'found' && place.place.placeId)).to.deep.equal(['spring', 'spring']);
  });

  it('takes a building said alone for one of the compound said before, wherever the speaker lives', () => {
    const old: readonly PlaceName[] = [
      { placeId: 'old', name: '灯泡厂宿舍', otherNames: [], kind: 'compound', grids: ['g1'], community: 'c1' },
      { placeId: 'old-1', name: '1号楼', otherNames: [], kind: 'building', grids: ['g1'], community: 'c1', within: 'old' },
    ];
    const heard = understandWith([...aDirectory, ...old]);
    const home = { said: '', name: '灯泡厂宿舍1号楼', placeId: 'old-1', grid: 'g1', community: 'c1', building: '1', confidence: 1, reasons: [] };
    const told = '锦绣花园3号楼电梯坏了，还有1号楼垃圾没人收，还有9号楼没水，还有门口路灯不亮';
    for (const situation of [{ now: aMorning }, { now: aMorning, home }]) {
      const places = heard(told, situation).matters.map(({ place }) => (place.kind === 'found' ? `${place.place.placeId ?? ''} ${place.place.building ?? ''}` : place.kind));
      expect(places.slice(0, 3)).to.deep.equal(['garden-3 3', 'garden-1 1', 'unsure']);
    }
  });

  it('does not take the name of a place for what is the matter there', () => {
    const classified: string[] = [];
    const overheard = understandWith(aDirectory, (text) => classified.push(text));
    overheard('锦绣花园3栋电梯不动了', { now: aMorning });
    expect(classified).to.deep.equal(['电梯不动了']);
  });

  it('does not take the number of somebody\'s papers for the wish for papers', () => {
    const whole = createEngine();
    for (const text of ['我叫张建国，身份证110101199003077758，楼上那家弄得我们天天没法睡', '楼上那家弄得我们天天没法睡。身份证号：11010119900307775X']) {
      const { intent, matters: [{ category, masked }] } = whole(text, { now: aMorning });
      expect({ intent, category }, text).to.deep.equal({ intent: 'complaint', category: 'noise' });
      expect(masked).to.include('身份证').and.not.to.include('1990');
    }
  });

  it('does not take the day a letter was written for when it happens', () => {
    const [{ when }] = understand('小区绿化带被人挖了种菜，到现在没有恢复。\n此致\n敬礼\n一位老教师\n2025年5月20日', { now: aMorning }).matters;
    expect(when?.said).to.equal(undefined);
  });

  it('never throws, whatever is written', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 100 }));
    fc.assert(fc.property(anything, (text) => understand(text, { now: aMorning }).matters.length >= 1));
  });

  for (const [name, unit] of Object.entries({ digits: '1', gaps: '1 - ', clauses: '，电梯', years: '2024年', words: '没水', letters: 'a@a.', names: '我叫' })) {
    it(`comes to an end on a long run of ${name}`, () => {
      expect(understand(unit.repeat(Math.ceil(12_000 / unit.length)), { now: aMorning }).matters).not.to.be.empty;
    });
  }
});
