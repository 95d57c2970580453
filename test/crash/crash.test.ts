import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { crashRun } from '../support/crash-run.ts';
import { startProduct, stopAll } from '../support/product.ts';

describe('a program that is killed', function () {
  this.timeout(240_000);
  let dataDir: string;

  beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'killed-'))));
  afterEach(async () => {
    await stopAll();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('handles every message it took exactly once, and says every letter it owes, once', async () => {
    const { accepted, faults } = await crashRun({ kills: 5, messages: 60, seed: 20_260_301 });
    expect(faults).to.deep.equal([]);
    expect(accepted).to.be.at.least(60);
  });

  it('speaks at once when it is started again', async () => {
    const first = await startProduct({ dataDir });
    const [before, after] = [(await first.client.addPerson('贺姨')).id, (await first.client.addPerson('路叔')).id];
    await first.client.says(before, '听松苑2号楼门口路灯坏了');
    await first.client.settle();
    expect((await first.client.hears(before)).length).to.be.above(1);
    await first.kill();

    const second = await startProduct({ dataDir });
    await second.client.says(after, '桐花大院3号楼水管漏水');
    await second.client.settle();
    const heard = await second.client.hears(after);
    await second.stop();
    expect(heard.map(({ text }) => text).join('\n')).to.include('已登记');
  });

  it('never goes back in time', async () => {
    const first = await startProduct({ dataDir });
    const began = new Date((await first.client.clock()).now).getTime();
    for (const name of ['甲', '乙', '丙']) await first.client.says((await first.client.addPerson(name)).id, '听松苑2号楼门口路灯坏了');
    const moving = first.client.advance('P20D').catch(() => undefined);
    let seen = began;
    while (seen < began + 24 * 3600_000) seen = new Date((await first.client.clock()).now).getTime();
    await first.kill();
    await moving;

    const second = await startProduct({ dataDir });
    const now = new Date((await second.client.clock()).now).getTime();
    await second.stop();
    expect(now).to.be.at.least(seen);
  });
});
