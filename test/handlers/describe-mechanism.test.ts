import { expect } from 'chai';
import { describeMechanism } from '../../handlers/describe-mechanism.ts';
import { createSpeak } from '../../locales/speak.ts';
import { wuchang } from '../support/rules.ts';

const speak = createSpeak();
const monday = new Date('2026-11-23T10:00:00+08:00');

describe('a mechanism told in words', () => {
  const told = (language: 'zh-CN' | 'en') => describeMechanism(wuchang, speak, language, monday);

  it('says who has how long, who may call whom, and how', () => {
    expect(told('zh-CN')).to.include.members([
      '武昌区 · 民呼我应（wuchang，第 1 版）',
      '  社区（A级）：1 个工作日内接单，3 个工作日内办结',
      '  区提请市级部门：区级 → 市直部门（一次只叫一个）',
    ]);
    expect(told('en')).to.include('  Urgent: report in within 30 minutes, first feedback within 2 hours, done within 1 day, 1 day more once; sounds at night and on rest days too');
    expect(told('en').find((line) => line.includes('handles nothing itself'))).to.match(/^ {2}City \(grade D\)/);
  });

  it('gives the days and hours of an example', () => {
    const lines = told('en');
    const at = lines.indexOf('  Daily, reporting in (2 workdays, due Wed 25 Nov 10:00)');
    expect(lines.slice(at + 1, at + 4)).to.deep.equal(['    Tue 24 Nov 10:00: reminder, 50% used', '    Tue 24 Nov 10:00: yellow card', '    Tue 24 Nov 15:24: reminder, 80% used']);
  });

  it('is whole in every language', () => {
    expect(told('en')).to.have.length(told('zh-CN').length);
    for (const language of ['zh-CN', 'en'] as const) expect(told(language).filter((line) => /district\.|\{\{|undefined/.test(line))).to.deep.equal([]);
  });
});
