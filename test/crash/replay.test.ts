import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startInProcess, startProduct, stopAll } from '../support/product.ts';

describe('a message that comes again', function () {
  this.timeout(240_000);
  let dataDir: string;

  beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'again-'))));
  afterEach(async () => {
    await stopAll();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('makes one demand and one answer, though it came three times', async () => {
    const first = await startProduct({ dataDir });
    const { id } = await first.client.addPerson('孟姐');
    await first.client.says(id, '听松苑6号楼井盖松动');
    await first.client.says(id, '谢谢');
    await first.client.settle();
    const heard = await first.client.messages({ person: id });
    await first.kill();

    for (let restarts = 0; restarts < 2; restarts++) {
      const again = await startInProcess({ dataDir });
      await again.client.settle();
      expect(await again.client.messages({ person: id })).to.deep.equal(heard);
      expect((await again.client.demands()).items).to.have.length(1);
      await again.stop();
    }
  });

  it('is still known when its words were dropped long ago', async () => {
    const first = await startInProcess({ dataDir });
    const { id } = await first.client.addPerson('孟姐');
    await first.client.says(id, '听松苑6号楼井盖松动');
    await first.client.says(id, '你好');
    await first.client.settle();
    await first.client.advance('P45D');
    const heard = await first.client.messages({ person: id });
    await first.stop();

    const second = await startInProcess({ dataDir });
    await second.client.settle();
    expect(await second.client.messages({ person: id })).to.deep.equal(heard);
    expect((await second.client.demands()).items).to.have.length(1);
    await second.stop();
  });
});
