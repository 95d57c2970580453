import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';

const ROOT = join(import.meta.dirname, '../..');

/** What one of the programs for JSON lines makes of its input, as its first users would run it. */
async function run(program: string, input: string, zone = 'UTC') {
  const child = spawn(process.execPath, ['--import', 'tsx', join('scripts', `${program}.ts`)], { cwd: ROOT, env: { ...process.env, TZ: zone } });
  child.stdin.end(input);
  const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), new Promise((ended) => child.on('close', ended))]);
  return { lines: out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>), error, code };
}

describe('understand, similar and address', () => {
  it('take what an editor of another system saved: a mark at the beginning, two signs at the end of a line', async () => {
    const { lines, error, code } = await run('understand', '\ufeff{"id": "1", "text": "楼道灯坏了"}\r\n\r\n{"id": 2, "text": "电梯坏了"}');
    expect([lines.map(({ id }) => id), error, code]).to.deep.equal([['1', 2], '', 0]);
    const address = await run('address', '\ufeff{"text": "和平路3号"}\r\n');
    expect(address.lines.map(({ text: said }) => said)).to.deep.equal(['和平路3号']);
  });

  it('take a time without an offset as the district tells it, wherever they run', async () => {
    const input = ['2026-05-06 23:30:00', '2026/5/6 23:30', '2026-05-06T23:30:00+08:00', '2026-05-06T15:30:00.000Z'].map((at, id) => JSON.stringify({ id, at, text: '今天下午楼上漏水' })).join('\n');
    const { lines } = await run('understand', input, 'America/New_York');
    expect(lines.map(({ when }) => (when as { from: string }).from.slice(0, 10))).to.deep.equal(['2026-05-06', '2026-05-06', '2026-05-06', '2026-05-06']);
  });

  it('say which lines they could not read, answer the others, and fail', async () => {
    const input = ['{"id": 1, "at": null, "text": "电梯坏了"}', '{"id": 2, "at": "someday", "text": "电梯坏了"}', 'no', '{"id": 3, "at": "2026-05-06 10:00:00", "text": "电梯坏了"}'];
    const { lines, error, code } = await run('similar', input.join('\n'));
    expect([lines.map(({ id }) => id), code]).to.deep.equal([[3], 1]);
    expect(error).to.match(/Line 1: at .*\nLine 2: at not a time\nLine 3: not JSON/);
  });

  it('end quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/address.ts'], { cwd: ROOT });
    child.stdin.on('error', () => undefined);
    const error = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end('{"text": "和平路3号"}\n'.repeat(20_000));
    expect([await new Promise((ended) => child.on('close', ended)), await error]).to.deep.equal([0, '']);
  });
});
