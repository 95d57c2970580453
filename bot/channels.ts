import { join } from 'node:path';
import type { Directory } from '../domain/directory.ts';
import type { Channel } from '../handlers/channel.ts';
import type { Ledger, Now } from '../handlers/ports.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { openMessengers } from './messengers.ts';
import type { Newcomers } from './sandbox/newcomers.ts';
import { openSandbox } from './sandbox/open-sandbox.ts';
import type { Sandbox } from './sandbox/open-sandbox.ts';
import { worldOf } from './sandbox-access.ts';
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

/** What channels need of the rest. */
export interface AroundChannels {
  readonly dataDir: string;
  readonly directory: () => Directory;
  readonly newcomers: Newcomers;
  readonly botName: string;
  readonly now: Now;
  /** The real time, however far the sandbox's clock was moved: messengers know no other. */
  readonly wall: Now;
  readonly ledger: Ledger;
  /** What somebody hears who comes in; the name of the place whose code was scanned, if any. */
  readonly greeting: (place: string | undefined) => string;
  /** What stands on a card's button after it was pressed, and after the matter has moved on. */
  readonly onCards: { readonly pressed: string; readonly movedOn: string };
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
