import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Saying } from '../../scripts/sandbox-http.ts';
import { Problem } from '../../scripts/sandbox-http.ts';
import { crashFaults } from './crash-faults.ts';
import type { Sent } from './crash-faults.ts';
import { launchProduct, type ProductProcess } from './product.ts';
import type { SandboxClient } from './sandbox-client.ts';

/** How often the program is killed, and how many messages go in meanwhile. The same seed gives the same messages. */
export interface CrashPlan {
  readonly kills: number;
  readonly messages: number;
  readonly seed: number;
}

/** What came of it: nothing is wrong when `faults` is empty. */
export interface CrashOutcome {
  readonly kills: number;
  readonly accepted: number;
  /** Sent when the program died: they may have been taken or not, but never twice. */
  readonly doubtful: number;
  readonly slowestStartMs: number;
  readonly faults: readonly string[];
}

type Random = () => number;

/** Kills the program again and again while people write and time moves, then looks whether anything was lost or done twice. */
export async function crashRun({ kills, messages, seed }: CrashPlan): Promise<CrashOutcome> {
  const dataDir = await mkdtemp(join(tmpdir(), 'crash-'));
  const run = createRun({ kills, messages, random: seeded(seed), dataDir });
  try {
    await run.reign();
    const sent = run.sent();
    return {
      kills,
      accepted: sent.filter(({ id }) => id !== undefined).length,
      doubtful: sent.filter(({ id }) => id === undefined).length,
      slowestStartMs: Math.round(Math.max(...run.startsMs())),
      faults: [...run.refused(), ...(await crashFaults(dataDir, sent, run.endedAt()))],
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Around {
  readonly kills: number;
  readonly messages: number;
  readonly random: Random;
  readonly dataDir: string;
}

const ENV = { JOIN_WINDOW_MS: '20', TICK_MS: '50' };
const KILLED_WHILE_STARTING = 0.2;

function createRun({ kills, messages, random, dataDir }: Around) {
  const sent: Sent[] = [];
  const refused: string[] = [];
  const startsMs: number[] = [];
  let up = aLife();
  let endedAt = new Date(0);
  const accepted = () => sent.filter(({ id }) => id !== undefined).length;

  async function reign(): Promise<void> {
    const people = aLife<Talkers>();
    const lanes = talk(people);
    for (let nth = 0; nth < kills; nth++) await liveAndDie(people, ((nth + random()) * messages) / kills);
    const last = await live(people);
    await lanes;
    endedAt = await last.client.settle();
    await last.stop();
  }

  async function liveAndDie(people: Life<Talkers>, until: number): Promise<void> {
    if (sent.length > 0 && random() < KILLED_WHILE_STARTING) {
      const { kill } = await launchProduct({ dataDir, env: ENV });
      await wait(300 + random() * 2500);
      return kill();
    }
    const product = await live(people);
    while (accepted() < Math.min(until, messages)) await wait(5);
    await wait(random() * 60);
    up = aLife();
    await product.kill();
  }

  async function live(people: Life<Talkers>): Promise<ProductProcess> {
    const began = performance.now();
    const product = await (await launchProduct({ dataDir, env: ENV })).ready;
    startsMs.push(performance.now() - began);
    people.begin(await people.or(() => talkers(product.client)));
    up.begin(product);
    return product;
  }

  async function talk(people: Life<Talkers>): Promise<void> {
    const { residents, group, staff } = await people.begun;
    const done = () => accepted() >= messages;
    const lane = async (speak: Speak) => {
      while (!done()) await say(await up.begun, speak);
    };
    await Promise.all([...residents.map((from) => lane(matters(from, random))), lane(groupTalk(group, random)), lane(commandsOf(staff, random)), timeMoves(done)]);
  }

  async function say(product: ProductProcess, speak: Speak): Promise<void> {
    try {
      const { saying, token, command } = await speak(product.client);
      const entry: { -readonly [K in keyof Sent]: Sent[K] } = { token, command };
      sent.push(entry);
      entry.id = await product.client.post(saying);
    } catch (error) {
      if (error instanceof Problem) refused.push(`refused: ${error.message}`);
      else await wait(20);
    }
  }

  async function timeMoves(done: () => boolean): Promise<void> {
    while (!done()) {
      const { client } = await up.begun;
      await client.advance(`PT${Math.ceil(random() * 40)}M`).catch(() => undefined);
      await wait(random() * 600);
    }
  }

  return { reign, sent: () => sent, refused: () => refused, startsMs: () => startsMs, endedAt: () => endedAt };
}

/** What somebody says next. */
type Speak = (client: SandboxClient) => Promise<{ readonly saying: Saying; readonly token?: string | undefined; readonly command?: boolean | undefined }>;

interface Talkers {
  readonly residents: readonly string[];
  readonly group: { readonly person: string; readonly room: string };
  readonly staff: ReadonlyMap<string, string>;
}

async function talkers(client: SandboxClient): Promise<Talkers> {
  const people = await client.people();
  const member = people.find(({ roles, rooms }) => roles.join() === 'resident' && rooms.length > 0);
  const room = member?.rooms[0];
  if (member === undefined || room === undefined) throw new Error('Nobody is in a group');
  const residents: string[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) residents.push((await client.addPerson(name)).id);
  const staff = people.filter(({ unit, roles }) => unit !== undefined && roles.some((role) => role === 'secretary' || role === 'dispatcher' || role === 'clerk'));
  return { residents, group: { person: member.id, room }, staff: new Map(staff.map(({ id, unit }) => [unit?.id ?? '', id])) };
}

const PLACES = ['银杏花园2号楼', '银杏花园7号楼', '桐花大院3号楼', '静川家园5号楼', '听松苑2号楼', '听松苑6号楼', '松鹤新村1号楼', '荷香公寓2号楼'];
const WHATS = ['门口路灯坏了', '垃圾没人清', '水管漏水', '电梯停运', '井盖松动', '下水道堵了'];

let tokens = 0;

function aMatter(random: Random): { text: string; token: string } {
  const one = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  tokens++;
  const token = `Q${tokens.toString(36).toUpperCase().padStart(4, '0')}Z`;
  return { token, text: `${one(PLACES)}${one(WHATS)}，单子${token}` };
}

/** A resident's matters, some of them so soon after one another that they may be joined. */
function matters(from: string, random: Random): Speak {
  return async () => {
    await wait(random() < 0.3 ? 0 : random() * 120);
    const { text, token } = aMatter(random);
    return { saying: { from, text }, token };
  };
}

function groupTalk({ person, room }: Talkers['group'], random: Random): Speak {
  return async () => {
    await wait(random() * 300);
    if (random() < 0.3) return { saying: { from: person, room, text: '今天太阳真好' } };
    const { text, token } = aMatter(random);
    return { saying: { from: person, room, text: `#上报 ${text}` }, token };
  };
}

/** Whoever holds a demand takes it up, or says that it is done. */
function commandsOf(staff: Talkers['staff'], random: Random): Speak {
  return async (client) => {
    await wait(random() * 300);
    const { items } = await client.demands({ limit: '50' });
    const open = items.filter(({ status, owner }) => (status === 'waiting' || status === 'handling') && staff.has(owner));
    const picked = open[Math.floor(random() * open.length)];
    const from = staff.get(picked?.owner ?? '') ?? [...staff.values()][0] ?? '';
    if (picked === undefined) return { saying: { from, text: '进度' }, command: true };
    return { saying: { from, text: picked.status === 'waiting' ? `接 ${picked.id}` : `办结 ${picked.id} 已经处理好了` }, command: true };
  };
}

/** Something that is there from some time on. */
interface Life<T> {
  readonly begun: Promise<T>;
  readonly begin: (value: T) => void;
  /** What it is, or else what it is to be. */
  readonly or: (make: () => Promise<T>) => Promise<T>;
}

function aLife<T = ProductProcess>(): Life<T> {
  let begin: (value: T) => void = () => undefined;
  let known: T | undefined;
  const begun = new Promise<T>((resolve) => (begin = resolve));
  return { begun, begin: (value) => begin((known ??= value)), or: async (make) => known ?? make() };
}

/** Numbers from 0 to 1, always the same for a seed. */
function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
