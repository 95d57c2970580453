import { expect } from 'chai';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';

import { createFindNames } from '../../../../understanding/masking/names/find-names.ts';
import { readNameWeights } from '../../../../understanding/masking/names/name-weights.ts';
import { plainText } from '../../../../understanding/plain-text.ts';

const weights = readNameWeights(readFileSync('understanding/weights/names.bin'));
const namesIn = (text: string, places: readonly string[] = []) => createFindNames(weights, places)(plainText(text)).map(({ start, end }) => text.slice(start, end));

describe('names of people', () => {
  const named: readonly [text: string, names: readonly string[]][] = [
    ['楼下郭建国老是半夜放音响', ['郭建国']],
    ['赵淑芬昨天在电梯里摔了', ['赵淑芬']],
    ['我妈陈桂兰腿脚不好', ['陈桂兰']],
    ['名单：周丽华、孙志强、吴晓燕', ['周丽华', '孙志强', '吴晓燕']],
    ['刘玉珍 13800001111', ['刘玉珍']],
    ['我是欧阳建国，想问下老年证', ['欧阳建国']],
    ['收件人阿依古丽·买买提', ['阿依古丽·买买提']],
    ['我叫文明，来问居住证', ['文明']],
    ['鄰居張秀英說她看見了', ['張秀英']],
    ['My name is Li Xiaoming and the lift is stuck', ['Li Xiaoming']],
    ['隔壁租的是大学生Omar Hassan', ['Omar Hassan']],
  ];
  for (const [text, names] of named) it(`are found in ${text}`, () => expect(namesIn(text)).to.have.members(names));

  const ordinary = [
    '高空抛物太危险了', '安全隐患没人管', '王师傅和李阿姨都知道', '老张说小陈会来', '中山路的路灯不亮', '常年堆放杂物', '时间定在周三',
    '马上就要下雨了', '方便面都卖完了', '物业经理高温天不来', '雷锋精神要发扬', 'Happy Birthday to the community', '他在Windows Update',
  ];
  for (const text of ordinary) it(`are not seen in ${text}`, () => expect(namesIn(text)).to.be.empty);

  it('are no places of the directory', () => {
    const text = '高建国旧居门口的灯坏了，高建国说的';
    expect(namesIn(text)).to.deep.equal(['高建国', '高建国']);
    expect(namesIn(text, ['高建国旧居'])).to.deep.equal(['高建国']);
  });

  it('lie within the text and not over one another', () => {
    const words = fc.array(fc.constantFrom('王', '建国', '秀', '英', '说', '·', '，', ' ', 'Li', 'Wei', '阿', '古丽', '7', '叫', '欧阳', '氏', '\n'), { maxLength: 40 });
    const find = createFindNames(weights, []);
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const spans = find(text).sort((one, other) => one.start - other.start);
        for (const { start, end } of spans) expect(start).to.be.within(0, end - 1).and.to.be.below(text.length);
        expect(spans.every(({ end }) => end <= text.length)).to.equal(true);
      }),
    );
  });

  const endless = { surnames: '王', names: '王建国李秀兰', points: '阿·', capitals: 'Ab ', sounds: '阿', introductions: '我叫', lists: '王伟、' };
  for (const [name, unit] of Object.entries(endless)) {
    it(`come to an end on a long run of ${name}`, () => expect(() => namesIn(unit.repeat(Math.ceil(12_000 / unit.length)))).not.to.throw());
  }

  it('are not looked for without all weights', () => {
    const file = readFileSync('understanding/weights/names.bin');
    expect(() => readNameWeights(file.subarray(0, file.length >> 1))).to.throw();
  });
});
