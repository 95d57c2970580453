import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { startInProcess, stopAll, type Product } from '../../support/product.ts';

describe('an answer whose effect was kept, and the program ended', function () {
  this.timeout(60_000);
  let dataDir: string;

  beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'acted-'))));
  afterEach(async () => {
    await stopAll();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is not taken for a new matter when it is taken up again', async () => {
    const first = await startInProcess({ dataDir });
    const { id, no } = await dissatisfied(first);
    const words = '听松苑2号楼门口路灯还是不亮，根本没人来过';
    const said = await first.client.says(id, words);
    await first.client.settle();
    const before = await first.client.messages({ person: id });
    expect((await first.client.demands()).items.map((one) => one.id)).to.deep.equal([no]);
    await first.stop();

    await unhandle(dataDir, `sandbox:${said}`);
    const second = await startInProcess({ dataDir });
    await second.client.settle();
    expect((await second.client.demands()).items.map((one) => one.id)).to.deep.equal([no]);
    expect(await second.client.messages({ person: id })).to.deep.equal(before);
    await second.stop();
  });
});

/** A resident whose demand was done, and who has just said that it was not, without a reason. */
async function dissatisfied({ client }: Product): Promise<{ id: string; no: string }> {
  const { id } = await client.addPerson('贺姨');
  await client.says(id, '听松苑2号楼门口路灯坏了');
  await client.settle();
  const no = (await client.demands()).items[0]?.id ?? '';
  await client.command(no, { type: 'take' });
  await client.command(no, { type: 'finish', result: '换了灯泡' });
  await client.advance('PT3H');
  for (const answer of ['1', '1', '3']) {
    await client.says(id, answer);
    await client.settle();
  }
  return { id, no };
}

/** As if the process had ended between the effect and the note that the message was handled. */
async function unhandle(dataDir: string, id: string): Promise<void> {
  const file = join(dataDir, 'inbox.db');
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const handled = lines.findLastIndex((line) => line.startsWith(`{"_id":"${id}"`));
  expect(lines[handled]).to.include('handledAt');
  await writeFile(file, `${lines.filter((_, nth) => nth !== handled).join('\n')}\n`);
}
