import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { aPlay } from '../support/play.ts';
import { runScript } from '../support/run-script.ts';

describe('下派人员日常评价', () => {
  const play = aPlay({}, { DISTRICT: 'chaoyang' });
  const dispatcher = play.person('p-feng-3');
  const other = play.person('p-chao-3');
  const clerk = play.person('p-feng-cg-1');
  let folder = '';
  let today = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scores-'));
    today = new Date(Date.parse((await play.product().client.clock()).now) + 8 * 3600_000).toISOString().slice(0, 10);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const month = () => today.slice(0, 7);
  const token = () => ({ authorization: `Bearer ${play.product().adminToken}` });
  const cases = async (unit: string, period = month()) => {
    const answer = await fetch(`${play.product().url}/api/assessments/${period}/${unit}/cases?indicator=officers`, { headers: token() });
    return ((await answer.json()) as { items: { because: string; marks: Record<string, number>; reason: string; counted: boolean }[] }).items;
  };
  const send = async (...lines: readonly string[]) => {
    const file = join(folder, 'scores.csv');
    await writeFile(file, `对象,评价,分数,理由,日期\n${lines.join('\n')}\n`);
    return runScript('assess', [month(), '--scores', file, '--url', play.product().url, '--token', play.product().adminToken]);
  };

  it('街道给派到自己这里的人打分，算在派出部门头上', async () => {
    (await dispatcher.says(`打分 ${today} 何守义 日常 4 巡查到位`)).hears([`已记：${today} 何守义 下派人员日常评价 4`]);
    expect((await cases('u-ga')).map(({ because, marks, reason }) => [because, marks, reason])).to.deep.equal([['marks', { score: 4 }, '巡查到位']]);
  });

  it('只有派去的那个街道、只有管调度的人能打；不是派来的、没到的日子打不了', async () => {
    (await other.says(`打分 ${today} 何守义 日常 1 不好`)).hears(/没有|找不到|不是/);
    (await clerk.says(`打分 ${today} 何守义 日常 1 不好`)).hears(/不由|不能|没有/);
    (await dispatcher.says(`打分 ${today} 尹文婷 日常 5 很好`)).hears(/没有|找不到|不是/);
    (await dispatcher.says(`打分 2099-01-05 何守义 日常 5 很好`)).hears('还没开始');
    (await dispatcher.says(`打分 ${month()} 何守义 日常 5 很好`)).hears(/打分/);
    (await dispatcher.says(`打分 ${today} 何守义 日常 6 很好`)).hears('0 到 5');
    (await dispatcher.says(`打分 ${today} 何守义 日常 5`)).hears('理由');
    expect(await cases('u-ga')).to.have.length(1);
  });

  it('同一天再打是更正，第二天是另一次', async () => {
    (await dispatcher.says(`打分 ${today} 何守义 日常 2 下午没到岗`)).hears('已记');
    await play.advance('P1D');
    const next = new Date(Date.parse(today) + 24 * 3600_000).toISOString().slice(0, 10);
    (await dispatcher.says(`打分 ${next} 何守义 日常 5 处置及时`)).hearsAmongOthers('已记');
    const all = next.startsWith(month()) ? await cases('u-ga') : [...(await cases('u-ga')), ...(await cases('u-ga', next.slice(0, 7)))];
    expect(all.map(({ counted, marks }) => [counted, marks['score']])).to.deep.equal([[false, 4], [true, 2], [true, 5]]);
  });

  it('一张表也能录：派到哪里就算哪个街道打的，没录进去的行说明为什么', async () => {
    const { code, said } = await send(`何守义,日常,3,走访少,${today}`, `梁志强,日常,4,巡查到位,${today}`, `没有的人,日常,3,走访少,${today}`, '', '水务局,夸奖,3,走访少');
    expect(code).to.equal(1);
    for (const part of ['第 4 行没有录入', '第 6 行没有录入', '录入 2 条，共 4 条']) expect(said).to.include(part);
    const given = (await cases('u-ga')).map(({ marks }) => marks['score']);
    expect(given).to.include.members([3, 4]);
  });

  it('写得不对的表一条也不录，说出是哪一行', async () => {
    const before = await cases('u-ga');
    const { code, said } = await send(`何守义,日常,3,走访少,${today}`, `何守义,日常,三分,走访少,${today}`, `何守义,日常,3,,${today}`);
    expect(code).to.equal(1);
    expect(said).to.include('第 3 行没有录入').and.include('第 4 行没有录入').and.not.include('第 2 行');
    expect(await cases('u-ga')).to.deep.equal(before);
  });

  it('导出的表里派出部门有这一项', async () => {
    const csv = await runScript('assess', [month(), '--out', join(folder, 'out.csv'), '--url', play.product().url, '--token', play.product().adminToken]);
    expect(csv.said).to.include('已写入');
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).to.match(/下派人员日常评价/).and.include('公安分局');
  });
});
