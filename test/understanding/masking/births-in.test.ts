import { expect } from 'chai';

import { birthsIn } from '../../../understanding/masking/births-in.ts';
import { markedBy } from '../../support/marked-text.ts';

describe('the days people were born on', () => {
  const told = [
    '我【1953年7月14日】生的', '出生日期【1953-07-14】', '【1958/4/3】出生', '她【五三年腊月初八】生', '属虎，【六二年三月初四】', '生于【二〇一九年六月一号】', '我妈【八月十五】生日', '【5月20日】他满60岁', '女，【1962年3月4日】，退休', '婆婆叫滕某，【1949年9月3日】的，眼睛不好',
    '【2014年5月6日】我在一家诊所生的', '【1994年11月19日】，未婚', '孩子【2019年6月1日】的，上几年级', '身份证上是【1958年4月3日】', '出生【1955年11月】', '门密码是他生日【0312】', 'born on 【March 5, 1990】', 'DOB 【1990/03/05】',
  ];
  for (const text of told) it(`are found in ${text}`, () => expect(markedBy(birthsIn, text)).to.equal(text));

  for (const text of ['我1955年生的', '6月5日我在路上生了一肚子气', '5月20日停水', '3月15日生效', '5月3日在医院', '1998年5月12日入职', '1998年5月12日，公司成立', '2026年3月8日收费有误', '6月1日生产队', '1987年进厂']) it(`are not seen in ${text}`, () => expect(markedBy(birthsIn, text)).to.equal(text));
});
