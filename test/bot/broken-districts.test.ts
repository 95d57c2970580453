import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkDistrict } from '../../bot/district/district-check.ts';
import { districtFaultInWords } from '../../bot/district/district-faults.ts';
import { districtFile } from '../../bot/district/district-files.ts';
import { createSpeak } from '../../locales/speak.ts';

type Change = readonly [from: string, to: string];

/** What somebody may get wrong: in which district's file, by which change, and what is said to it. */
const SHEET: Readonly<Record<string, { readonly in: string; readonly change: readonly Change[]; readonly says: readonly string[] }>> = {
  'a chain from a tier that is none': { in: 'shunyi', change: [['caller: { tiers: [community], classes: [community] }', 'caller: { tiers: [village], classes: [community] }']], says: ['没有“village”这个层级'] },
  'a chain that begins where nobody works': { in: 'chaoyang', change: [['caller: { tiers: [street], classes: [street] }', 'caller: { tiers: [city], classes: [city] }']], says: ['哨链“street-to-departments”的呼叫方所在层级自身不办事'] },
  'a chain to a class that is none': { in: 'panlong', change: [['callee: { classes: [branch], own: true }', 'callee: { classes: [party], own: true }']], says: ['没有“party”这个单位类别', '哨链“community-to-members”一个单位也叫不到'] },
  'an approval nobody can give': { in: 'guandu', change: [['roles: [secretary]\n      decide', 'roles: [resident, volunteer]\n      decide']], says: ['哨链“street-secretary”要批准，可这些角色都不在单位里', '哨链“community-secretary”要批准'] },
  'an agreed whistle nobody can sound': { in: 'chaoyang', change: [['roles: [dispatcher, leader], within', 'roles: [member], within']], says: ['批准后，这些角色都不在单位里'] },
  'an approval by the tier above the top': { in: 'chaoyang', change: [['caller: { tiers: [street], classes: [street] }', 'caller: { tiers: [city], classes: [city] }'], ['passed: lapses', 'passed: above']], says: ['自身不办事', '到时报上一级，可“city”上面没有层级了'] },
  'an approval that takes longer than the emergency': { in: 'guandu', change: [['      urgent: after', '      urgent: before']], says: ['批的时限比“emergency-whistle”的报到时限还长', '批的时限比“emergency-whistle”的报到时限还长'] },
  'a name to call persons by that stands for nobody': { in: 'guandu', change: [[', forces: [building-head] }', ' }']], says: ['chains'] },
  'agreement to a call to persons, which nobody would be asked for': { in: 'shunyi', change: [['    pool: { words: [党员]', '    approval: { name: { zh-CN: 批准, en: Approval }, roles: [secretary], decide: { limit: 4 hours, ladder: answer }, passed: lapses }\n    pool: { words: [党员]']], says: ['哨链“branch-to-members”召集的是人，召集马上发出'] },
  'agreement to a request to a tier above, which nobody would be asked for': { in: 'chaoyang', change: [['  - id: district-to-city\n', '  - id: district-to-city\n    approval: { name: { zh-CN: 批准, en: Approval }, roles: [secretary], decide: { limit: 4 hours, ladder: answer }, passed: lapses }\n']], says: ['哨链“district-to-city”用来向“city”提请，提请马上发出'] },
  'too few people for a call': { in: 'shunyi', change: [['wanted: 3, most: 20', 'wanted: 30, most: 20']], says: ['要 30 人，却最多只叫 20 人'] },
  'a kind that is never admitted': { in: 'panlong', change: [['chains: [street-to-departments]\n  cases:', 'cases:'], ['units: 2 }', 'units: 2, kinds: [tough] }'], ['duties: [organises, assists, not, unlisted] }', 'kinds: [tough, urgent] }']], says: ['哪一种准入情形都不许“daily”'] },
  'admission for a chain or kind that is none': { in: 'panlong', change: [['chains: [street-to-departments]\n', 'chains: [street-to-moon]\n'], ['units: 2 }', 'units: 2, kinds: [loud] }']], says: ['没有“street-to-moon”这条哨链', '没有“loud”这种哨型'] },
  'a band upside down': { in: 'panlong', change: [['low: 5, high: 40', 'low: 50, high: 40']], says: ['下限 50 比上限 40 还高'] },
  'a kind meant for matters that are none': { in: 'panlong', change: [['classes: [traffic-order, parking,', 'classes: [traffic-jams, parking,']], says: ['诉求类别里没有“traffic-jams”'] },
  'a team or list of units that are none': { in: 'shunyi', change: [['jointTeams: { classes: [enforcement-centre] }', 'jointTeams: { classes: [enforcers] }'], ['en: Community access list }, classes: [community]', 'en: Community access list }, classes: [hamlet]']], says: ['没有“enforcers”这个单位类别', '没有“hamlet”这个单位类别'] },
  'limits that contradict': { in: 'guandu', change: [['finish: { limit: 7 workdays, ladder: daily }', 'finish: { limit: 2 workdays, ladder: daily }']], says: ['finish 的时限比 feedback 的还短'] },
  'a ladder that is none': { in: 'guandu', change: [['vote: { limit: 2 days, ladder: half }', 'vote: { limit: 2 days, ladder: third }']], says: ['没有“third”这个提醒阶梯'] },
  'weights that do not add up': { in: 'chaoyang', change: [['weight: 0.85', 'weight: 0.95']], says: ['“departments”的权重加起来是 1.1，应该是 1'] },
  'a share of an indicator that is none': { in: 'chaoyang', change: [['share: { indicator: streets, weight: 0.38 }', 'share: { indicator: alleys, weight: 0.38 }']], says: ['没有“alleys”这个指标'] },
  'a resource of a tier that is none': { in: 'guandu', change: [['decideTier: street', 'decideTier: alley']], says: ['没有“alley”这个层级'] },
  'a service of a source that is none': { in: 'panlong', change: [['source: on-behalf', 'source: counter']], says: ['没有“counter”这个来源'] },
  'a step that begins with nothing known': { in: 'chaoyang', change: [['when: [approval-asked]', 'when: [asked]']], says: ['只能是其中之一：incomplete'] },
  'a tier nobody can come to': { in: 'shunyi', change: [['  - { id: 三, tier: district, name: { zh-CN: 区级解决, en: solved by the district }, short: { zh-CN: 三, en: \'3\' } }\n', '']], says: ['层级“district”没有对应的分级'] },
  'an id written twice': { in: 'guandu', change: [['- { id: hotline,', '- { id: patrol,']], says: ['“patrol”写了两遍'] },
  'a file to extend that is not there': { in: 'shunyi', change: [['extends: common.yaml', 'extends: usual.yaml']], says: ['这里说沿用 usual.yaml，旁边没有这个文件'] },
  'a part that neither file has': { in: 'shunyi', change: [['rateCallees:', 'rateCalled:']], says: ['没有“rateCalled”这样的项', '这一项没有写'] },
};

