import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';

import { createDetectIntent } from '../../../understanding/intent/detect-intent.ts';
import { voicesToLearnFrom } from '../../../scripts/marked-voices.ts';
import { createIntentOpinion } from '../../../understanding/intent/intent-opinion.ts';
import { trainIntents } from '../../../understanding/intent/training/train-intents.ts';
import { readIntentOpinion } from '../../../understanding/load.ts';

const Utterance = z.object({ id: z.string(), text: z.string(), group: z.boolean().optional(), intent: z.string() });

/** Learning takes seconds, on a busy machine tens of them. */
const LEARNING_MS = 180_000;

describe('what a person wants', () => {
  const detect = createDetectIntent(readIntentOpinion('.'));
  const markedIn = (path: string) => readFileSync(`test/understanding/${path}`, 'utf8').trim().split('\n').map((line) => Utterance.parse(JSON.parse(line)));

  for (const [text, intent] of [
    ['物业凭什么停我家水？', 'complaint'],
    ['翠湖家园什么时候能有水', 'complaint'],
    ['河东化工厂的毒烟何时消失', 'complaint'],
    ['请问老街乱停车的乱象何时整治？', 'complaint'],
    ['干了半年的工程款何时能拿到', 'complaint'],
    ['给老人的补助去哪儿了？', 'complaint'],
    ['停车一小时十块，这样收费合理吗', 'complaint'],
    ['春江苑非法群租房又要开张了！', 'complaint'],
    ['小区今年又收降温费', 'complaint'],
    ['今年什么时候开始供暖', 'question'],
    ['高龄补贴什么时候发', 'question'],
    ['我要举报社区书记吃拿卡要', 'complaint'],
    ['我想举报干部，要不要写真名', 'question'],
    ['路边画线的车位几点以后不收费', 'question'],
    ['工资低于最低标准，能强制执行吗', 'question'],
    ['停水到几点？', 'question'],
    ['怎么办居住证', 'question'],
    ['好的，谢谢', 'small-talk'],
    ['在吗', 'small-talk'],
    ['[微笑]', 'small-talk'],
    ['👍', 'small-talk'],
    ['楼道里好大的煤气味', 'danger'],
    ['建议小区装个充电棚', 'suggestion'],
    ['独居老人两天没开门了，麻烦去看看', 'help'],
    ['我们公司搬到园区，税务迁移卡住了', 'enterprise'],
    ['谢谢你们，路灯当天就修好了', 'praise'],
    ['满意', 'answer'],
    ['3栋2单元', 'answer'],
    ['断桥路5号楼', 'answer'],
    ['门口那条路', 'complaint'],
    ['你们单位门口', 'complaint'],
    ['停水3号楼', 'complaint'],
    ['垃圾没人收7号楼', 'complaint'],
    ['进度 1203', 'command'],
    ['#吹哨 下水道堵了', 'command'],
    ['你们这群废物', 'abuse'],
    ['妈的垃圾三天没人收了', 'complaint'],
    ['I smell gas in the corridor', 'danger'],
  ] as const) {
    it(`is ${intent}: ${text}`, () => expect(detect(text).intent).to.equal(intent));
  }

  for (const [text, route] of [
    ['我要报警，钱包被偷了', 'police'],
    ['我爸晕倒了叫不醒', 'ambulance'],
    ['法院判了对方不给钱怎么办', 'court'],
    ['劳动仲裁怎么申请', 'arbitration'],
    ['不服答复，想申请行政复议', 'petition'],
  ] as const) {
    it(`belongs to others, and says whom (${route}): ${text}`, () => {
      expect(detect(text)).to.deep.include({ intent: 'not-for-us', reasons: [`route:${route}`] });
    });
  }

  it('hears a matter in a group, and leaves neighbours\' talk alone', () => {
    expect(detect('楼下路灯又坏了', { group: true }).intent).to.equal('complaint');
    expect(detect('有没有人拼单买水果', { group: true }).intent).to.equal('small-talk');
    expect(detect('那个路灯后来修好了', { group: true }).intent).to.equal('small-talk');
  });

  for (const text of ['师傅还没修好', '你们师傅还没修好', '师傅看了，没修好']) it(`takes nobody to be thankful who says that it is not done: ${text}`, () => expect(detect(text).intent).to.not.equal('praise'));

  it('takes a long letter for a demand', () => {
    const letter = '尊敬的领导：我是东苑小区的一名居民，小区南侧的工地自开工以来每天夜里施工到凌晨，我们多次打电话反映，来人时停工，人一走又继续。家里有上学的孩子和生病的老人，实在无法休息。恳请有关部门查处，谢谢！';
    expect(detect(letter).intent).to.equal('complaint');
  });

  it('does not raise an alarm for a danger that is past or only feared', () => {
    expect(detect('楼道堆满杂物，万一着火怎么跑').intent).to.not.equal('danger');
    expect(detect('充电棚三个月前着火烧了到现在没修').intent).to.not.equal('danger');
  });

  it('is right for 95 of 100 utterances of the tuned half', () => {
    const utterances = markedIn('chat-train.jsonl');
    const right = utterances.filter(({ text, group, intent }) => detect(text, { group }).intent === intent);
    expect(right.length / utterances.length).to.be.above(0.95);
  });

  it('is right for 85 of 100 complaints, questions, suggestions and pleas that nothing was learnt from, and for more of them than by the signs alone', () => {
    const fresh = markedIn('intent/intent-set.jsonl');
    const signsAlone = createDetectIntent();
    const right = fresh.filter(({ text, intent }) => detect(text).intent === intent).length;
    expect(right / fresh.length).to.be.above(0.85);
    expect(right).to.be.above(fresh.filter(({ text, intent }) => signsAlone(text).intent === intent).length + 10);
  });

  it('has the numbers that its lessons give, none of them from that set', function () {
    this.timeout(LEARNING_MS);
    const lessons = markedIn('intent/intent-lessons.jsonl');
    const bytes = trainIntents([...markedIn('chat-train.jsonl'), ...lessons, ...voicesToLearnFrom()]);
    expect(Buffer.compare(readFileSync('understanding/weights/intents.bin'), bytes), 'run npx tsx scripts/train-intents.ts').to.equal(0);
    const fresh = new Set(markedIn('intent/intent-set.jsonl').map(({ text }) => text));
    expect(lessons.filter(({ text }) => fresh.has(text))).to.deep.equal([]);
  });

  it('refuses numbers that are no model of intents', () => {
    expect(() => createIntentOpinion(readFileSync('understanding/weights/danger.bin'))).to.throw('intents');
  });

  it('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (text, group) => detect(text, { group }).confidence <= 1));
  });
});
