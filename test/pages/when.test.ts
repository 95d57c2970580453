import { expect } from 'chai';
import { createLocale } from '../../web/pages/locales/locale.ts';
import { Demand } from '../../web/pages/sandbox/contract.ts';
import { factsOf } from '../../web/pages/sandbox/demand-words.ts';
import { durationTo, exactly, fromNow, listedAt, pauseBetween, saidWhen, spokenAt } from '../../web/pages/sandbox/when.ts';

const NOON = Date.parse('2026-03-18T12:00:00+08:00');

describe('time on the pages', () => {
  it('is told as in a chat: the hour, yesterday, the weekday, the date', () => {
    expect(spokenAt('2026-03-18T09:05:00+08:00', NOON, 'zh-CN')).to.equal('09:05');
    expect(spokenAt('2026-03-17T23:59:00+08:00', NOON, 'zh-CN')).to.equal('昨天 23:59');
    expect(spokenAt('2026-03-13T08:00:00+08:00', NOON, 'zh-CN')).to.equal('星期五 08:00');
    expect(spokenAt('2026-02-01T08:00:00+08:00', NOON, 'zh-CN')).to.equal('2月1日 08:00');
    expect(listedAt('2026-03-17T23:59:00+08:00', NOON, 'en')).to.equal('yesterday');
  });

  it('is told exactly with its day and hour', () => {
    expect(exactly('2026-03-08T00:05:00+08:00', 'zh-CN')).to.equal('3月8日 00:05');
    expect(exactly('2026-03-08T00:05:00+08:00', 'en')).to.equal('Mar 8, 00:05');
  });

  it('counts days by the clock of Shanghai, wherever the browser is', () => {
    expect(spokenAt('2026-03-17T16:30:00Z', NOON, 'zh-CN')).to.equal('00:30');
    expect(spokenAt('2026-03-17T15:30:00Z', NOON, 'zh-CN')).to.equal('昨天 23:30');
  });

  it('is told from now in the unit that says enough', () => {
    expect(fromNow('2026-03-18T12:00:20+08:00', NOON, 'zh-CN')).to.equal('1分钟后');
    expect(fromNow('2026-03-18T15:00:00+08:00', NOON, 'zh-CN')).to.equal('3小时后');
    expect(fromNow('2026-03-18T12:00:00+08:00', NOON, 'zh-CN')).to.equal('现在');
    expect(fromNow('2026-03-18T11:59:40+08:00', NOON, 'en')).to.equal('now');
    expect(fromNow('2026-03-15T12:00:00+08:00', NOON, 'en')).to.equal('3 days ago');
  });

  it('stands above a message only after a pause', () => {
    expect(pauseBetween(undefined, '2026-03-18T12:00:00Z')).to.equal(true);
    expect(pauseBetween('2026-03-18T12:00:00Z', '2026-03-18T12:04:00Z')).to.equal(false);
    expect(pauseBetween('2026-03-18T12:00:00Z', '2026-03-18T12:05:01Z')).to.equal(true);
  });

  it('of a matter is told in the words, with the day that is meant', () => {
    const raised = '2026-03-18T12:00:00.000+08:00';
    const whenMeant = { from: '2026-03-17T23:00:00.000+08:00', to: '2026-03-18T00:00:00.000+08:00', dated: false };
    expect(saidWhen({ when: '昨晚11点', whenMeant }, raised, 'zh-CN')).to.equal('昨晚11点（3月17日）');
    expect(saidWhen({ when: 'last night', whenMeant }, raised, 'en')).to.equal('last night (17 Mar)');
    expect(saidWhen({ when: '从昨晚到现在', whenMeant: { from: whenMeant.from, dated: false } }, raised, 'zh-CN')).to.equal('从昨晚到现在（3月17日起）');
    expect(saidWhen({ when: '3月17日', whenMeant: { ...whenMeant, dated: true } }, raised, 'zh-CN')).to.equal('3月17日');
    expect(saidWhen({ when: '每天半夜' }, raised, 'zh-CN')).to.equal('每天半夜');
    expect(saidWhen({}, raised, 'zh-CN')).to.equal(undefined);
  });

  it('of a matter is among its facts in the sandbox, also of one of before times were kept', () => {
    const locale = createLocale({ getItem: () => 'zh-CN', setItem: () => undefined } as never, []);
    const directory = { nameOf: (id: unknown) => (typeof id === 'string' ? id : undefined) } as never;
    const facts = (over: object) => factsOf(Demand.parse({ id: '1', raisedAt: '2026-03-18T12:00:00.000+08:00', facts: { when: '昨晚11点', ...over } }), locale, directory).find(({ name }) => name === '什么时候')?.words;
    expect(facts({ whenMeant: { from: '2026-03-17T23:00:00.000+08:00', to: '2026-03-18T00:00:00.000+08:00', dated: false } })).to.equal('昨晚11点（3月17日）');
    expect(facts({})).to.equal('昨晚11点');
    expect(facts({ whenMeant: { from: 'some day', dated: false } })).to.equal('昨晚11点');
  });

  it('moves to what is due and never back', () => {
    expect(durationTo('2026-03-18T13:00:00.200+08:00', NOON)).to.equal('PT3601S');
    expect(durationTo('2026-03-18T11:00:00+08:00', NOON)).to.equal('PT1S');
  });
});
