import { expect } from 'chai';
import { withDaysMeant } from '../../../locales/shared/days-meant.ts';
import { at } from '../../support/local-time.ts';

const RAISED = at('2026-07-06 10:00');

describe('words for a time', () => {
  const shown = (words: string, from: string, to?: string, raised = RAISED) => withDaysMeant('zh-CN', words, { from: at(from), to: to === undefined ? undefined : at(to), dated: false }, raised);
  const inEnglish = (words: string, from: string, to?: string, raised = RAISED) => withDaysMeant('en', words, { from: at(from), to: to === undefined ? undefined : at(to), dated: false }, raised);

  it('are followed by the day they mean', () => {
    expect(shown('昨晚11点', '2026-07-05 23:00', '2026-07-06 00:00')).to.equal('昨晚11点（7月5日）');
    expect(shown('上周三', '2026-07-01 00:00', '2026-07-02 00:00')).to.equal('上周三（7月1日）');
    expect(inEnglish('last Wednesday', '2026-07-01 00:00', '2026-07-02 00:00')).to.equal('last Wednesday (1 Jul)');
  });

  it('are followed by the first and the last of several days, the month said once', () => {
    expect(shown('上个周末', '2026-07-04 00:00', '2026-07-06 00:00')).to.equal('上个周末（7月4日至5日）');
    expect(shown('上周', '2026-06-29 00:00', '2026-07-06 00:00')).to.equal('上周（6月29日至7月5日）');
    expect(inEnglish('last weekend', '2026-07-04 00:00', '2026-07-06 00:00')).to.equal('last weekend (4–5 Jul)');
    expect(inEnglish('last week', '2026-06-29 00:00', '2026-07-06 00:00')).to.equal('last week (29 Jun–5 Jul)');
  });

  it('are followed by the day since when it goes on', () => {
    expect(shown('从上周五到现在', '2026-07-03 00:00')).to.equal('从上周五到现在（7月3日起）');
    expect(inEnglish('since last Friday', '2026-07-03 00:00')).to.equal('since last Friday (since 3 Jul)');
  });

  it('of a night are followed by the day on which it began', () => {
    expect(shown('前天夜里', '2026-07-04 22:00', '2026-07-05 05:00')).to.equal('前天夜里（7月4日）');
    expect(inEnglish('last night', '2026-07-05 18:00', '2026-07-06 06:00')).to.equal('last night (5 Jul)');
  });

  it('are followed by a day of Shanghai', () => {
    expect(withDaysMeant('zh-CN', '刚才', { from: new Date('2026-07-05T16:05:00Z'), to: new Date('2026-07-05T17:00:00Z'), dated: false }, RAISED)).to.equal('刚才（7月6日）');
  });

  it('are followed by the year when it is not that in which the matter was raised', () => {
    const january = at('2026-01-03 09:00');
    expect(shown('上周三', '2025-12-31 00:00', '2026-01-01 00:00', january)).to.equal('上周三（2025年12月31日）');
    expect(shown('从上周三到现在', '2025-12-31 00:00', undefined, january)).to.equal('从上周三到现在（2025年12月31日起）');
    expect(shown('这周', '2025-12-29 00:00', '2026-01-03 09:00', january)).to.equal('这周（2025年12月29日至1月3日）');
    expect(shown('国庆期间', '2025-10-01 00:00', '2025-10-08 00:00')).to.equal('国庆期间（2025年10月1日至7日）');
    expect(inEnglish('this week', '2025-12-29 00:00', '2026-01-03 09:00', january)).to.equal('this week (29 Dec 2025–3 Jan)');
    expect(inEnglish('the National Day holidays', '2025-10-01 00:00', '2025-10-08 00:00')).to.equal('the National Day holidays (1–7 Oct 2025)');
  });

  it('of more than a month are left as they are: nobody counted its days', () => {
    expect(shown('上个月', '2026-06-01 00:00', '2026-07-01 00:00')).to.equal('上个月（6月1日至30日）');
    expect(shown('去年', '2025-01-01 00:00', '2026-01-01 00:00')).to.equal('去年');
    expect(shown('从去年开始', '2025-01-01 00:00')).to.equal('从去年开始');
    expect(shown('三个月了', '2026-04-06 04:00')).to.equal('三个月了');
    expect(shown('两周前', '2026-06-22 10:00', '2026-06-22 10:00')).to.equal('两周前（6月22日）');
    expect(shown('两年前', '2024-07-06 10:00', '2024-07-06 10:00')).to.equal('两年前');
  });

  it('that name the date themselves are left as they are', () => {
    expect(withDaysMeant('zh-CN', '7月5日晚上', { from: at('2026-07-05 18:00'), to: at('2026-07-06 00:00'), dated: true }, RAISED)).to.equal('7月5日晚上');
  });

  it('of which nothing is known are left as they are', () => {
    expect(withDaysMeant('zh-CN', '每天半夜', undefined, RAISED)).to.equal('每天半夜');
  });
});
