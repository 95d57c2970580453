import { join } from 'node:path';
import type { Directory } from '../domain/directory.ts';
import type { Channel } from '../handlers/channel.ts';
import type { Now } from '../handlers/ports.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Newcomers } from './sandbox/newcomers.ts';
import { openSandbox } from './sandbox/open-sandbox.ts';
import type { Sandbox } from './sandbox/open-sandbox.ts';
import { worldOf } from './sandbox-access.ts';
import { createWechatChannel } from './wechat.ts';

/** The channel that people are reached on, and the sandbox behind it where it is that. */
export interface OpenedChannel {
  readonly channel: Channel;
  readonly sandbox?: Sandbox | undefined;
  /** Messages on their way to the bot. */
  readonly underWay: () => number;
  /** After the channel has stopped. */
  readonly close: () => Promise<void>;
}

interface Around {
  readonly dataDir: string;
  readonly directory: () => Directory;
  readonly newcomers: Newcomers;
  readonly botName: string;
  readonly now: Now;
}

/** Opens the sandbox, or the puppet that the settings name; there is no other way to get one. */
export async function openChannel(config: Config, around: Around, log: Log): Promise<OpenedChannel> {
  const capabilities = { groups: true, proactive: { kind: 'always' } } as const;
  const { now } = around;
  if (!config.sandbox) {
    const channel = createWechatChannel({ id: config.WECHATY_PUPPET, puppet: config.WECHATY_PUPPET, capabilities, log, now });
    return { channel, underWay: () => 0, close: () => Promise.resolve() };
  }
  const sandbox = await openSandbox({ folder: join(around.dataDir, 'sandbox'), world: worldOf(around.directory(), around.newcomers, around.botName), now });
  const channel = createWechatChannel({ id: config.WECHATY_PUPPET, puppet: sandbox.puppet, capabilities, log, now, marking: sandbox.puppet.marking });
  return { channel, sandbox, underWay: sandbox.chats.underWay, close: sandbox.close };
}
