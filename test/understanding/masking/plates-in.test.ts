import { expect } from 'chai';

import { platesIn } from '../../../understanding/masking/plates-in.ts';
import { markedBy } from '../../support/marked-text.ts';

describe('number plates', () => {
  const told = [
    '【浙A·D12345】是绿牌', '【浙b 5x8m3】挪一下', '【苏 B D 8 8 2 1 0】', '【粤Z·1A23港】', '【渝A 0K771】挡路', '【浙江A12345】堵门', '【冀A 八幺D三七】', '【鲁b后面三个8二】', '【皖A五个8】那辆', '车牌【京AD 73062】', '车牌好像是【杭州071836】',
    '没看清车牌，只记得后面是【D1826】', '挪车【鲁B·88K2】', '尾号【88K2】的车', '【88210K】这辆车', 'plate number is 【B8K721】',
  ];
  for (const text of told) it(`are found in ${text}`, () => expect(markedBy(platesIn, text)).to.equal(text));

  for (const text of ['车牌丢了去哪补', '我家B2-117车位', '窗口的胸牌号017', '车牌被偷，2024年报过案', '新A栋门禁坏了', 'G107国道', '冰箱BCD-452W']) it(`are not seen in ${text}`, () => expect(markedBy(platesIn, text)).to.equal(text));
});
