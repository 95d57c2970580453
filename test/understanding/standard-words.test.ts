import { expect } from 'chai';
import { createEngine } from '../../understanding/load.ts';
import { inStandardWords } from '../../understanding/plain-text.ts';

describe('words of Cantonese', () => {
  for (const [said, meant] of [
    ['几时有人嚟整', '什么时候有人来修'],
    ['而家点算', '现在怎么办'],
    ['边个部门管', '哪个部门管'],
    ['条路个窿好大', '条路个坑好大'],
  ] as const) it(`are told by standard ones: ${said}`, () => expect(inStandardWords(said)).to.equal(meant));

  for (const said of ['夜间加价从几点算起', '六点算不算早', '井盖没了，黑窟窿露着', '还没得到答复', '下午三点来', '未成年人能办吗']) {
    it(`are not heard in: ${said}`, () => expect(inStandardWords(said)).to.equal(said));
  }

  const understand = createEngine();
  for (const [said, category] of [['水渠塞咗 好多水', 'manholes-and-drains'], ['盞街燈爛咗成個禮拜都冇人整', 'street-lighting'], ['我屋企冇水啊', 'water-supply']] as const) {
    it(`say what it is about, and are kept as they were said: ${said}`, () => {
      const { matters: [one] } = understand(said, { now: new Date('2026-07-06T10:00:00+08:00') });
      expect(one.category).to.equal(category);
      expect(one.summary).to.equal(said);
    });
  }
});
