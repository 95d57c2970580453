import { readFileSync } from 'node:fs';
import { expect } from 'chai';

import { markedFeelings } from '../../../scripts/marked-feelings.ts';
import { affectedPattern } from '../../../locales/lexicon/circumstance-words.ts';
import { trainFeeling } from '../../../understanding/circumstances/training/train-feelings.ts';
import { createEngine, readFeelingsIn } from '../../../understanding/load.ts';

const feelingsIn = readFeelingsIn('.');
const held = markedFeelings('test/understanding/circumstances/circumstances-held.jsonl');
const shown = held.map((one) => ({ marked: one, felt: feelingsIn(one.text) }));

describe('what is felt around a matter', () => {
  for (const text of ['别说是我讲的，我还要在这栋楼里住', '你们自己去查到的就行，千万不要提我', 'please do not tell him it was me']) {
    it(`is the wish to stay hidden in ${text}`, () => expect(feelingsIn(text).hidden).to.equal(true));
  }

  for (const text of ['我不敢说，怕他知道', '女生晚上都不敢走，别告诉他们是我说的', '不敢留名字', '邻居都不敢惹他']) {
    it(`is the wish to stay hidden in ${text}`, () => expect(feelingsIn(text).hidden).to.equal(true));
  }

  for (const text of ['黑漆漆的，女孩子晚上都不敢一个人走', '有人在楼下转悠，女生都不敢回家', '晚上没路灯女生都不敢走', '老人不敢一个人下楼', '水是黄的，都不敢喝', 'my kids are scared to walk home at night']) {
    it(`is no such wish in ${text}`, () => expect(feelingsIn(text).hidden).to.equal(false));
  }

  for (const text of ['路灯坏了三天，麻烦修一下', '我叫他把杂物藏起来他不听', '请问业主信息平台上的资料会不会保密']) {
    it(`is no such wish in ${text}`, () => expect(feelingsIn(text).hidden).to.equal(false));
  }

  it('is despair or anger in what is said so', () => {
    expect(feelingsIn('半年了，我打了多少电话，你们管过吗！！我真的要疯了').upset).to.equal(true);
    expect(feelingsIn('三号楼电梯停了，老人下不来，请尽快派人').upset).to.equal(false);
  });

  it('is found in one sentence of a long letter too', () => {
    const letter = `${'小区东门外的路面坑洼不平，雨天积水，行人只能绕道，附近居民希望有关单位安排修补。'.repeat(8)}我是租他房子的，求你们不要告诉房东是我反映的。${'另外人行道的地砖也松了不少。'.repeat(6)}`;
    expect(feelingsIn(letter).hidden).to.equal(true);
  });

  it('are of whoever thanks or chats none to hurry for', () => {
    for (const text of ['今天天气真好', '谢谢你们，路灯修好了']) expect(createEngine()(text, { now: new Date('2026-07-06T10:00:00+08:00') }).matters[0].upset, text).to.equal(false);
  });

  for (const [feeling, found, right] of [['hidden', 0.9, 0.85], ['upset', 0.8, 0.85]] as const) {
    it(`is ${feeling} as marked by a hand that nothing was learnt from`, () => {
      const all = shown.filter(({ marked }) => marked[feeling]);
      const said = shown.filter(({ felt }) => felt[feeling]);
      const both = all.filter(({ felt }) => felt[feeling]).length;
      expect(both / all.length).to.be.above(found);
      expect(both / said.length).to.be.above(right);
    });

    it(`has the numbers for ${feeling} that its lessons give, in at most 30 kB`, () => {
      const kept = readFileSync(`understanding/weights/${feeling}.bin`);
      expect(Buffer.compare(kept, trainFeeling(feeling, markedFeelings())), 'run npx tsx scripts/train-feelings.ts').to.equal(0);
      expect(kept.length).to.be.at.most(30_000);
    });
  }

  it('learns from none of what it is measured on', () => {
    const texts = new Set(held.map(({ text }) => text));
    expect(markedFeelings().filter(({ text }) => texts.has(text))).to.deep.equal([]);
  });
});

describe('how many are hit', () => {
  it('is heard in three of five who say so, and in few who do not', () => {
    const said = held.filter(({ affected }) => affected !== null);
    const none = held.filter(({ affected }) => affected === null);
    expect(said.filter(({ text }) => affectedPattern.test(text)).length / said.length).to.be.above(0.6);
    expect(none.filter(({ text }) => affectedPattern.test(text)).length / none.length).to.be.below(0.06);
  });

  for (const text of ['整栋楼都停水了', '我们这一排十几个铺子全关了', '二十几个工友的工钱没着落', '左邻右舍窗都不敢开']) {
    it(`is said in ${text}`, () => expect(affectedPattern.test(text)).to.equal(true));
  }

  for (const text of ['6号楼西侧车棚坏了', '我家三口人', '夜里一个人走过', '今天几号收大件垃圾']) {
    it(`is not said in ${text}`, () => expect(affectedPattern.test(text)).to.equal(false));
  }
});
