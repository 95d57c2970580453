import { expect } from 'chai';
import { nameAndRest, readMessage } from '../../../handlers/records/read-message.ts';
import { readValue } from '../../../handlers/records/read-value.ts';
import { at } from '../../support/local-time.ts';
import { plainCalendar, wuchang } from '../../support/rules.ts';

const today = { now: at('2026-11-23 10:00'), calendar: plainCalendar };
const [houses, , , things] = wuchang.mechanism.records!.sections;
const read = (text: string) => readMessage(houses!, text, today);

describe('what a grid worker writes of a house', () => {
  it('is read in any order, with names or without', () => {
    const whole = { tenure: 'own', area: '89.5', persons: '3', owner: '李建平', phone: '13800001111', hazard: 'none' };
    expect(read('自住 面积89.5 3口人 户主李建平 电话13800001111 无隐患').values).to.deep.equal(whole);
    expect(read('无隐患，联系电话：138 0000 1111，户主 李建平，常住人数 3，用途 自住，89.5平米').values).to.deep.equal(whole);
    expect(read('13800001111；自住').values).to.deep.equal({ tenure: 'own', phone: '13800001111' });
  });

  it('leaves what it does not know, and says what cannot be', () => {
    const { values, faults, left } = read('阳台朝南 面积很大 人数200 出租');
    expect(values).to.deep.equal({ tenure: 'rented' });
    expect(faults.map(({ field, said, fault }) => [field.id, said, fault])).to.deep.equal([['area', '很大', 'not-a-number'], ['persons', '200', 'too-large']]);
    expect(left).to.deep.equal(['阳台朝南']);
  });

  it('begins with a door, also one written apart', () => {
    expect(nameAndRest('6号楼 2单元 203 自住 面积89')).to.deep.equal({ name: '6号楼2单元203', rest: '自住 面积89' });
    expect(nameAndRest('6号楼2单元203，自住')).to.deep.equal({ name: '6号楼2单元203', rest: '自住' });
    expect(nameAndRest('王兰')).to.deep.equal({ name: '王兰', rest: '' });
  });
});

describe('a date that a grid worker writes', () => {
  const field = things!.fields.find(({ id }) => id === 'checked')!;
  const date = (said: string) => {
    const found = readValue(field, said, today);
    return found.ok ? found.value : found.refusal;
  };

  it('is kept as a date, whatever it looks like', () => {
    expect(['今天', '昨天', '2026-11-20', '2026年11月2日', '11月2日', '11/2', '２０２６.１.５'].map(date)).to.deep.equal(['2026-11-23', '2026-11-22', '2026-11-20', '2026-11-02', '2026-11-02', '2026-11-02', '2026-01-05']);
  });

  it('must be one', () => expect(['上个月', '2026-02-30', '13月1日', '5'].map(date)).to.deep.equal(Array(4).fill('not-a-date')));
});
