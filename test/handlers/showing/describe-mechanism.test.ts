import { expect } from 'chai';
import { districtFile, districtNames, readMechanism } from '../../../bot/district/district-files.ts';
import { describeMechanism } from '../../../handlers/showing/describe-mechanism.ts';
import { createSpeak } from '../../../locales/speak.ts';
import { plainCalendar, wuchang } from '../../support/rules.ts';

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

  it('says who must agree, what is asked before, who is called together and what a rating counts for', () => {
    const of = (name: string) => describeMechanism({ mechanism: readMechanism(districtFile(`${name}.yaml`)), calendar: plainCalendar }, speak, 'zh-CN', monday).join('\n');
    expect(of('chaoyang')).to.include('；吹响前要“街乡党委决定”（书记，4 小时内，到时作罢），再由“街乡政府吹哨”（调度员、领导）').and.include('其中街乡评价占 38%');
    expect(of('panlong')).to.include('可以吹：街道自己解决不了').and.include('至少 2 人').and.include('召集网格力量、党员、志愿者、小巷管家，要 3 人').and.include('报到率、配合度、专业性、担当意识，5 分制，实名');
    expect(of('shunyi')).to.include('背靠背（不到 3 家打分不显示）').and.include('其中镇街评价占 33%');
  });

  for (const name of districtNames()) {
    it(`is whole in every language for ${name}`, () => {
      const rules = { mechanism: readMechanism(districtFile(`${name}.yaml`)), calendar: plainCalendar };
      const [chinese, english] = (['zh-CN', 'en'] as const).map((language) => describeMechanism(rules, speak, language, monday));
      expect(english).to.have.length(chinese?.length ?? 0);
      for (const lines of [chinese, english]) expect(lines?.filter((line) => /district\.|\{\{|undefined/.test(line))).to.deep.equal([]);
    });
  }

  it('is whole in every language', () => {
    expect(told('en')).to.have.length(told('zh-CN').length);
    for (const language of ['zh-CN', 'en'] as const) expect(told(language).filter((line) => /district\.|\{\{|undefined/.test(line))).to.deep.equal([]);
  });
});
