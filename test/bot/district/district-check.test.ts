import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkDistrict } from '../../../bot/district/district-check.ts';
import { districtFaultInWords } from '../../../bot/district/district-faults.ts';
import { districtFile, readMechanism, WrongDistrict } from '../../../bot/district/district-files.ts';
import { createSpeak } from '../../../locales/speak.ts';

const speak = createSpeak();

describe('checking a district\'s file', () => {
  let folder: string;
  let good: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'district-'));
    const [own, shared] = await Promise.all(['wuchang.yaml', 'common.yaml'].map((name) => readFile(districtFile(name), 'utf8')));
    good = `${(own ?? '').replace('extends: common.yaml', '')}${shared ?? ''}`;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function fileWith(...changes: readonly [string | RegExp, string][]): Promise<string> {
    const file = join(folder, 'changed.yaml');
    await writeFile(file, changes.reduce((text, [before, after]) => {
      expect(text).to.match(typeof before === 'string' ? new RegExp(before.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : before);
      return text.replace(before, after);
    }, good));
    return file;
  }

  async function faultsIn(...changes: readonly [string | RegExp, string][]): Promise<string[]> {
    const checked = checkDistrict(await fileWith(...changes));
    return checked.ok ? [] : checked.faults.map((fault) => districtFaultInWords(speak, 'en', fault));
  }

  const lineOf = (text: string) => good.slice(0, good.indexOf(text)).split('\n').length;

  it('finds nothing wrong with the one that is used', async () => expect(await faultsIn()).to.deep.equal([]));

  it('takes a name without English, which is then the district\'s own', async () => {
    const [, own = ''] = /name: \{ zh-CN: ([^,}]+), en: [^}]+ \}/.exec(good) ?? [];
    const checked = checkDistrict(await fileWith([/(name: \{ zh-CN: [^,}]+), en: [^}]+ \}/, '$1 }']));
    expect(checked.ok && JSON.stringify(checked.mechanism)).to.include(`"zh-CN":"${own}","en":"${own}"`);
  });

  it('says everything at once, by line and by name, whether it is badly written or contradicts the rest', async () => {
    const faults = await faultsIn(
      ['{ id: C, tier: district,', '{ id: C, tier: moon,'],
      ['reopenWithin: 7 days', 'reopenWithin: a week'],
      ['brake: { transfers: 3, redos: 3 }', 'brake: { transfers: three, redo: 3 }'],
      ['stillOpenMornings: 5', 'stillOpenMornings: 0'],
    );
    const brake = lineOf('brake:');
    expect(faults).to.deep.equal([
      `line ${lineOf('- { id: district, ')} (tiers.district): the tier “district” has no grade, so no demand can come to it`,
      `line ${lineOf('- { id: C, tier')} (grades.C.tier): there is no tier “moon”`,
      `line ${lineOf('stillOpenMornings')} (stillOpenMornings): too small or too few; at least 1`,
      `line ${brake} (brake.transfers): this takes a number`,
      `line ${brake} (brake.redos): this is missing`,
      `line ${brake} (brake): nothing is called “redo” here; please check the spelling`,
      `line ${lineOf('reopenWithin')} (reopenWithin): “a week” is no time limit; write it like 30 minutes, 2 hours, 1 day or 1.5 workdays`,
    ]);
  });

  it('names what may be written where only some words are possible', async () => {
    expect(await faultsIn(['dispatchers: [dispatcher, ', 'dispatchers: [Mayor, '])).to.have.length(1).and.satisfy(([one]: string[]) => /must be one of: .*grid-worker/.test(one ?? ''));
    expect(await faultsIn(['act: yellow', 'act: yelow'])).to.have.length(1).and.satisfy(([one]: string[]) => /there is no such step/.test(one ?? ''));
    expect(await faultsIn(['id: wuchang', 'id: Wuchang!'])).to.deep.equal([`line ${lineOf('id: wuchang')} (id): an id has lower-case letters, digits and hyphens only, and begins with a letter`]);
  });

  it('says where a file cannot be read, and that there is none', async () => {
    expect(await faultsIn(['unitClasses:', 'unitClasses: ]'])).to.satisfy((faults: string[]) => faults.length > 0 && /^line \d+ .*cannot be read/.test(faults[0] ?? ''));
    const none = checkDistrict(join(folder, 'nowhere.yaml'));
    expect(none.ok ? [] : none.faults.map((fault) => districtFaultInWords(speak, 'zh-CN', fault))).to.deep.equal(['整个文件：没有这个文件']);
  });

  it('stops the start, in words', async () => {
    const file = await fileWith(['reopenWithin: 7 days', 'reopenWithin: a week']);
    expect(() => readMechanism(file)).to.throw(WrongDistrict, '“a week”不是时限');
    expect(() => readMechanism(file, { speak, language: 'en' })).to.throw(WrongDistrict, '“a week” is no time limit');
  });
});
