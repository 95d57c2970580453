import { join } from 'node:path';
import type { Channel } from '../handlers/channel.ts';
import type { AroundChannels } from './around-channels.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { openMessengers } from './messengers.ts';
import { openSandbox } from './sandbox/open-sandbox.ts';
import type { Sandbox } from './sandbox/open-sandbox.ts';
import { worldOf } from './web/sandbox-access.ts';
import { createWechatChannel } from './wechat.ts';

/** The channels that people are reached on, and the sandbox behind one of them where it is that. */
export interface OpenedChannels {
  readonly all: readonly Channel[];
  readonly of: (id: string) => Channel | undefined;
  readonly sandbox?: Sandbox | undefined;
  /** Messages on their way to the bot. */
  readonly underWay: () => number;
  /** After the channels have stopped. */
  readonly close: () => Promise<void>;
}

/** Opens every channel that the settings name: the sandbox or a puppet, unless there is to be none, and the messengers' own. */
export async function openChannels(config: Config, around: AroundChannels, log: Log): Promise<OpenedChannels> {
  const first = await openPuppet(config, around, log);
  const messengers = openMessengers(config, around, log);
  const all = [...first.channels, ...messengers];
  return { ...first, all, of: (id) => all.find((channel) => channel.id === id) };
}

interface OpenedPuppet extends Pick<OpenedChannels, 'sandbox' | 'underWay' | 'close'> {
  readonly channels: readonly Channel[];
}

async function openPuppet(config: Config, around: AroundChannels, log: Log): Promise<OpenedPuppet> {
  const capabilities = { groups: true, proactive: { kind: 'always' } } as const;
  const { now } = around;
  const id = config.WECHATY_PUPPET;
  if (!config.sandbox) {
    const channels = id === 'none' ? [] : [createWechatChannel({ id, puppet: id, capabilities, log, now })];
    return { channels, underWay: () => 0, close: () => Promise.resolve() };
  }
  const sandbox = await openSandbox({ folder: join(around.dataDir, 'sandbox'), world: worldOf(around.directory(), around.newcomers, around.botName), now });
  const channel = createWechatChannel({ id, puppet: sandbox.puppet, capabilities, log, now, marking: sandbox.puppet.marking });
  return { channels: [channel], sandbox, underWay: sandbox.chats.underWay, close: sandbox.close };
}
