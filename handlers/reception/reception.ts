import type { Answer } from '../answer.ts';
import type { Incoming } from '../channel.ts';
import type { Ledger } from '../ports/coordination.ts';
import type { Inbox, Received } from '../ports/inbox.ts';
import type { MediaStore } from '../ports/media.ts';
import type { Sealer } from '../ports/sealer.ts';
import { createBursts, type Joining } from './bursts.ts';
import type { FetchingMedia } from './fetch-media.ts';
import { withMedia } from './fetch-media.ts';
import { createLines, type Lines, type Work } from './lines.ts';
import type { StoringMessages } from './store-message.ts';
import { createStoreMessage } from './store-message.ts';
import { noteAnswered, takenBackBy, takingBack } from './taken-back.ts';

/** What is needed to take messages in. */
export interface Receiving extends StoringMessages, Joining, Omit<FetchingMedia, 'inbox' | 'media' | 'people'> {
  readonly media: Pick<MediaStore, 'put' | 'remove'>;
  readonly inbox: Inbox;
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly answer: Answer;
  /** Whether a message stands for itself and is answered without waiting for more. */
  readonly standsAlone: (text: string) => boolean;
  /** Whether a message that stands for itself takes along the pictures that were sent right before it. */
  readonly takesPictures: (text: string) => boolean;
  /** Whether a message begins something of its own: what was said before is no part of it. */
  readonly beginsAnew: (text: string) => boolean;
  readonly failed: (error: unknown, messages: readonly Received[]) => void;
}

/** Takes messages in: stored first, then joined per speaker, then answered: each person's in the order they came, whoever has had least first. */
export interface Reception {
  /** Settles once the message is stored; a message stored before is not taken again. */
  readonly receive: (message: Incoming) => Promise<void>;
  /** Takes up what an earlier process left. */
  readonly recover: () => Promise<number>;
  /** Ends every joining window now. */
  readonly closeAll: () => void;
  /** Settles when everything taken in so far is answered. */
  readonly idle: () => Promise<void>;
  readonly waiting: () => number;
}

const RETRY_MS = [1000, 5000, 30_000];
/** After that others go first, and it is tried once at a time: so much later, then after twice as long, up to the longest. */
const LATER_MS = { first: 300_000, longest: 3600_000 };
/** How many people are answered at the same time. */
const AT_ONCE = 16;
/** How many people's answers are begun in one turn of the process. */
const IN_A_TURN = 4;
/** How many messages are being stored at the same time. */
const STORED_AT_ONCE = 4;

/** Makes the reception: what comes in is stored, joined and answered. */
export function createReception(deps: Receiving): Reception {
  const alone = (text: string) => deps.joining.windowMs === 0 || deps.standsAlone(text);
  const store = createStoreMessage({ ...deps, standsAlone: alone });
  const lines = createLines({ atOnce: AT_ONCE, inATurn: IN_A_TURN, after: deps.after, soon: setImmediate });
  const storing = createLines({ atOnce: STORED_AT_ONCE, inATurn: 1, after: deps.after, soon: queueMicrotask });
  const answer = (person: string, messages: readonly Received[]) => lines.queue(person, answering(deps, messages, (ms, work) => void deps.after(ms, () => lines.queue(person, work))));
  const bursts = createBursts(deps, (key, messages) => answer(personIn(key), messages));
  const take = (message: Received, text: string) => {
    const key = keyOf(message);
    const byItself = message.kind === 'recall' || alone(text);
    const before = deps.takesPictures(text) ? bursts.takeOut(key, isWordless) : [];
    if (byItself || deps.beginsAnew(text)) bursts.close(key);
    if (!byItself) {
      bursts.join(key, message);
      return;
    }
    answer(message.person, [...before, message]);
  };

  return {
    receive: (message) => done(storing, JSON.stringify([message.channel, message.account]), async () => {
      const waiting = bursts.drop(takenBackBy(message));
      if (waiting !== undefined) return forget(deps, waiting, message.at);
      const stored = await store(message);
      if (stored !== undefined) take(stored, message.text);
    }),
    recover: async () => {
      const left = (await deps.inbox.unhandled(10_000)).filter(({ again }) => again);
      for (const together of begun(left)) answer(together[0].person, together);
      for (const message of left.filter(({ burst }) => burst === undefined)) take(message, message.words === '' ? '' : ((await deps.sealer.open(message.words)) ?? ''));
      bursts.closeAll();
      return left.length;
    },
    closeAll: bursts.closeAll,
    idle: lines.idle,
    waiting: () => bursts.open() + lines.open(),
  };
}

/** What is taken back before it was answered was never said. */
async function forget({ inbox, media }: Receiving, message: Received, at: Date): Promise<void> {
  for (const file of message.media) await media.remove(file);
  await inbox.handled([message.id], at);
}

/** Settles as the work does, when its turn has come. */
function done(lines: Lines, person: string, work: () => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    lines.queue(person, async () => {
      await work().then(resolve, reject);
      return undefined;
    });
  });
}

/** Bursts that were taken up before and not finished: they stay as they were, or words would be lost or done twice. */
function begun(left: readonly Received[]): [Received, ...Received[]][] {
  const bursts = new Map<string, [Received, ...Received[]]>();
  for (const message of left) {
    if (message.burst === undefined) continue;
    const burst = bursts.get(message.burst);
    if (burst === undefined) bursts.set(message.burst, [message]);
    else burst.push(message);
  }
  return [...bursts.values()];
}

/** A picture, voice or file, and nothing said with it. */
function isWordless({ words, location, media, mark }: Received): boolean {
  return words === '' && location === undefined && (media.length > 0 || mark !== undefined);
}

/** Messages of one speaker in one chat belong together. */
function keyOf({ person, room }: Received): string {
  return `${person}|${room ?? ''}`;
}

function personIn(key: string): string {
  return key.slice(0, key.indexOf('|'));
}

/** Answers messages that belong together. What cannot be answered now is tried again, and at the next start too: it stays in the inbox. */
function answering(deps: Receiving, messages: readonly Received[], putOff: (ms: number, work: Work) => void): Work {
  const { inbox, answer, failed } = deps;
  const pauses = [...RETRY_MS];
  let trying = messages;
  let laterMs = LATER_MS.first;
  const work = async (): Promise<number | undefined> => {
    try {
      if (messages.some(({ burst }) => burst === undefined)) await inbox.takeUp(messages.map(({ id }) => id), messages[0]?.id ?? '');
      const whole = await Promise.all((await withMedia(deps, trying)).map((message) => takingBack(deps, message)));
      await noteAnswered(deps, whole);
      await answer(whole);
      return undefined;
    } catch (error) {
      failed(error, messages);
      trying = messages.map((message) => ({ ...message, again: true }));
      if (pauses.length > 0) return pauses.shift();
      putOff(laterMs, work);
      laterMs = Math.min(2 * laterMs, LATER_MS.longest);
      return undefined;
    }
  };
  return work;
}
