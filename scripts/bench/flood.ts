import { bigDirectory, matterOf } from '../../test/support/matters.ts';
import { startProduct, type ProductProcess } from '../../test/support/product.ts';
import { hearAnswers, newcomers, post, type HearingAnswers } from './crowd.ts';
import { quantile } from './quantile.ts';
import { withFolder } from './temp-stores.ts';

/** How long somebody who does not flood waited for an answer, in milliseconds. */
export interface Delays {
  readonly count: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** The same people with and without a flood beside them. */
export interface FloodFigures {
  readonly alone: Delays;
  readonly flooded: Delays;
  /** How long it took until all of the flood was accepted. */
  readonly acceptedMs: number;
}

/** How many messages by how many senders, and how many others write beside them. */
export interface FloodPlan {
  readonly messages: number;
  readonly senders: number;
  readonly quiet: number;
  /** What each account may say in a minute; 0 lets everything in. */
  readonly perMinute: number;
}

const EVERY_MS = 250;
const AT_LEAST = 40;

/** Lets a few write as fast as they can, while others ask something now and then. */
export function flood(plan: FloodPlan): Promise<FloodFigures> {
  return withFolder(async (folder) => {
    const product = await startProduct({ env: { JOIN_WINDOW_MS: '0', MESSAGES_PER_MINUTE: String(plan.perMinute), DIRECTORY: await bigDirectory(folder) } });
    try {
      return await measured(product, plan);
    } finally {
      await product.kill();
    }
  });
}

async function measured(product: ProductProcess, { messages, senders, quiet }: FloodPlan): Promise<FloodFigures> {
  const people = await newcomers(product, senders + quiet);
  const loud = people.slice(quiet);
  const asking = createAsking(product.url, people.slice(0, quiet), await hearAnswers(product.url));
  await asking.until(AT_LEAST / 2, () => true);
  const alone = await asking.until(AT_LEAST, () => true);

  const began = performance.now();
  let acceptedMs: number | undefined;
  const shouting = shout(product.url, loud, messages).then(() => (acceptedMs = performance.now() - began));
  const flooded = await asking.until(AT_LEAST, () => acceptedMs !== undefined);
  await shouting;
  asking.stop();
  return { alone, flooded, acceptedMs: acceptedMs ?? NaN };
}

/** Each sender's next message goes as soon as the one before was taken, several at a time. */
async function shout(url: string, senders: readonly string[], messages: number): Promise<void> {
  let sent = 0;
  const lane = async (from: string) => {
    while (sent < messages) await post(url, { from, text: matterOf(sent++) });
  };
  await Promise.all(senders.map(lane));
}

interface Asking {
  /** Somebody asks every quarter of a second until so many have asked and the rest is over as well; settles when all were answered. */
  readonly until: (count: number, isOver: () => boolean) => Promise<Delays>;
  readonly stop: () => void;
}

function createAsking(url: string, people: readonly string[], hearing: HearingAnswers): Asking {
  const free = [...people];
  let asked = 0;

  async function one(person: string): Promise<number> {
    const began = performance.now();
    const answered = hearing.next(person);
    await post(url, { from: person, text: matterOf(10_000 + asked++) });
    const ms = (await answered) - began;
    free.push(person);
    return ms;
  }

  async function until(count: number, isOver: () => boolean): Promise<Delays> {
    const times: Promise<number>[] = [];
    while (times.length < count || !isOver()) {
      const person = free.shift();
      if (person !== undefined) times.push(one(person));
      await new Promise((resolve) => void setTimeout(resolve, EVERY_MS));
    }
    const sorted = (await Promise.all(times)).sort((a, b) => a - b);
    return { count: sorted.length, p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99), maxMs: sorted.at(-1) ?? NaN };
  }

  return { until, stop: hearing.stop };
}
