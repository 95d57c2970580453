import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../bot/log.ts';
import { createChats, type Chats } from '../../bot/sandbox/chats.ts';
import { openFileLog } from '../../bot/sandbox/file-log.ts';
import { createMediaStore } from '../../bot/sandbox/media.ts';
import { SandboxPuppet } from '../../bot/sandbox/puppet.ts';
import { createWorld } from '../../bot/sandbox/world.ts';
import { createWechatChannel } from '../../bot/wechat.ts';
import type { Channel } from '../../handlers/channel.ts';
import { memorySandboxLog } from './memory-sandbox-log.ts';

const PEOPLE = 200;

/** Messages a second through Wechaty and the sandbox alone: `in` from people to a receiver that does nothing, `out` from the bot to chats. */
export interface RawPuppetFigures {
  readonly inPerSecond: number;
  readonly outPerSecond: number;
  readonly inP50Ms: number;
  readonly inP99Ms: number;
}

/** Measures the raw puppet: nothing of the product is behind the channel. `durable` keeps the messages on disk, as the sandbox does. */
export async function measureRawPuppet({ messages, durable }: { messages: number; durable: boolean }): Promise<RawPuppetFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'raw-puppet-'));
  const log = durable ? await openFileLog(join(folder, 'log.jsonl')) : memorySandboxLog();
  const people = Array.from({ length: PEOPLE }, (_, i) => ({ id: `p${i}`, name: `P${i}` }));
  const world = createWorld({ botName: 'Bot', people, rooms: [] });
  const chats = createChats({ world, log, media: createMediaStore(join(folder, 'media')), now: () => new Date() });
  const puppet = new SandboxPuppet({ chats });
  const quiet = createLog({ level: 'silent' });
  const channel = createWechatChannel({
    id: 'raw',
    puppet,
    capabilities: { groups: true, proactive: { kind: 'always' } },
    log: quiet,
    now: () => new Date(),
    marking: puppet.marking,
  });
  await channel.start(() => Promise.resolve());
  try {
    const latencies = await measureIn(chats, messages);
    return { ...latencies, outPerSecond: await measureOut(channel, messages) };
  } finally {
    await channel.stop();
    await log.close();
    await rm(folder, { recursive: true });
  }
}

async function measureIn(chats: Chats, messages: number): Promise<Omit<RawPuppetFigures, 'outPerSecond'>> {
  const started = performance.now();
  const times: number[] = [];
  await inParallel(messages, async (i) => {
    const before = performance.now();
    const said = await chats.say({ from: `p${i % PEOPLE}`, text: `message ${i}` });
    if (!said.ok) throw new Error(said.refusal);
    times.push(performance.now() - before);
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? NaN;
  return { inPerSecond: perSecond(messages, started), inP50Ms: at(0.5), inP99Ms: at(0.99) };
}

async function measureOut(channel: Channel, messages: number): Promise<number> {
  const started = performance.now();
  await inParallel(messages, (i) => channel.say({ key: `k${i}`, to: { account: `p${i % PEOPLE}` }, text: `letter ${i}` }));
  return perSecond(messages, started);
}

async function inParallel(count: number, act: (i: number) => Promise<unknown>, lanes = 32): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await act(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

function perSecond(count: number, started: number): number {
  return Math.round((count / (performance.now() - started)) * 1000);
}
