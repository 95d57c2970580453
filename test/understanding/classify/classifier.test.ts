import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';

import { classListKept, keptClassList } from '../../../understanding/classify/class-list.ts';
import { createClassifier } from '../../../understanding/classify/classifier.ts';
import { packModel } from '../../../understanding/classify/linear-model.ts';
import { readClassifierFiles } from '../../../understanding/load.ts';

const files = readClassifierFiles('.');
/** A table that has learnt no word. */
const NO_RUNS = { hashes: Uint32Array.of(1), rarities: Uint8Array.of(1), rarity: 1, weights: new Int8Array(2), scales: [1, 1] };

describe('the class of what a resident writes', () => {
  const classify = createClassifier(files);

  for (const [text, category] of [
    ['楼下路灯又坏了', 'street-lighting'],
    ['物业凭什么停我家水？', 'property-management'],
    ['老板拖欠我们三个月工资', 'wages'],
    ['消防通道被私家车堵死了，物业不管', 'fire-safety'],
    ['邻居遛狗不牵绳', 'dogs-and-animals'],
    ['小学划片突然改了', 'schools'],
    ['樓下垃圾堆積如山', 'refuse'],
    ['梧桐小区停电了', 'power-supply'],
    ['The street lights have been off for two weeks', 'street-lighting'],
  ] as const) {
    it(`is ${category} for ${text}`, () => expect(classify(text).category).to.equal(category));
  }

  it('files a resident\'s class where the district\'s list says', () => {
    expect(classify('楼上养了七条狗天天叫').petition.l1).to.equal('政法');
  });

  it('does not take the school of "beside the school" for the matter', () => {
    expect(classify('学校旁边的烧烤摊油烟太大').category).to.not.equal('schools');
  });

  it('is other, with little confidence, when no word speaks for a class', () => {
    expect(classify('嗯嗯')).to.include({ category: 'other' });
    expect(classify('嗯嗯').confidence).to.be.below(0.5);
    expect(classify(' ')).to.deep.include({ category: 'other', confidence: 0 });
  });

  it('is surer of a plain matter than of one between two classes, and names the other', () => {
    const plain = classify('电梯坏了三天没人修');
    const between = classify('楼上漏水还吵得睡不着');
    expect(plain.confidence).to.be.above(0.9);
    expect(between.confidence).to.be.below(0.85);
    expect([between.category, between.alternatives[0]?.category]).to.have.members(['leaks', 'noise']);
  });

  it('says which word decided', () => {
    expect(classify('楼下路灯又坏了').reasons.some((reason) => reason.startsWith('class:'))).to.equal(true);
  });

  it('goes by what is usual for the head of a story that has not come to its matter, but not of a title', () => {
    const story = '各位好，有件事想了很久，今天还是决定写下来，希望能有人看一看，也希望能有一个说法';
    const leaning = (leanings: number[]): ReturnType<typeof createClassifier> =>
      createClassifier({ ...files, heads: packModel({ ...NO_RUNS, labels: ['交通运输', '教育文体'], leanings }) });
    const [roads, schools] = [leaning([50, -50]), leaning([-50, 50])];
    expect([roads(story).petition.l1, schools(story).petition.l1]).to.deep.equal(['交通运输', '教育文体']);
    expect(roads('有件事想问一问').petition.l1).to.equal(schools('有件事想问一问').petition.l1);
  });

  it('gives the same answer whatever was asked before', () => {
    const before = classify('小区停水两天了');
    classify('工资拖欠三个月');
    expect(classify('小区停水两天了')).to.deep.equal(before);
  });

  it('never throws, and never gives a confidence outside 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { confidence, alternatives } = classify(text);
        return [confidence, ...alternatives.map((other) => other.confidence)].every((share) => share >= 0 && share <= 1);
      }),
    );
  });

  it('refuses a list of classes without other, and a broken file', () => {
    expect(() => createClassifier({ ...files, classes: files.classes.filter(({ id }) => id !== 'other') })).to.throw('other');
    expect(() => createClassifier({ ...files, heads: files.heads.subarray(0, -5) })).to.throw('cut short');
  });

  it('keeps a copy of the list of classes that is in step with it', () => {
    const text = readFileSync('districts/classes.yaml', 'utf8');
    expect(readFileSync('understanding/weights/classes.json', 'utf8'), 'run npm run train -- --classes').to.equal(keptClassList(text, parse(text)));
  });

  it('reads the list itself where the copy is of another one', () => {
    const text = 'classes: [{ id: other, petition: [a, b] }]';
    const kept = keptClassList(text, parse(text));
    expect(classListKept(text, kept)).to.deep.equal([{ id: 'other', petition: { l1: 'a', l2: 'b' } }]);
    expect(classListKept(`${text} `, kept)).to.equal(undefined);
  });

  it('keeps all its numbers within a megabyte', () => {
    expect(files.heads.length + files.residents.length + files.register.length).to.be.below(1_000_000);
  });
});
