import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { matterOf } from '../../test/support/matters.ts';
import { startProduct, type ProductProcess } from '../../test/support/product.ts';
import { closed, settingsFor, startTencent } from '../../test/support/tencent.ts';
import { inLanes } from '../replay/replay-texts.ts';
import { withFolder } from './temp-stores.ts';

/** How many calls of a messenger are answered in a second, each with a message that is stored by then. */
export interface CallbackFigures {
  /** A service account's. */
  readonly accountPerSecond: number;
  /** A company application's. */
  readonly appPerSecond: number;
  /** A plain Express server that checks the shape of the same words with zod, and does nothing else. */
  readonly plainPerSecond: number;
}

interface Called {
  readonly url: string;
  readonly type: string;
  readonly body: string;
}

const SENDERS = 500;
const AT_ONCE = 32;
const ROUNDS = 3;
const DIVISION = 1000;

/** Measures in turns, so that what else the machine does falls on all alike; gives the middle of the rounds. */
export function callbacks(count: number): Promise<CallbackFigures> {
  return withFolder(async (dataDir) => {
    const double = await startTencent();
    const plain = await startPlain();
    // Nothing is answered while it is measured: what is said stays in its joining window.
    const product = await startProduct({ dataDir, env: { ...settingsFor(double.base), KF_ID: '', KF_SECRET: '', KF_TOKEN: '', KF_AES_KEY: '', MESSAGES_PER_MINUTE: '0', JOIN_WINDOW_MS: '3600000', JOIN_LONGEST_MS: '3600000' } });
    try {
      return await measured(product, plain.url, count);
    } finally {
      await product.kill();
      plain.stop();
      await double.stop();
    }
  });
}

async function measured(product: ProductProcess, plain: string, count: number): Promise<CallbackFigures> {
  const rounds: CallbackFigures[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    rounds.push({
      accountPerSecond: await perSecond(Array.from({ length: count }, () => aCall(product.url, 'oa'))),
      plainPerSecond: await perSecond(Array.from({ length: count }, () => plainCall(plain))),
      appPerSecond: await perSecond(Array.from({ length: count }, () => aCall(product.url, 'app'))),
    });
  }
  const [, ...warm] = rounds;
  const middle = (of: (figures: CallbackFigures) => number) => warm.map(of).sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? NaN;
  return { accountPerSecond: middle((one) => one.accountPerSecond), appPerSecond: middle((one) => one.appPerSecond), plainPerSecond: middle((one) => one.plainPerSecond) };
}

async function perSecond(calls: readonly Called[]): Promise<number> {
  const began = performance.now();
  await inLanes(calls, post, AT_ONCE);
  return (calls.length / (performance.now() - began)) * DIVISION;
}

let serial = 0;

function message() {
  serial++;
  return { from: `o${serial % SENDERS}`, at: Math.floor(Date.now() / DIVISION), id: String(7_000_000_000_000_000 + serial), words: matterOf(serial) };
}

const PATHS = { oa: '/callbacks/oa', app: '/callbacks/wecom' } as const;

function aCall(url: string, kind: 'oa' | 'app'): Called {
  const { from, at, id, words } = message();
  const { query, body } = closed(kind, `<xml><ToUserName><![CDATA[us]]></ToUserName><FromUserName><![CDATA[${kind}-${from}]]></FromUserName><CreateTime>${at}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${words}]]></Content><MsgId>${id}</MsgId></xml>`);
  return { url: `${url}${PATHS[kind]}?${query}`, type: 'text/xml', body };
}

function plainCall(url: string): Called {
  const { from, at, id, words } = message();
  return { url, type: 'application/json', body: JSON.stringify({ FromUserName: from, CreateTime: at, MsgType: 'text', MsgId: id, Content: words }) };
}

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Rejects unless the message was taken. */
function post({ url, type, body }: Called): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': type, 'content-length': Buffer.byteLength(body) } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => {
        if (response.statusCode === 200 && text === 'success') resolve();
        else reject(new Error(`Answered ${response.statusCode ?? 0} ${text}`));
      });
    });
    sent.on('error', reject).end(body);
  });
}

async function startPlain(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../../test/support/plain-express.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: said.toString().trim(), stop: () => void child.kill('SIGKILL') };
}
