import { expect } from 'chai';
import { timeMeant } from '../../../handlers/intake/time-meant.ts';
import type { WhenSaid } from '../../../understanding/understanding.ts';
import { at } from '../../support/local-time.ts';

const NOW = at('2026-07-06 10:00');
const NIGHT: WhenSaid = { said: '昨晚11点', pattern: 'once', from: at('2026-07-05 23:00'), to: at('2026-07-06 00:00') };

describe('the time that words mean', () => {
  it('is when it happened once', () => {
    expect(timeMeant(NIGHT, NOW)).to.deep.equal({ from: at('2026-07-05 23:00'), to: at('2026-07-06 00:00'), dated: false });
  });

  it('has no end while it goes on, and one where it is over or known beforehand', () => {
    const lasting = { said: '从上周五到现在', pattern: 'continuing', from: at('2026-07-03 00:00'), to: NOW } as const;
    expect(timeMeant(lasting, NOW)).to.deep.equal({ from: at('2026-07-03 00:00'), dated: false });
    expect(timeMeant({ ...lasting, to: at('2026-07-05 00:00') }, NOW)).to.have.deep.property('to', at('2026-07-05 00:00'));
    expect(timeMeant({ ...lasting, to: at('2026-07-08 00:00') }, NOW)).to.have.deep.property('to', at('2026-07-08 00:00'));
    expect(timeMeant({ ...lasting, said: '今天', pattern: 'once', from: at('2026-07-06 00:00') }, NOW)).to.have.deep.property('to', NOW);
  });

  it('is a moment where only that is known', () => {
    expect(timeMeant({ said: '三天前', pattern: 'once', from: at('2026-07-03 10:00') }, NOW)).to.deep.equal({ from: at('2026-07-03 10:00'), to: at('2026-07-03 10:00'), dated: false });
  });

  it('is not known where nothing was worked out', () => {
    expect(timeMeant(undefined, NOW)).to.equal(undefined);
    expect(timeMeant({ said: '每天半夜', pattern: 'repeated' }, NOW)).to.equal(undefined);
  });

  for (const said of ['这几天', '好几天了', '几天前', '两三天了', '3-5天', '3、4天', '这些天', '数日前', 'a few days ago', 'for several days', 'a couple of days ago']) {
    it(`is a guess, and not kept, where nobody counted: ${said}`, () => expect(timeMeant({ ...NIGHT, said }, NOW)).to.equal(undefined));
  }

  for (const words of ['7月5日', '7月5号晚上', '七月五日', '5号', '二十八号晚上', '上个月28号', '从6月开始', '六月中旬', '去年12月3日', '2026-07-05', '2026/7/5', '7.5起', '从7.3到现在', '7/5 晚上8点', 'July 5', '5 July', 'on the 5th of July', 'the 5th']) {
    it(`is said by the words alone: ${words}`, () => expect(timeMeant({ ...NIGHT, said: words }, NOW)).to.include({ dated: true }));
  }

  for (const words of ['昨晚11点', '昨晚8.30', '上周三', '三个月了', '十二天', '2.5天了', '半个月', '1.5小时前', '农历五月初五', '初五', '5号楼那边昨晚', '周日', '星期三', 'last night at 11', 'Wednesday', 'maybe yesterday', '3 days ago']) {
    it(`is not said by the words alone: ${words}`, () => expect(timeMeant({ ...NIGHT, said: words }, NOW)).to.include({ dated: false }));
  }

  it('is looked for in all the words that are kept', () => {
    expect(timeMeant(NIGHT, NOW, '7月5号，就是昨晚11点')).to.include({ dated: true });
    expect(timeMeant(NIGHT, NOW, '昨晚11点，闹了好几个小时')).to.include({ dated: false });
  });
});
