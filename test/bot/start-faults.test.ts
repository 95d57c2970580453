import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../bot/config.ts';
import { startFault } from '../../bot/start-faults.ts';
import { createSpeak } from '../../locales/speak.ts';
import { readDataKey } from '../../models/data-key.ts';
import { openStores } from '../../models/open-stores.ts';

const keyOf = (nth: number) => Buffer.alloc(32, nth);

describe('a start that fails says what to do', () => {
  const speak = createSpeak();
  let folder: string;
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'start-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function saidOf(failing: Promise<unknown>, settings: Readonly<Record<string, string>> = {}): Promise<string> {
    const config = readConfig({ DATA_DIR: folder, ...settings }, []);
    const error: unknown = await failing.then(() => new Error('it did not fail'), (thrown: unknown) => thrown);
    const fault = startFault(error, config);
    return fault === undefined ? `not foreseen: ${String(error)}` : speak(config.LOCALE, fault.key, fault.params);
  }

  function listening(port: number, host: string): Promise<ReturnType<typeof createServer>> {
    const server = createServer();
    return new Promise((resolve, reject) => server.once('error', reject).listen(port, host, () => resolve(server)));
  }

  const opened = (key = keyOf(1), uri?: string, dataDir = folder) => openStores({ uri, dataDir, dataKey: key, now: () => new Date() });

  it('when the port is taken', async () => {
    const other = await listening(0, '127.0.0.1');
    const { port } = other.address() as AddressInfo;
    expect(await saidOf(listening(port, '127.0.0.1'), { PORT: String(port) })).to.equal(`端口 ${String(port)} 已经被别的程序占用。请先停掉那个程序（也许哨子已经在运行），或者用 PORT 换一个端口。`);
    other.close();
  });

  it('when this machine has no such address', async () => {
    expect(await saidOf(listening(0, '203.0.113.7'), { HOST: '203.0.113.7', LOCALE: 'en' })).to.equal('This machine has no address 203.0.113.7. Please check HOST.');
  });

  it('when MongoDB does not answer', async () => {
    expect(await saidOf(opened(keyOf(1), 'mongodb://127.0.0.1:1/x?serverSelectionTimeoutMS=50'))).to.match(/^连不上 MongoDB（.*）。请检查 MONGODB_URI/);
  });

  it('when the data folder cannot be written', async () => {
    await writeFile(join(folder, 'a-file'), '');
    const dataDir = join(folder, 'a-file', 'data');
    expect(await saidOf(readDataKey({ dataDir }), { DATA_DIR: dataDir })).to.equal(`数据目录 ${dataDir} 不能读写（ENOTDIR）。请检查 DATA_DIR、权限和剩余空间。`);
  });

  it('when another has the data folder', async () => {
    const stores = await opened();
    expect(await saidOf(opened())).to.equal(`数据目录 ${folder} 正由另一个进程（${String(process.pid)}）使用。请先停掉它，或者用 DATA_DIR 换一个目录。`);
    await stores.close();
  });

  it('when the key is not the one that the data were sealed under, or is none', async () => {
    const stores = await opened();
    await stores.sealer.seal('wang', '王芳');
    await stores.close();
    const other = await opened(keyOf(2));
    expect(await saidOf(other.sealer.seal('wang', '王芳'))).to.match(/^这些数据是用另一把密钥加密的/);
    await other.close();
    await writeFile(join(folder, 'data.key'), 'lost');
    expect(await saidOf(readDataKey({ dataDir: folder }))).to.match(/data\.key 里要有 32 字节密钥的 Base64/);
  });

  it('when a data file is damaged', async () => {
    const stores = await opened();
    await stores.ledger.set('a', 'b', new Date());
    await stores.close();
    const [ledger = ''] = (await readdir(folder, { recursive: true })).filter((name) => /ledger[^/]*$/.test(name));
    await writeFile(join(folder, ledger), 'x\nx\nx\n');
    expect(await saidOf(opened())).to.match(/^数据文件 .*ledger.* 从第 \d+ 字节起损坏。请用备份恢复/);
  });

  it('when the messenger’s package is not installed', async () => {
    const name = 'wechaty-puppet-nothing';
    expect(await saidOf(import(name), { WECHATY_PUPPET: name, LOCALE: 'en' })).to.equal('wechaty-puppet-nothing is not installed. Please run npm install wechaty-puppet-nothing first.');
  });

  it('and leaves an error that nobody foresaw as it is', async () => {
    expect(await saidOf(Promise.reject(new TypeError('undefined is not a function')))).to.match(/^not foreseen/);
    expect(await saidOf(Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT', path: '/elsewhere' })))).to.match(/^not foreseen/);
  });
});
