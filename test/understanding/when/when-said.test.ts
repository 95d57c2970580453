import { expect } from 'chai';
import fc from 'fast-check';

import { whenSaid } from '../../../understanding/when/when-said.ts';
import { aMorning } from '../stand-ins.ts';

describe('when it happens', () => {
  const shanghai = (text: string | undefined): Date | undefined => (text === undefined ? undefined : new Date(`${text}:00+08:00`));
  const told: readonly [text: string, said: string, from: string | undefined, to: string | undefined, pattern: string][] = [
    ['昨晚11点有人打麻将', '昨晚11点', '2025-06-11T23:00', '2025-06-12T00:00', 'once'],
    ['今天早上电梯坏了', '今天早上', '2025-06-12T06:00', '2025-06-12T10:00', 'once'],
    ['上周三下午楼道灯坏了', '上周三下午', '2025-06-04T12:00', '2025-06-04T18:00', 'once'],
    ['连续三天没水了', '连续三天', '2025-06-09T10:00', '2025-06-12T10:00', 'continuing'],
    ['从五月到现在一直在施工', '从五月到现在', '2025-05-01T00:00', '2025-06-12T10:00', 'continuing'],
    ['自5月20日起没人打扫', '自5月20日起', '2025-05-20T00:00', '2025-06-12T10:00', 'continuing'],
    ['每天半夜装修', '每天半夜', undefined, undefined, 'repeated'],
    ['这几天垃圾没人收', '这几天', '2025-06-09T10:00', '2025-06-12T10:00', 'continuing'],
    ['国庆那几天放炮', '国庆那几天', '2024-10-01T00:00', '2024-10-08T00:00', 'once'],
    ['凌晨两点还在唱歌', '凌晨两点', '2025-06-12T02:00', '2025-06-12T03:00', 'once'],
    ['晚上十点半还在跳舞', '晚上十点半', '2025-06-11T22:30', '2025-06-11T23:30', 'once'],
    ['两个小时前摔的', '两个小时前', '2025-06-12T08:00', undefined, 'once'],
    ['2024年12月3日交的钱', '2024年12月3日', '2024-12-03T00:00', '2024-12-04T00:00', 'once'],
    ['12月3日交的钱', '12月3日', '2024-12-03T00:00', '2024-12-04T00:00', 'once'],
    ['門禁壞了半個月', '半個月', '2025-05-28T05:00', '2025-06-12T10:00', 'continuing'],
    ['my kid fell yesterday', 'yesterday', '2025-06-11T00:00', '2025-06-12T00:00', 'once'],
  ];
  for (const [text, said, from, to, pattern] of told) {
    it(`is ${said} in ${text}`, () => {
      expect(whenSaid(text, aMorning)).to.deep.include({ said, from: shanghai(from), to: shanghai(to), pattern });
    });
  }

  const inSpring = new Date('2026-03-18T15:20:00+08:00');
  const inSpringSaid: readonly [text: string, said: string, from: string | undefined, pattern: string][] = [
    ['昨儿后半晌楼道灯灭了', '昨儿后半晌', '2026-03-17T12:00', 'once'],
    ['琴日朝早冇水', '琴日朝早', '2026-03-17T05:00', 'once'],
    ['上前天有人砸玻璃', '上前天', '2026-03-15T00:00', 'once'],
    ['上周六晚7:20车被刮了', '上周六晚7:20', '2026-03-14T19:20', 'once'],
    ['上个礼拜三夜里十一点水管爆裂', '上个礼拜三夜里十一点', '2026-03-11T23:00', 'once'],
    ['周五会不会停水', '周五', '2026-03-20T00:00', 'once'],
    ['三点一刻楼下打起来了', '三点一刻', '2026-03-18T15:15', 'once'],
    ['15号晚上有人往下扔酒瓶', '15号晚上', '2026-03-15T18:00', 'once'],
    ['28号晚上有人往下扔酒瓶', '28号晚上', '2026-02-28T18:00', 'once'],
    ['大年三十晚上停水', '大年三十晚上', '2026-02-16T00:00', 'once'],
    ['正月十五晚上放炮炸坏了玻璃', '正月十五晚上', '2026-03-03T18:00', 'once'],
    ['国庆前修的路又塌了', '国庆前', undefined, 'once'],
    ['半小时前电梯掉了一下', '半小时前', '2026-03-18T14:50', 'once'],
    ['从上礼拜五到今朝没热水', '从上礼拜五到今朝', '2026-03-13T00:00', 'continuing'],
    ['打年初六起就没供暖', '打年初六起', '2026-02-22T00:00', 'continuing'],
    ['二月底报修到现在没来人', '二月底报修到现在', '2026-02-25T00:00', 'continuing'],
    ['自打换了物业就没人扫地', '自打换了物业就', undefined, 'continuing'],
    ['连着仨晚上没电', '连着仨晚上', '2026-03-15T15:20', 'continuing'],
    ['门口的灯都第三天了还没人修', '都第三天了', '2026-03-16T15:20', 'continuing'],
    ['二十来天了没人管', '二十来天了', '2026-02-26T15:20', 'continuing'],
    ['一进三月就天天停水', '一进三月就天天', '2026-03-01T00:00', 'repeated'],
    ['近三个月电梯坏了五次', '近三个月', '2025-12-17T09:20', 'repeated'],
    ['隔一天停一次水', '隔一天', undefined, 'repeated'],
    ['每天晚上七点到九点放喇叭', '每天晚上七点到九点', undefined, 'repeated'],
    ['no water since March 10', 'since March 10', '2026-03-10T00:00', 'continuing'],
    ['the lamp has been out since Monday', 'since Monday', '2026-03-16T00:00', 'continuing'],
    ['upstairs is too loud at night', 'at night', undefined, 'once'],
    ['the lorries come in the mornings', 'in the mornings', undefined, 'repeated'],
    ['我家楼上半夜装修太吵', '半夜', undefined, 'once'],
    ['连续三天半夜三更有人唱歌', '连续三天半夜', '2026-03-15T15:20', 'continuing'],
    ['连续三天半都没水', '连续三天半', '2026-03-15T03:20', 'continuing'],
    ['3号楼楼下午休时间装修', '午休时间', '2026-03-18T11:00', 'once'],
    ['3号楼下午停水了', '下午', '2026-03-18T12:00', 'once'],
    ['three days ago a pipe burst', 'three days ago', '2026-03-15T15:20', 'once'],
  ];
  for (const [text, said, from, pattern] of inSpringSaid) {
    it(`is ${said} in ${text}`, () => {
      const when = whenSaid(text, inSpring);
      expect({ said: when?.said, from: when?.from, pattern: when?.pattern }).to.deep.equal({ said, from: shanghai(from), pattern });
    });
  }

  for (const [text, said] of [
    ['去年修过，上周又坏了', '上周'],
    ['这房子2008年建的，上个月开始漏水', '上个月开始'],
    ['我今年68岁，昨天在门口摔了一跤', '昨天'],
    ['合同签到明年五月，房东上周就赶我走', '上周'],
    ['停水通知说明天上午来水，可从今天一早就没水了', '从今天一早'],
    ['说好三天到账，俩月了也没个信', '俩月了'],
    ['刚出生的娃睡不了，楼上天天敲', '天天'],
  ] as const) {
    it(`is ${said}, the matter's own, in ${text}`, () => expect(whenSaid(text, inSpring)?.said).to.equal(said));
  }

  for (const text of ['路灯坏了', '有一点小建议', '提3点建议', '孩子上三年级', '电费一块五一度', '早上好各位邻居', '三个人', '我今年七十三了', '血糖六点八', '22号楼202', '中秋快乐', '说明天台的用法', '以后天晴了再来', '质保三年', '三天内答复', '一个月三千二', '这会不会有危险', '单号20260317']) {
    it(`is not said in ${text}`, () => expect(whenSaid(text, aMorning)).to.equal(undefined));
  }

  it('is always something that was said, and begins before it ends', () => {
    const pieces = fc.constantFrom('昨晚', '11点', '从', '五月', '到现在', '三天', '每天', '上周三', '13月45日', '99点', '国庆', '了', '，', '半', '二〇二三年');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const when = whenSaid(text, aMorning);
        if (when === undefined) return;
        expect(text).to.include(when.said);
        if (when.from !== undefined) expect(when.from.getTime()).not.to.be.NaN;
      }),
    );
  });
});
