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

  it('is not taken for the answer to an older question when it is taken up again', async () => {
    const first = await startInProcess({ dataDir });
    const { id, nos } = await askedTwice(first);
    const said = await first.client.says(id, '满意');
    await first.client.settle();
    const before = await first.client.messages({ person: id });
    await first.stop();

    await unhandle(dataDir, `sandbox:${said}`);
    const second = await startInProcess({ dataDir });
    await second.client.settle();
    expect(await second.client.messages({ person: id })).to.deep.equal(before);
    const demands = await Promise.all(nos.map((no) => second.client.demand(no)));
    expect(demands.flatMap(({ ratings }) => ratings)).to.have.length(1);
  });
});

/** A resident who was asked about two demands and has answered neither. */
async function askedTwice({ client }: Product): Promise<{ id: string; nos: string[] }> {
  const { id } = await client.addPerson('贺姨');
  for (const words of ['听松苑2号楼门口路灯坏了', '桐花大院3号楼水管漏水']) {
    await client.says(id, words);
    await client.settle();
  }
  const nos = (await client.demands()).items.map((one) => one.id);
  for (const no of nos) {
    await client.command(no, { type: 'take' });
    await client.command(no, { type: 'finish', result: '修好了' });
  }
  await client.advance('P2D');
  const asked = (await client.messages({ person: id })).filter(({ text }) => text.includes('想听听您的评价'));
  expect(asked).to.have.length(2);
  return { id, nos };
}

/** As if the process had ended between the effect and the note that the message was handled. */
async function unhandle(dataDir: string, id: string): Promise<void> {
  const file = join(dataDir, 'inbox.db');
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const handled = lines.findLastIndex((line) => line.startsWith(`{"_id":"${id}"`));
  expect(lines[handled]).to.include('handledAt');
  await writeFile(file, `${lines.filter((_, nth) => nth !== handled).join('\n')}\n`);
}
