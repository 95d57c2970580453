import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChats, type Chats } from '../../bot/sandbox/chats.ts';
import type { SandboxLog } from '../../bot/sandbox/log.ts';
import { createMediaStore } from '../../bot/sandbox/media.ts';
import { SandboxPuppet, type SandboxPuppetOptions } from '../../bot/sandbox/puppet.ts';
import type { Saying } from '../../bot/sandbox/saying.ts';
import { createWorld } from '../../bot/sandbox/world.ts';
import { createWechatChannel, type WechatChannelOptions } from '../../bot/wechat.ts';
import type { Channel, Incoming } from '../../handlers/channel.ts';
import { memorySandboxLog } from './memory-sandbox-log.ts';

/** A one-pixel picture. */
export const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Two neighbours, a grid worker, and the group they share. */
export const WORLD = {
  botName: '小哨',
  people: [
    { id: 'lan', name: '兰婶' },
    { id: 'wu', name: '吴叔' },
    { id: 'qi', name: '网格员小齐' },
  ],
  rooms: [{ id: 'poplar', name: '杨树里一网格', grid: 'g1', people: ['lan', 'qi'] }],
};

/** One line of a log as a test sees it. */
export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

/** A sandbox with its channel, a list of what was received, and a clock that stands still until it is set. */
export interface TestSandbox {
  readonly chats: Chats;
  readonly puppet: SandboxPuppet;
  readonly channel: Channel;
  readonly received: Incoming[];
  readonly logged: Logged[];
  readonly clock: { now: Date };
  /** Says something that must be taken, and gives its id. */
  readonly say: (saying: Saying) => Promise<string>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What a test is about. */
export interface TestSandboxOptions {
  readonly sandboxLog?: SandboxLog;
  readonly puppetOver?: Partial<SandboxPuppetOptions>;
  readonly channelOver?: Partial<WechatChannelOptions>;
  readonly receive?: (message: Incoming) => Promise<void>;
}

/** Makes a sandbox; `receive` stands for the inbox. */
export async function aSandbox(over: TestSandboxOptions = {}): Promise<TestSandbox> {
  const { sandboxLog = memorySandboxLog(), puppetOver = {}, receive, channelOver = {} } = over;
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const clock = { now: new Date('2025-03-03T01:00:00.000Z') };
  const now = () => clock.now;
  const chats = createChats({ world: createWorld(WORLD), log: sandboxLog, media: createMediaStore(join(folder, 'media')), now });
  const puppet = new SandboxPuppet({ chats, ...puppetOver });
  const received: Incoming[] = [];
  const logged: Logged[] = [];
  const level = (name: Logged['level']) => (fields: object, message: string) => void logged.push({ level: name, fields, message });
  const log = { info: level('info'), warn: level('warn'), error: level('error') };
  const channel = createWechatChannel({
    id: 'sandbox',
    puppet,
    capabilities: { groups: true, proactive: { kind: 'always' } },
    log,
    now,
    marking: puppet.marking,
    retryMs: [0, 0],
    ...channelOver,
  });

  async function say(saying: Saying): Promise<string> {
    const said = await chats.say(saying);
    if (!said.ok) throw new Error(said.refusal);
    return said.value.id;
  }

  const keep = (message: Incoming) => Promise.resolve(void received.push(message));
  return {
    chats,
    puppet,
    channel,
    received,
    logged,
    clock,
    say,
    start: () => channel.start(async (message) => (receive ?? keep)(message)),
    stop: async () => {
      await channel.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** What the bot has said in a chat. */
export async function shownTo(chats: Chats, person: string): Promise<string[]> {
  return (await chats.read({ person }, 0, 1000)).filter(({ from }) => from === 'bot').map(({ text }) => text);
}

/** Waits until a condition holds; gives up after half a minute, because a busy machine takes its time. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 20_000) throw new Error('It never came to pass');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
