import type { Directory } from '../../domain/directory/directory.ts';
import { shownCode } from '../../handlers/accounts/one-time-codes.ts';
import type { RoomBinder } from '../../handlers/accounts/room-binding.ts';
import type { Channel } from '../../handlers/channel.ts';
import { isoTime } from '../../handlers/iso-time.ts';
import type { Outbox } from '../../handlers/ports/letters.ts';
import type { Rooms } from '../../handlers/ports/rooms.ts';
import type { Speak } from '../../locales/speak.ts';
import type { ChannelDesk, GroupDesk } from '../../web/desk.ts';
import type { ChannelList } from '../../web/schemas/group-desk.ts';
import { codePicture } from '../place-codes.ts';
import type { SendingLimits } from '../sender.ts';

interface Grouping {
  readonly roomBinder: RoomBinder;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly directory: () => Directory;
  readonly speak: Speak;
}

/** The groups of the grids, with codes by which chat groups become theirs. */
export function createGroupDesk({ roomBinder, rooms, directory, speak }: Grouping): GroupDesk {
  return {
    list: async () => {
      const items = await Promise.all(roomBinder.list().map(async ({ id, name, grid }) => {
        const bound = await rooms.get(id);
        return { id, name, grid, gridName: directory().grid(grid)?.name ?? grid, ...(bound?.account === undefined || bound.channel === undefined ? {} : { channel: bound.channel }) };
      }));
      return { items };
    },
    issue: async (group, language) => {
      const code = await roomBinder.issue(group);
      if (code === undefined) return undefined;
      const shown = shownCode(code);
      return { group, code: shown, words: speak(language, 'desk.group.words', { code: shown }) };
    },
    release: roomBinder.release,
  };
}

interface Watching {
  readonly channels: readonly Pick<Channel, 'id' | 'health' | 'login' | 'capabilities'>[];
  readonly outbox: Pick<Outbox, 'waiting'>;
  readonly limits: (channel: string) => SendingLimits;
  readonly messagesPerMinute: number;
}

/** How the channels are, with the code that must be scanned where one waits for a login. */
export function createChannelDesk({ channels, outbox, limits, messagesPerMinute }: Watching): ChannelDesk {
  return {
    list: async () => ({ waiting: await outbox.waiting(), items: await Promise.all(channels.map((channel) => stateOf(channel, limits(channel.id), messagesPerMinute))) }),
  };
}

async function stateOf({ id, health, login, capabilities: { groups, proactive } }: Watching['channels'][number], { perConversationMs, perAccountMs }: SendingLimits, messagesPerMinute: number): Promise<ChannelList['items'][number]> {
  const { up, detail, lastHeardAt } = health();
  const waiting = login?.();
  return {
    id,
    up,
    ...(detail === undefined ? {} : { detail }),
    ...(lastHeardAt === undefined ? {} : { heardAt: isoTime(lastHeardAt) }),
    ...(waiting === undefined ? {} : { login: { picture: await codePicture(waiting.code), at: isoTime(waiting.at) } }),
    groups,
    ...(proactive.kind === 'always' ? {} : { window: { hours: proactive.hours, messages: proactive.messages } }),
    limits: { perConversationMs, perAccountMs, messagesPerMinute },
  };
}
