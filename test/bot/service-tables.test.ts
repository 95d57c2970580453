import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readDirectoryFiles } from '../../bot/district/directory-files.ts';
import { districtFile, readClassNames } from '../../bot/district/district-files.ts';
import { createDirectory } from '../../domain/directory/directory.ts';

const SERVICES = '编号,事项,俗称,方式,对象,单位,材料,地点,时间,时限,费用,链接,步骤,代办';
const TEAMS = '范围,力量,人员,单位,称呼,职责,类别';

/** The demo directory with these two tables instead of its own; none for undefined. */
async function read(services: string[] | undefined, teams: string[] | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'tables-'));
  for (const name of await readdir(districtFile('demo'))) {
    if (!['services.csv', 'teams.csv'].includes(name)) await writeFile(join(folder, name), await readFile(join(districtFile('demo'), name)));
  }
  if (services !== undefined) await writeFile(join(folder, 'services.csv'), [SERVICES, ...services].join('\n'));
  if (teams !== undefined) await writeFile(join(folder, 'teams.csv'), [TEAMS, ...teams].join('\n'));
  return readDirectoryFiles(folder, readClassNames().listed);
}

describe('the tables of services and teams', () => {
  it('may be missing', async () => {
    const result = await read(undefined, undefined);
    expect(result.ok && [result.data.services, result.data.teams]).to.deep.equal([[], []]);
  });

  it('are read in the words of a spreadsheet', async () => {
    const result = await read(['s-1,老年卡,老年证、敬老卡,免申帮你办,居民,社区@社区,身份证,一楼,工作日,当天,,,收证；送卡,否'], ['u-yxl,街巷长,p-yxl-1,,街巷长,秩序、设施,路灯照明']);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    expect(result.data.services[0]).to.deep.include({ way: 'for-you', audience: ['resident'], unit: 'community@community', steps: ['收证', '送卡'], onBehalf: false });
    expect(result.data.teams[0]).to.deep.include({ force: 'street-chief', categories: ['street-lighting'], duties: ['秩序', '设施'] });
  });

  it('have all their faults told at once', async () => {
    const result = await read(
      ['s-1,老年卡,,免申帮你办,,社区@社区,,,,当天,,,,', 's-1,老年证,,网上办,,u-none,,,,当天,,ftp://x,,也许', 's-2,老年卡,,现场一次办,,局@区,,一楼,,,,,,'],
      ['u-none,街巷长,p-none,,,,', 'u-yxl,街巷长,,,,,', 'g-yxl-1,街巷长,p-yxl-1,,,,月亮'],
    );
    const faults = result.ok ? [] : result.faults.map(({ file, row, column, code }) => `${file} ${row} ${column} ${code}`);
    expect(faults).to.include.members(['services.csv 2 地点 missing-value', 'services.csv 3 链接 invalid-value', 'services.csv 3 代办 invalid-value', 'services.csv 4 时限 missing-value', 'teams.csv 3 人员 missing-value']);
    const again = await read(['s-1,老年卡,,免申帮你办,,局@区,,一楼,,当天,,,,', 's-1,老年卡,,网上办,,u-none,,一楼,,当天,,,,'], ['u-none,街巷长,p-none,,,,', 'g-yxl-1,街巷长,p-yxl-1,,,,moon']);
    const later = again.ok ? [] : again.faults.map(({ file, row, column, code }) => `${file} ${row} ${column} ${code}`);
    expect(later).to.have.members([
      'services.csv 3 编号 duplicate-id',
      'services.csv 3 事项 duplicate-name',
      'services.csv 3 单位 unknown-reference',
      'services.csv 2 单位 unknown-unit-words',
      'teams.csv 2 范围 unknown-reference',
      'teams.csv 2 人员 unknown-reference',
      'teams.csv 3 类别 unknown-category',
    ]);
  });

  it('give a grid its own first, then those of its community and further up', async () => {
    const result = await read([], ['u-qu,行政服务,,民生办@街道,,救助,', 'u-yxl,党群力量,p-yxl-1,,书记,,', 'g-yxl-1,居民单位,p-yxl1-v,,志愿者,,', 'g-yxl-2,居民单位,p-yxl2-v,,志愿者,,']);
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    const team = createDirectory(result.data).teamAt('g-yxl-1');
    expect(team.map(({ force, person, unit }) => [force, person?.id, unit?.id])).to.deep.equal([['residents', 'p-yxl1-v', undefined], ['party-mass', 'p-yxl-1', 'u-yxl'], ['administrative', undefined, 'u-feng-ms']]);
  });
});
