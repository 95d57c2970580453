import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bot/config.ts';
import { createLog, type Log } from '../../bot/log.ts';
import { start } from '../../bot/start.ts';
import { createSandboxClient, type SandboxClient } from './sandbox-client.ts';

/** How the program is to be started: the folder it keeps its data in (else a new one that goes when it is stopped), and settings. */
export interface ProductOptions {
  readonly dataDir?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** The program, running. */
export interface Product {
  readonly url: string;
  readonly dataDir: string;
  readonly adminToken: string;
  readonly client: SandboxClient;
  /** Ends it as an operator would. */
  readonly stop: () => Promise<void>;
}

/** The program in a process of its own. */
export interface ProductProcess extends Product {
  readonly pid: number;
  /** Ends it at once, as a power cut would; its folder stays. */
  readonly kill: () => Promise<void>;
}

/** A process that has just been begun: ready later, or killed before. */
export interface Launched {
  readonly ready: Promise<ProductProcess>;
  readonly kill: () => Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const READY_MS = 120_000;

/** Starts the real program in a process of its own; settles when it is ready. Throws with its last words when it ends before. */
export async function startProduct(options: ProductOptions = {}): Promise<ProductProcess> {
  return (await launchProduct(options)).ready;
}

/** Begins to start the real program, and does not wait until it is ready. */
export async function launchProduct(options: ProductOptions = {}): Promise<Launched> {
  const { dataDir, adminToken, env, remove } = await prepared(options);
  const child = spawn(process.execPath, ['--import', 'tsx', 'bot/main.ts'], { cwd: ROOT, env: { ...inherited(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await ended;
  };
  const kill = () => end('SIGKILL');
  const stop = remembered(async () => {
    await end('SIGTERM');
    await remove();
  });
  const ready = readyAt(child).then((url) => ({ url, dataDir, adminToken, client: createSandboxClient(url, adminToken), pid: child.pid ?? NaN, kill, stop }));
  ready.catch(() => undefined);
  return { ready, kill };
}

/** Starts the program within this process: fast, and enough for plays. */
export async function startInProcess(options: ProductOptions = {}, log: Log = createLog({ level: 'error' })): Promise<Product> {
  const { dataDir, adminToken, env, remove } = await prepared(options);
  const running = await start(readConfig(env, []), log);
  return {
    url: running.url,
    dataDir,
    adminToken,
    client: createSandboxClient(running.url, adminToken),
    stop: remembered(async () => {
      await running.stop();
      await remove();
    }),
  };
}

const started = new Set<() => Promise<void>>();

/** Stops every program that was started and not stopped: after a test that failed, too. */
export async function stopAll(): Promise<void> {
  await Promise.all([...started].map((stop) => stop()));
}

/** A way to stop that may be gone more than once. */
function remembered(end: () => Promise<void>): () => Promise<void> {
  let ending: Promise<void> | undefined;
  const stop = () => (ending ??= end().finally(() => started.delete(stop)));
  started.add(stop);
  return stop;
}

async function prepared({ dataDir: given, env }: ProductOptions) {
  const dataDir = given ?? (await mkdtemp(join(tmpdir(), 'shaozi-')));
  const adminToken = env?.['ADMIN_TOKEN'] ?? randomBytes(24).toString('hex');
  const remove = async () => {
    if (given === undefined) await rm(dataDir, { recursive: true, force: true });
  };
  return { dataDir, adminToken, remove, env: { NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'error', JOIN_WINDOW_MS: '50', DATA_DIR: dataDir, ADMIN_TOKEN: adminToken, ...env } };
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'NODE_EXTRA_CA_CERTS'].map((name) => [name, process.env[name]]));
}

/** The address in the line that says where to look. */
async function readyAt(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail('did not become ready'), READY_MS);
    const fail = (why: string) => {
      clearTimeout(late);
      child.kill('SIGKILL');
      reject(new Error(`The program ${why}:\n${said}`));
    };
    const early = () => fail('ended before it was ready');
    const heard = (part: Buffer) => {
      said += part.toString();
      const url = /(http:\/\/[\w.:[\]-]+)\/sandbox/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      child.off('exit', early);
      resolve(url);
    };
    child.stdout?.on('data', heard);
    child.stderr?.on('data', (part: Buffer) => void (said += part.toString()));
    child.once('exit', early);
  });
}
