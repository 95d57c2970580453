import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { districtFile } from '../../bot/district/district-files.ts';
import { startInProcess, type Product } from '../support/product.ts';

const Assigned = z.object({ assignment: z.object({ clocks: z.array(z.object({ kind: z.string(), from: z.string(), due: z.string() })) }) });

describe('a district\'s file that is changed while demands are under way', () => {
  let folder: string;
  let file: string;
  let running: Product | undefined;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'versions-'));
    file = join(folder, 'wuchang.yaml');
    await copyFile(districtFile('common.yaml'), join(folder, 'common.yaml'));
    await copyFile(districtFile('wuchang.yaml'), file);
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const start = async () => (running = await startInProcess({ dataDir: join(folder, 'data'), env: { DISTRICT: file } }));
  const change = async (...changes: readonly [string, string][]) => {
    const text = await readFile(file, 'utf8');
    for (const [from] of changes) expect(text).to.include(from);
    await writeFile(file, changes.reduce((all, [from, to]) => all.replace(from, to), text));
  };
  const raise = async (text: string, by: string) => {
    const { client } = running!;
    await client.post({ from: by, text });
    await client.settle();
    return (await client.demands({ limit: '1' })).items[0]!.id;
  };
  /** How many hours the take-up of a demand may last that a community has just got, on any day. */
  const hoursToTakeUp = async (no: string) => {
    const demand = await running!.client.demand(no);
    const clocks = demand.timeline.flatMap(({ data }) => Assigned.safeParse(data).data?.assignment.clocks ?? []);
    const last = clocks.findLast(({ kind }) => kind === 'take-up')!;
    return (Date.parse(last.due) - Date.parse(last.from)) / 3600_000;
  };

  it('lets those under way go on as they began, and new ones by the new file, after a restart', async () => {
    await start();
    const old = await raise('银杏花园2号楼楼下垃圾桶满了三天没人清', 'p-yxl1-1');
    expect((await running!.client.demand(old)).mechanism).to.deep.equal({ id: 'wuchang', version: 1 });
    await running!.stop();

    await change(['version: 1', 'version: 2'], ['takeUp: { limit: 1 workday, ladder: daily }, solve: { limit: 5 workdays', 'takeUp: { limit: 30 minutes, ladder: urgent }, solve: { limit: 5 workdays'], ['zh-CN: 民呼,', 'zh-CN: 听民声,']);
    await start();
    const fresh = await raise('银杏花园6号楼垃圾房的门坏了', 'p-yxl1-2');
    for (const no of [old, fresh]) await running!.client.post({ from: 'p-yxl1-w', text: `上呼 ${no} 社区没有经费` });
    await running!.client.settle();

    const [before, after] = await Promise.all([running!.client.demand(old), running!.client.demand(fresh)]);
    expect([before.mechanism.version, before.tier, before.stages?.[0]?.name]).to.deep.equal([1, 'street', '民呼']);
    expect([after.mechanism.version, after.tier, after.stages?.[0]?.name]).to.deep.equal([2, 'street', '听民声']);
    for (const [no, by, step] of [[old, 'p-yxl1-1', '民呼'], [fresh, 'p-yxl1-2', '听民声']] as const) {
      await running!.client.post({ from: by, text: `进度 ${no}` });
      await running!.client.settle();
      expect((await running!.client.hears(by)).at(-1)?.text).to.include(`步骤 1/4：${step}`);
    }
    expect(await hoursToTakeUp(old)).to.be.greaterThan(8);
    expect(await hoursToTakeUp(fresh)).to.equal(0.5);
  });

  it('may be put back to a version used before, and still knows the newer one', async () => {
    await change(['version: 2', 'version: 1'], ['takeUp: { limit: 30 minutes, ladder: urgent }, solve: { limit: 5 workdays', 'takeUp: { limit: 1 workday, ladder: daily }, solve: { limit: 5 workdays'], ['zh-CN: 听民声,', 'zh-CN: 民呼,']);
    await start();
    const { items } = await running!.client.demands({ limit: '10' });
    expect(items.map(({ mechanism, stages }) => [mechanism.version, stages?.[0]?.name])).to.deep.equal([[2, '听民声'], [1, '民呼']]);
  });

  it('must say a new version', async () => {
    await change(['zh-CN: 民呼,', 'zh-CN: 民声,']);
    await start().then(() => expect.fail('started'), (error: unknown) => expect(String(error)).to.include('version 加 1'));
  });

  it('does not take over the data of another district', async () => {
    await change(['id: wuchang', 'id: elsewhere']);
    await start().then(() => expect.fail('started'), (error: unknown) => expect(String(error)).to.include('“wuchang”开始的，不能再用“elsewhere”'));
  });

  it('must know the classes of the units in the directory', async () => {
    const env = { DISTRICT: join(import.meta.dirname, 'two-tiers.yaml') };
    await startInProcess({ dataDir: join(folder, 'other'), env }).then(() => expect.fail('started'), (error: unknown) => expect(String(error)).to.include('单位“城市管理局”的类别“department”不在'));
  });

  it('is asked for by a name that there is, or by the way to it', async () => {
    const start = startInProcess({ dataDir: join(folder, 'none'), env: { DISTRICT: 'pangling' } });
    await start.then(() => expect.fail('started'), (error: unknown) => expect(String(error)).to.match(/没有“pangling”这个区的文件。现有：.*wuchang/));
    const lost = startInProcess({ dataDir: join(folder, 'none'), env: { DISTRICT: join(folder, 'lost.yaml') } });
    await lost.then(() => expect.fail('started'), (error: unknown) => expect(String(error)).to.include('lost.yaml”这个文件'));
  });
});
