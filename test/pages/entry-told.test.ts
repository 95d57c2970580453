import { expect } from 'chai';
import { entryTold } from '../../web/pages/console/entry-told.ts';
import { en } from '../../web/pages/locales/console/en.ts';
import { zhCN } from '../../web/pages/locales/console/zh-CN.ts';
import { createLocaleOf } from '../../web/pages/locales/locale-of.ts';

const nowhere = { getItem: () => null, setItem: () => undefined } as unknown as Storage;
const UNITS: Readonly<Record<string, string>> = { street: '枫荷街道', water: '水务局', parks: '园林局', urban: '城管办' };
const NAMES: Readonly<Record<string, string>> = { 'kinds daily': '日常', 'classes noise': '噪音' };
const told = (data: Record<string, unknown>) => entryTold({ locale: createLocaleOf({ 'zh-CN': zhCN, en }, nowhere, ['zh-CN']), unitName: (id) => UNITS[id] ?? id, nameOf: (list, id) => NAMES[`${list} ${id}`] ?? id }, { data });

describe('an entry of the timeline', () => {
  const entries: readonly (readonly [string, Record<string, unknown>, readonly string[]])[] = [
    ['whom a whistle calls, and how', { whistle: { kind: 'daily', callees: [{ unit: 'water', role: 'lead' }, { unit: 'parks', role: 'assist' }] } }, ['日常 · 水务局 · 园林局']],
    ['what waits to be agreed to', { request: { id: 'r1', kind: 'daily', called: [{ unit: 'water', role: 'lead' }] } }, ['日常 · 水务局']],
    ['what is told to the units', { whistle: { kind: 'daily', callees: [{ unit: 'water' }], note: '带上吸污车' } }, ['日常 · 水务局', '带上吸污车']],
    ['from which unit to which it goes', { from: 'street', assignment: { holder: 'urban', tier: 'street' } }, ['枫荷街道 → 城管办']],
    ['why it went up', { from: 'urban', reason: '要换管子', assignment: { holder: 'street' } }, ['城管办 → 枫荷街道', '要换管子']],
    ['who pressed whom for what', { from: 'street', unit: 'water', step: 'report-in', due: '2026-07-08T09:00:00+08:00' }, ['枫荷街道 → 水务局', '报到，7月8日 09:00到期']],
    ['what is proposed', { unit: 'street', lead: 'water', assists: ['parks'], note: '先抽水' }, ['枫荷街道 · 水务局 · 园林局', '先抽水']],
    ['of which whistle it is, but not its id', { whistle: 'w1', unit: 'water', words: '在路上' }, ['水务局', '在路上']],
    ['class and place', { category: 'noise', place: { name: '银杏花园4号楼' } }, ['银杏花园4号楼 · 噪音']],
    ['what was answered, and why', { no: '10001', answers: { solved: 'partly', satisfied: 'dissatisfied' }, reason: '只修了一半' }, ['部分解决 · 不满意', '只修了一半']],
    ['which marks were given', { callee: 'water', rating: { marks: { speed: 5, result: 4 } } }, ['水务局', '5 4']],
    ['what was decided', { unit: 'water', granted: false }, ['水务局', '不同意']],
    ['whether an objection stands', { unit: 'water', upheld: true }, ['水务局', '成立']],
    ['into which it was merged', { into: '10002' }, ['10002']],
    ['nothing of what has another shape than is known', { unit: 7, answers: 'yes', place: null, whistle: { kind: 1 } }, []],
  ];
  for (const [what, data, lines] of entries) it(`says ${what}`, () => expect(told(data)).to.deep.equal(lines));
});
