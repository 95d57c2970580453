import { expect } from 'chai';

import { platesIn } from '../../../understanding/masking/plates-in.ts';
import { markedBy } from '../../support/marked-text.ts';

describe('number plates', () => {
  const told = [
    '【浙A·D12345】是绿牌', '【浙b 5x8m3】挪一下', '【苏 B D 8 8 2 1 0】', '【粤Z·1A23港】', '【渝A 0K771】挡路', '【浙江A12345】堵门', '【冀A 八幺D三七】', '【鲁b后面三个8二】', '【皖A五个8】那辆', '车牌【京AD 73062】', '车牌好像是【杭州071836】',
    '没看清车牌，只记得后面是【D1826】', '挪车【鲁B·88K2】', '尾号【88K2】的车', '【88210K】这辆车', 'plate number is 【B8K721】',
    '电动车牌子是 【株洲B30271】', '电动车上牌了 号是【沈阳A 38 816】', '白牌子【沈阳C 0-47729】', '【株洲B30271】的电动车', '车号是【辽A什么5T70】', '车牌【辽A后边是T什么61】', '【赣C 66尾巴有个W】', '挪下车，后三位【T68】',
  ];
  for (const text of told) it(`are found in ${text}`, () => expect(markedBy(platesIn, text)).to.equal(text));

  for (const text of ['车牌丢了去哪补', '[黄牌] 10001 请在明天前接单', '[绿牌] 10001', '我家B2-117车位', '窗口的胸牌号017', '车牌被偷，2024年报过案', '新A栋门禁坏了', 'G107国道', '冰箱BCD-452W', '车位A 30271', '车牌没看全，豫A几几几F，大概7点40', '身份证后四位702X']) it(`are not seen in ${text}`, () => expect(markedBy(platesIn, text)).to.equal(text));
});
