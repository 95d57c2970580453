import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { replayTexts } from '../../scripts/replay/replay-texts.ts';
import { textsOf } from '../../scripts/replay/texts-of.ts';
import { startInProcess, stopAll, type Product } from '../support/product.ts';

describe('npm run replay', function () {
  this.timeout(60_000);
  let product: Product;

  before(async () => void (product = await startInProcess({ env: { JOIN_WINDOW_MS: '0' } })));
  after(stopAll);

  it('tells what became of each text', async () => {
    const texts = ['听松苑2号楼门口路灯坏了', '路灯坏了，一直没人修', '谢谢', '桐花大院3号楼水管漏水'];
    const { items } = await replayTexts(product.url, texts);
    expect(items.map(({ text, outcome }) => `${outcome}: ${text}`)).to.deep.equal([
      'registered: 听松苑2号楼门口路灯坏了',
      'asked: 路灯坏了，一直没人修',
      'refused: 谢谢',
      'registered: 桐花大院3号楼水管漏水',
    ]);
  });

  it('counts what the program does not take as failed', async () => {
    const { items } = await replayTexts(product.url, ['   ', '字'.repeat(20_001)]);
    expect(items.map(({ outcome }) => outcome)).to.deep.equal(['failed', 'failed']);
  });

  it('takes the field asked for, or the first that is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'replay-'));
    const file = join(folder, 'lines.jsonl');
    await writeFile(file, `${[{ title: '路灯', detail: '坏了' }, { text: '井盖' }, { other: 1 }].map((line) => JSON.stringify(line)).join('\n')}\n`);
    expect([textsOf(file), textsOf(file, 'detail')]).to.deep.equal([['路灯', '井盖'], ['坏了']]);
    await rm(folder, { recursive: true });
  });
});
