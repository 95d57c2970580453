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

  for (const text of ['路灯坏了', '有一点小建议', '提3点建议', '孩子上三年级', '电费一块五一度', '早上好各位邻居', '三个人']) {
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
