import { readFileSync } from 'node:fs';
import { bigDirectory, matterOf } from '../../test/support/matters.ts';
import { startProduct, type ProductProcess } from '../../test/support/product.ts';
import { hearAnswers, newcomers, post } from './crowd.ts';
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

async function gather(product: ProductProcess): Promise<Crowd> {
  const people = await newcomers(product, PEOPLE);
  const hearing = await hearAnswers(product.url);
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
