import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { BOT } from '../../bot/sandbox/world.ts';
import { z } from 'zod';
import { hearStream } from '../../test/support/hear-stream.ts';
import { bigDirectory, GREETING, matterOf } from '../../test/support/matters.ts';
import { startProduct, type ProductProcess } from '../../test/support/product.ts';
import { inLanes } from '../replay/replay-texts.ts';
import { quantile } from './quantile.ts';
import { withFolder } from './temp-stores.ts';

/** The whole way: a message in, its demand registered, the card out. */
export interface WholeWay {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** What the program's process spends on a message: the same whoever else uses the machine. */
  readonly cpuMs: number;
}

/** A whole run: at full speed, at a steady pace, and the memory after many messages. */
export interface WholeWayFigures {
  readonly full: WholeWay;
  readonly steady: WholeWay;
  readonly demands: number;
  readonly residentMb: number;
  readonly residentAtFirstMb: number;
}

/** How many messages at full speed, how many at so many a second, and how many altogether before the memory is looked at. */
export interface WholeWayPlan {
  readonly full: number;
  readonly steady: number;
  readonly perSecond: number;
  readonly until: number;
}

const PEOPLE = 1000;
const WARM_UP = 500;
/** So many wait for their card at the same time when all write as fast as they can. */
const AT_ONCE = 50;

/** Measures against a program in a process of its own, over its sandbox's HTTP contract. */
export function wholeWay(plan: WholeWayPlan): Promise<WholeWayFigures> {
  return withFolder(async (folder) => {
    const product = await startProduct({ env: { JOIN_WINDOW_MS: '0', DIRECTORY: await bigDirectory(folder) } });
    try {
      return await measured(product, plan);
    } finally {
      await product.stop();
    }
  });
}

async function measured(product: ProductProcess, { full, steady, perSecond, until }: WholeWayPlan): Promise<WholeWayFigures> {
  const crowd = await gather(product);
  await crowd.flow({ count: WARM_UP });
  const residentAtFirstMb = memoryOf(product.pid);
  const figures = { steady: await crowd.flow({ count: steady, perSecond }), full: await crowd.flow({ count: full }) };
  await crowd.flow({ count: Math.max(1, until - crowd.sent()) });
  crowd.leave();
  return { ...figures, residentAtFirstMb, residentMb: memoryOf(product.pid), demands: await countDemands(product) };
}

interface Crowd {
  /** Lets people write, as fast as answers come or at a steady pace, and waits for every card. */
  readonly flow: (how: { readonly count: number; readonly perSecond?: number | undefined }) => Promise<WholeWay>;
  readonly sent: () => number;
  readonly leave: () => void;
}

const Shown = z.looseObject({ person: z.string().optional(), item: z.looseObject({ from: z.string() }) });

async function gather(product: ProductProcess): Promise<Crowd> {
  const people = await newcomers(product);
  const hearing = await hearCards(product.url);
  const free = [...people];
  let sent = 0;

  async function one(person: string): Promise<number> {
    const began = performance.now();
    const answered = hearing.next(person);
    await post(product.url, { from: person, text: matterOf(sent++) });
    const ms = (await answered) - began;
    free.push(person);
    return ms;
  }

  async function flow({ count, perSecond }: { count: number; perSecond?: number | undefined }): Promise<WholeWay> {
    const began = performance.now();
    const cpuBefore = cpuMsOf(product.pid);
    const times: Promise<number>[] = [];
    while (times.length < count) {
      const may = perSecond === undefined ? count : ((performance.now() - began) / 1000) * perSecond;
      while (times.length < Math.min(count, may) && free.length > PEOPLE - AT_ONCE) times.push(one(free.shift() ?? ''));
      await new Promise((resolve) => void setTimeout(resolve, 1));
    }
    const sorted = (await Promise.all(times)).sort((a, b) => a - b);
    return { perSecond: (count / (performance.now() - began)) * 1000, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99), cpuMs: (cpuMsOf(product.pid) - cpuBefore) / count };
  }

  return { flow, sent: () => sent, leave: hearing.stop };
}

/** People who have had the privacy notice, so that a card is all they hear. */
async function newcomers({ client }: ProductProcess): Promise<string[]> {
  const people = await inLanes(Array.from({ length: PEOPLE }, (_, nth) => `R${nth}`), (name) => client.addPerson(name));
  await inLanes(people, ({ id }) => client.says(id, GREETING));
  await client.settle();
  return people.map(({ id }) => id);
}

/** Tells of each person when the bot next spoke to them. */
async function hearCards(url: string): Promise<{ readonly next: (person: string) => Promise<number>; readonly stop: () => void }> {
  const waiting = new Map<string, (at: number) => void>();
  const stream = await hearStream(`${url}/sandbox/stream`);
  const listen = async () => {
    for (;;) {
      const { event, data } = await stream.next();
      if (event !== 'message') continue;
      const { person, item } = Shown.parse(data);
      if (person === undefined || item.from !== BOT) continue;
      waiting.get(person)?.(performance.now());
      waiting.delete(person);
    }
  };
  void listen();
  return { next: (person) => new Promise((resolve) => waiting.set(person, resolve)), stop: stream.stop };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Plainer than fetch, so that the driver takes as little of the machine as it can; a connection that the server had just given up is not an answer. */
function post(url: string, body: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/sandbox/messages`, { method: 'POST', agent, headers: { 'content-type': 'application/json' } }, (response) => {
      response.resume().on('end', () => (response.statusCode === 202 ? resolve() : reject(new Error(`Answered ${response.statusCode ?? 0}`))));
    });
    sent.on('error', (error) => (sent.reusedSocket ? resolve(post(url, body)) : reject(error))).end(JSON.stringify(body));
  });
}

async function countDemands({ client }: ProductProcess): Promise<number> {
  let [count, cursor] = [0, ''];
  for (;;) {
    const page = await client.demands({ limit: '200', ...(cursor === '' ? {} : { cursor }) });
    count += page.items.length;
    if (page.next === undefined) return count;
    cursor = page.next;
  }
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

const TICKS_PER_MS = 0.1;

/** Time that the process has spent computing, from the kernel's count. */
function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) / TICKS_PER_MS;
}
