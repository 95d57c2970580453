import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { misfits } from '../../../bot/district/directory-fit.ts';
import { districtFile, districtNames, readMechanism } from '../../../bot/district/district-files.ts';
import { createSpeak } from '../../../locales/speak.ts';

const words = { speak: createSpeak(), language: 'zh-CN' } as const;
const mechanismOf = (name: string) => readMechanism(districtFile(`${name}.yaml`));

describe('a directory that is to serve a mechanism', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fit-'));
    await cp(districtFile('demo'), folder, { recursive: true });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const name of districtNames()) {
    it(`is the demo's for ${name}: everybody is there to whistle, to agree and to be called`, async () => expect(await misfits(mechanismOf(name), districtFile('demo'), words)).to.deep.equal([]));
  }

  it('is told where nobody could agree, and which units nobody knows', async () => {
    const people = await readFile(join(folder, 'people.csv'), 'utf8');
    await writeFile(join(folder, 'people.csv'), people.replace('雷欣然,书记', '雷欣然,经办人'));
    expect(await misfits(mechanismOf('chaoyang'), folder, words)).to.deep.equal(['哨链“street-to-departments”：枫荷街道里没有人可以批准（书记）']);
    const units = await readFile(join(folder, 'units.csv'), 'utf8');
    await writeFile(join(folder, 'units.csv'), units.replace('区,重大项目办,u-qu', '区,moon-office,u-qu'));
    expect(await misfits(mechanismOf('panlong'), folder, words)).to.deep.equal([
      '单位“重大项目办公室”的类别“moon-office”不在机制文件的 unitClasses 里，谁也叫不到它',
      '哨链“project-to-departments”：名录里没有可以吹这条哨的单位',
    ]);
  });
});
