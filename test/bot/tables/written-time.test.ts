import { expect } from 'chai';
import fc from 'fast-check';
import { writtenTime } from '../../../bot/tables/written-time.ts';
import { isoTime } from '../../../handlers/iso-time.ts';
import { at } from '../../support/local-time.ts';

const now = at('2026-11-22 10:00');
const read = (said: string) => {
  const moment = writtenTime(said, now);
  return moment === undefined ? undefined : isoTime(moment).slice(0, 19).replace('T', ' ');
};

describe('a time in a table', () => {
  const WAYS: readonly (readonly [said: string, meant: string])[] = [
    ['2026-11-20 14:30', '2026-11-20 14:30:00'],
    ['2026/11/20 14:30:05', '2026-11-20 14:30:05'],
    ['2026.11.2', '2026-11-02 00:00:00'],
    ['２０２６－１１－２０　１４：３０', '2026-11-20 14:30:00'],
    ['2026年11月20日', '2026-11-20 00:00:00'],
    ['2026年11月20日 14时30分', '2026-11-20 14:30:00'],
    ['2026年11月20日14时30分15秒', '2026-11-20 14:30:15'],
    ['2026年11月20日下午2点半', '2026-11-20 14:30:00'],
    ['2026年11月20日 星期五 上午9点', '2026-11-20 09:00:00'],
    ['2026-11-20 12:05 AM', '2026-11-20 00:05:00'],
    ['2026-11-20 2:30 pm', '2026-11-20 14:30:00'],
    ['2026-11-20T14:30:00+08:00', '2026-11-20 14:30:00'],
    ['2026-11-20T06:30:00.000Z', '2026-11-20 14:30:00'],
    ['20261120', '2026-11-20 00:00:00'],
    ['20261120143005', '2026-11-20 14:30:05'],
    ['46346', '2026-11-20 00:00:00'],
    ['46346.75', '2026-11-20 18:00:00'],
    ['11月20日 14:30', '2026-11-20 14:30:00'],
    ['12月1日', '2025-12-01 00:00:00'],
  ];
  for (const [said, meant] of WAYS) it(`is understood when it is written ${said}`, () => expect(read(said)).to.equal(meant));

  for (const said of ['', '昨天', '2026-13-01', '2026-02-30', '2026-11-20 25:00', '20/11/2026', '11-20', '1999-01-01', '13800000000', '2026-11-20 14:30 or so']) {
    it(`is not guessed from “${said}”`, () => expect(read(said)).to.equal(undefined));
  }

  it('is never read as another than was written', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2000-01-02'), max: new Date('2099-12-30'), noInvalidDate: true }), fc.constantFrom('-', '/', '.', 'zh'), (moment, way) => {
        const wall = isoTime(moment).slice(0, 19);
        const [day = '', time = ''] = wall.split('T');
        const [y = '', m = '', d = ''] = day.split('-');
        const [h = '', mi = '', s = ''] = time.split(':');
        const said = way === 'zh' ? `${y}年${m}月${d}日${h}时${mi}分${s}秒` : `${y}${way}${m}${way}${d} ${time}`;
        expect(read(said)).to.equal(wall.replace('T', ' '));
      }),
    );
  });
});
