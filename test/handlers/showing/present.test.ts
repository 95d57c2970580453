import { expect } from 'chai';
import type { TimeMeant } from '../../../domain/demand.ts';
import { describe as inWords } from '../../../handlers/showing/describe.ts';
import { presentDemand, presentTimeline, type Presenting } from '../../../handlers/showing/present.ts';
import { createSpeak } from '../../../locales/speak.ts';
import { DemandView } from '../../../web/schemas/demand.ts';
import { report, resident } from '../../support/builders.ts';
import { correct } from '../../support/commands.ts';
import { given, registered, type Past } from '../../support/given.ts';
import { at } from '../../support/local-time.ts';
import { wuchang } from '../../support/rules.ts';

const NIGHT: TimeMeant = { from: at('2026-07-05 23:00'), to: at('2026-07-06 00:00'), dated: false };
const ERASED = '（已删除）';

/** Opens what stands there; of somebody who was erased, nothing. */
function presenting(erased: readonly string[] = []): Presenting {
  const opened = (_name: string, one: unknown) => (typeof one === 'string' && erased.includes(one) ? ERASED : one);
  return {
    sealer: { openAll: (value) => Promise.resolve(JSON.parse(JSON.stringify(value), opened) as typeof value) },
    mechanismOf: () => wuchang.mechanism,
    categoryName: (id) => id,
    maskPersonal: (text) => text,
    maskAround: (text) => text,
    erased: ERASED,
  };
}

const told = (when?: string, whenMeant?: TimeMeant) => given(registered(report({ when, whenMeant })));
const entries = ({ events }: Past) => events.map((event, nth) => ({ ...event, seq: nth + 1, cause: 'c', hash: 'h' }));

async function shown(past: Past, erased: readonly string[] = []) {
  const stored = { state: past.demand, timeline: entries(past), version: past.events.length };
  const view = { ...(await presentDemand(presenting(erased), stored)), timeline: await presentTimeline(presenting(erased), stored) };
  return DemandView.parse(JSON.parse(JSON.stringify(view)));
}

const inLetters = ({ demand }: Past, language: 'zh-CN' | 'en' = 'zh-CN') =>
  inWords({ directory: { unit: () => undefined } as never, mechanism: wuchang.mechanism, speak: createSpeak(), categoryName: (id) => id }, demand, language, at('2026-07-09 10:00'))['when'];

describe('what a district calls its sources, units and stages', () => {
  it('is given as it is, however much it looks like an account', async () => {
    const past = given(registered({ ...report({}), source: 'wx_resident7' }));
    const over = { ...presenting(), maskAround: () => '〔…〕' };
    expect(await presentDemand(over, { state: past.demand })).to.include({ source: 'wx_resident7', status: past.demand.phase.status, category: past.demand.category });
  });
});

describe('when a matter happens', () => {
  it('is shown in the words, and beside them as times with their offset', async () => {
    const { facts, timeline } = await shown(told('昨晚11点', NIGHT));
    expect(facts).to.deep.include({ when: '昨晚11点', whenMeant: { from: '2026-07-05T23:00:00.000+08:00', to: '2026-07-06T00:00:00.000+08:00', dated: false } });
    expect(timeline[0]?.data).to.deep.include({ whenMeant: { from: '2026-07-05T23:00:00.000+08:00', to: '2026-07-06T00:00:00.000+08:00', dated: false } });
  });

  it('is said in letters of any day with the day that is meant', () => {
    expect(inLetters(told('昨晚11点', NIGHT))).to.equal('昨晚11点（7月5日）');
    expect(inLetters(told('last night', NIGHT), 'en')).to.equal('last night (5 Jul)');
    expect(inLetters(told())).to.equal('（未说）');
  });

  it('of a demand of before times were kept is shown in the words alone', async () => {
    expect((await shown(told('昨晚11点'))).facts).to.include({ when: '昨晚11点' }).and.not.to.have.property('whenMeant');
    expect(inLetters(told('昨晚11点'))).to.equal('昨晚11点');
    const corrected = told('昨晚11点').and(correct(resident(), 'when', '上周三'), '2026-07-06 11:00');
    expect(inLetters(corrected)).to.equal('上周三');
  });

  it('is another time, or none, when the words are put right', () => {
    const first = told('昨晚11点', NIGHT);
    const wednesday: TimeMeant = { from: at('2026-07-01 00:00'), to: at('2026-07-02 00:00'), dated: false };
    expect(inLetters(first.and({ ...correct(resident(), 'when', '上周三'), whenMeant: wednesday }, '2026-07-06 11:00'))).to.equal('上周三（7月1日）');
    expect(inLetters(first.and(correct(resident(), 'when', '记不清了'), '2026-07-06 11:00'))).to.equal('记不清了');
    expect(inLetters(first.and(correct(resident(), 'what', '两盏路灯不亮'), '2026-07-06 11:00'))).to.equal('昨晚11点（7月5日）');
  });

  it('goes with the words of whoever is erased', async () => {
    const past = told('昨晚11点', NIGHT).and({ ...correct(resident(), 'when', '昨晚十点'), whenMeant: NIGHT }, '2026-07-06 11:00');
    const { facts, timeline } = await shown(past, ['昨晚11点', '昨晚十点']);
    expect(facts).to.include({ when: ERASED }).and.not.to.have.property('whenMeant');
    for (const { data } of timeline) expect(data).not.to.have.property('whenMeant');
  });
});
