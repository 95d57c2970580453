import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'chai';
import { chat } from '../../scripts/say/chat.ts';
import { startInProcess, stopAll, type Product } from '../support/product.ts';

describe('npm run say', function () {
  this.timeout(60_000);
  let product: Product;

  before(async () => void (product = await startInProcess()));
  after(stopAll);

  const typing = async (lines: readonly string[], as?: string) => {
    const shown: string[] = [];
    await chat({ url: product.url, as, language: 'zh-CN', lines: typed(lines), write: (line) => shown.push(line) });
    return shown.join('\n');
  };

  it('says what is typed and shows the answer before it ends', async () => {
    const { id } = await product.client.addPerson('贺姨');
    const shown = await typing(['听松苑2号楼门口路灯坏了'], id);
    expect(shown).to.include(`贺姨（${id}，居民）`).and.to.include('哨子：【已登记】');
  });

  it('becomes somebody else, and goes into a group', async () => {
    const [room] = await product.client.rooms();
    const member = room?.people[0] ?? '';
    const shown = await typing([`/as ${member}`, `/room ${room?.id ?? ''}`, '今天天气不错', '/as nobody', '/room nowhere']);
    expect(shown).to.include(`在群“${room?.name ?? ''}”里`).and.to.include('没有编号为 nobody 的人').and.to.include('没有编号为 nowhere 的群');
    expect((await product.client.messages({ room: room?.id ?? '' })).map(({ from, text }) => [from, text])).to.deep.include([member, '今天天气不错']);
  });

  it('moves the clock, and lists who there is', async () => {
    const before = new Date((await product.client.clock()).now).getTime();
    const shown = await typing(['/people', '/rooms', '/clock PT2H', '/clock soon', '/dance']);
    expect(new Date((await product.client.clock()).now).getTime()).to.be.at.least(before + 2 * 3600_000);
    expect(shown).to.include('网格员').and.to.include('现在是').and.to.include('没能做到').and.to.include('没有“/dance”这个命令');
  });

  it('ends by itself when its input ends', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/say.ts', '--url', product.url, '--lang', 'en'], { cwd: join(import.meta.dirname, '../..') });
    let shown = '';
    child.stdout.on('data', (part: Buffer) => void (shown += part.toString()));
    child.stdin.end('/help\n');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect([code, shown]).to.satisfy(([ended, text]: [number, string]) => ended === 0 && text.includes('Ctrl-D leaves') && text.includes('/clock PT2H moves the clock'));
  });

  it('says so when no program answers', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/say.ts', '--url', 'http://127.0.0.1:1'], { cwd: join(import.meta.dirname, '../..') });
    let said = '';
    child.stderr.on('data', (part: Buffer) => void (said += part.toString()));
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).to.equal(1);
    expect(said).to.include('没有应答');
  });
});

async function* typed(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield await Promise.resolve(line);
}
