import { createBoundedMap } from '../bounded-map.ts';
import type { Incoming } from '../channel.ts';

/** Whether a message is taken; of those refused, the first of a minute is answered. */
export type FloodVerdict = 'taken' | 'refused-first' | 'refused';

/** Counts what one account, and one group, says in a minute of the messages' own time. */
export interface FloodGuard {
  readonly judge: (message: Pick<Incoming, 'channel' | 'account' | 'room' | 'at'>) => FloodVerdict;
}

interface Minute {
  readonly minute: number;
  count: number;
}

const MINUTE_MS = 60_000;
const REMEMBERED = 50_000;
/** A group may say as much as so many of its members. */
const GROUP = 5;

/** Lets each account say `perMinute` messages in a minute, a group five times as much; 0 sets no limit. A night's messages count by when they were said, not by when they come. */
export function createFloodGuard(perMinute: number): FloodGuard {
  const minutes = createBoundedMap<string, Minute>(REMEMBERED);

  function count(key: string, at: Date, limit: number): FloodVerdict {
    const minute = Math.floor(at.getTime() / MINUTE_MS);
    const held = minutes.get(key);
    const known = held?.minute === minute ? held : { minute, count: 0 };
    known.count++;
    minutes.set(key, known);
    if (known.count <= limit) return 'taken';
    return known.count === limit + 1 ? 'refused-first' : 'refused';
  }

  return {
    judge: ({ channel, account, room, at }) => {
      if (perMinute <= 0) return 'taken';
      const own = count(JSON.stringify([channel, account]), at, perMinute);
      return own !== 'taken' || room === undefined ? own : count(JSON.stringify([channel, '', room]), at, perMinute * GROUP);
    },
  };
}