describe('a district\'s file with something wrong', () => {
  const speak = createSpeak();
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broken-'));
    for (const name of ['common', 'shunyi', 'guandu', 'chaoyang', 'panlong']) await cp(districtFile(`${name}.yaml`), join(folder, `${name}.yaml`));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const faultsOf = (file: string) => {
    const checked = checkDistrict(file);
    return checked.ok ? [] : checked.faults.map((fault) => districtFaultInWords(speak, 'zh-CN', fault));
  };
  const changed = async (name: string, changes: readonly Change[]) => {
    const text = await readFile(join(folder, `${name}.yaml`), 'utf8');
    for (const [from] of changes) expect(text).to.include(from);
    const file = join(folder, 'changed.yaml');
    await writeFile(file, changes.reduce((all, [from, to]) => all.replace(from, to), text));
    return file;
  };

  for (const [what, { in: name, change, says }] of Object.entries(SHEET)) {
    it(`says so of ${what}`, async () => {
      const faults = faultsOf(await changed(name, change));
      expect(faults.length, faults.join('\n')).to.equal(says.length);
      says.forEach((sentence) => expect(faults.some((fault) => fault.includes(sentence)), `${sentence}\n${faults.join('\n')}`).to.be.true);
      expect(faults.every((fault) => /第 \d+ 行|：这一项没有写|整个文件/.test(fault)), faults.join('\n')).to.be.true;
    });
  }

  it('names the common file where the fault is in there', async () => {
    const common = join(folder, 'common.yaml');
    const text = await readFile(common, 'utf8');
    await writeFile(common, text.replace('reopens: 2', 'reopens: twice'));
    expect(faultsOf(join(folder, 'shunyi.yaml'))).to.satisfy((faults: string[]) => faults.length === 1 && /^common\.yaml 第 \d+ 行（revisit\.reopens）/.test(faults[0] ?? ''));
    await writeFile(common, `extends: shunyi.yaml\n${text}`);
    expect(faultsOf(join(folder, 'shunyi.yaml'))).to.satisfy((faults: string[]) => faults.length === 1 && faults[0]?.includes('只能沿用一层') === true);
    await writeFile(common, text);
  });

  it('takes of a group only what the district writes itself, and lists as a whole', async () => {
    const checked = checkDistrict(await changed('shunyi', [['# 环节：', 'brake: { redos: 5 }\n\n# 环节：']]));
    if (!checked.ok) throw new Error('refused');
    expect([checked.mechanism.brake, checked.mechanism.kinds.length]).to.deep.equal([{ transfers: 3, redos: 5 }, 3]);
  });
});
