import type { Language } from '../locales/text.ts';
import type { Answer } from './answer.ts';
import type { Incoming } from './channel.ts';
import type { Meter } from './meter.ts';
import type { Inbox, MediaStore, Outbox, People, Person, Received, Room, Rooms, Sealer } from './ports.ts';

/** What is needed to take messages in. */
export interface Receiving {
  readonly inbox: Inbox;
  readonly outbox: Pick<Outbox, 'release'>;
  /** Channels that may speak only after the person has. */
  readonly answersOnly: (channel: string) => boolean;
  readonly people: People;
  readonly rooms: Rooms;
  readonly sealer: Pick<Sealer, 'seal' | 'open'>;
  readonly media: MediaStore;
  readonly answer: Answer;
  /** The language that somebody new is spoken to in. */
  readonly languageOf: (text: string) => Language;
  readonly newId: () => string;
  /** Runs something after so many milliseconds of real time; gives the way to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly joining: { readonly windowMs: number; readonly longestMs: number };
  /** Whether a message stands for itself and is answered without waiting for more. */
  readonly standsAlone: (text: string) => boolean;
  readonly failed: (error: unknown, messages: readonly Received[]) => void;
  readonly meter: Pick<Meter, 'messageIn'>;
}

/** Takes messages in: stored first, then joined per speaker, then answered in the order they came. */
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

/** Makes the reception: what comes in is stored, joined and answered. */
export function createReception(deps: Receiving): Reception {
  const lines = createLines();
  const bursts = createBursts(deps, (key, messages) => lines.queue(personIn(key), () => answered(deps, messages)));
  const take = (message: Received, text: string) => {
    const key = keyOf(message);
    if (!deps.standsAlone(text)) {
      bursts.join(key, message);
      return;
    }
    bursts.close(key);
    lines.queue(message.person, () => answered(deps, [message]));
  };

  return {
    receive: async (message) => {
      const stored = await store(deps, message);
      if (stored === undefined) return;
      if (deps.answersOnly(message.channel)) await opened(deps, stored);
      take(stored, message.text);
    },
    recover: async () => {
      const left = (await deps.inbox.unhandled(10_000)).filter(({ again }) => again);
      for (const together of begun(left)) lines.queue(together[0].person, () => answered(deps, together));
      for (const message of left.filter(({ burst }) => burst === undefined)) take(message, message.words === '' ? '' : ((await deps.sealer.open(message.words)) ?? ''));
      bursts.closeAll();
      return left.length;
    },
    closeAll: bursts.closeAll,
    idle: lines.idle,
    waiting: () => bursts.open() + lines.open(),
  };
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

/** Messages of one speaker in one chat belong together. */
function keyOf({ person, room }: Received): string {
  return `${person}|${room ?? ''}`;
}

function personIn(key: string): string {
  return key.slice(0, key.indexOf('|'));
}

/** A line per person: what one person said is answered in order, different people do not wait for each other. */
function createLines() {
  const lines = new Map<string, Promise<void>>();
  return {
    queue: (person: string, work: () => Promise<void>) => {
      const line = (lines.get(person) ?? Promise.resolve()).then(work);
      lines.set(person, line);
      void line.then(() => {
        if (lines.get(person) === line) lines.delete(person);
      });
    },
    idle: async () => {
      while (lines.size > 0) await Promise.all(lines.values());
    },
    open: () => lines.size,
  };
}

interface Burst {
  readonly messages: Received[];
  readonly openedAt: number;
  callOff: () => void;
}

/** Messages that come shortly after each other are one burst, until nothing more comes, or it has lasted long enough. */
function createBursts({ after, joining }: Pick<Receiving, 'after' | 'joining'>, ended: (key: string, messages: readonly Received[]) => void) {
  const bursts = new Map<string, Burst>();
  const close = (key: string) => {
    const burst = bursts.get(key);
    if (burst === undefined) return;
    bursts.delete(key);
    burst.callOff();
    ended(key, burst.messages);
  };
  return {
    join: (key: string, message: Received) => {
      const burst = bursts.get(key) ?? { messages: [], openedAt: performance.now(), callOff: () => undefined };
      burst.callOff();
      burst.messages.push(message);
      bursts.set(key, burst);
      const left = joining.longestMs - (performance.now() - burst.openedAt);
      burst.callOff = after(Math.max(0, Math.min(joining.windowMs, left)), () => close(key));
    },
    close,
    closeAll: () => {
      for (const key of [...bursts.keys()]) close(key);
    },
    open: () => bursts.size,
  };
}

/** A message that cannot be answered now is tried again, then left for the next start: it stays in the inbox. */
async function answered({ inbox, answer, failed, after }: Receiving, messages: readonly Received[]): Promise<void> {
  for (const wait of [...RETRY_MS, undefined]) {
    try {
      await inbox.takeUp(messages.map(({ id }) => id), messages[0]?.id ?? '');
      await answer(messages);
      return;
    } catch (error) {
      failed(error, messages);
      if (wait === undefined) return;
      await new Promise<void>((resolve) => {
        after(wait, resolve);
      });
    }
  }
}

/** The person's message opens the window: what waited for it may go. */
async function opened({ people, outbox }: Receiving, { person, at }: Received): Promise<void> {
  await people.change(person, { heardAt: at, saidSince: 0 });
  await outbox.release(person, at);
}

async function store(deps: Receiving, message: Incoming): Promise<Received | undefined> {
  const person = await personOf(deps, message);
  const room = message.room === undefined ? undefined : await roomOf(deps, message);
  const { channel, messageId, kind, mentionsBot, at, quote } = message;
  deps.meter.messageIn(channel, kind);
  const seal = async (text: string) => (text === '' ? '' : deps.sealer.seal(person.id, text));
  return deps.inbox.accept({
    id: `${channel}:${messageId}`,
    channel,
    person: person.id,
    room: room?.id,
    kind,
    words: await seal(message.text.trim()),
    media: await mediaOf(deps, message),
    mentionsBot,
    quote: quote === undefined ? undefined : { words: await seal(quote.text), messageId: quote.messageId },
    location: message.location === undefined ? undefined : await seal(message.location.address),
    at,
  });
}

/** Whoever writes for the first time is a resident we do not know yet; the name stays sealed. */
async function personOf({ people, sealer, newId, languageOf }: Receiving, { channel, account, accountName, text, at }: Incoming): Promise<Person> {
  const known = await people.byAccount({ channel, account });
  if (known !== undefined) return known;
  const id = `p-${newId()}`;
  const person: Person = { id, name: await sealer.seal(id, accountName), roles: ['resident'], grids: [], language: languageOf(text), noticed: false, erased: false, accounts: [{ channel, account }], heardAt: at };
  await people.save(person);
  return (await people.byAccount({ channel, account })) ?? person;
}

async function roomOf({ rooms, newId }: Receiving, { channel, room, roomName }: Incoming): Promise<Room | undefined> {
  if (room === undefined) return undefined;
  const known = await rooms.byAccount({ channel, account: room });
  if (known !== undefined) return known;
  const unknown: Room = { id: `r-${newId()}`, name: roomName ?? '', channel, account: room };
  await rooms.save(unknown);
  return unknown;
}

async function mediaOf({ media }: Receiving, { media: file }: Incoming): Promise<readonly string[]> {
  if (file === undefined) return [];
  const kept = await media.put(await file.bytes(), file.name);
  return kept.ok ? [kept.id] : [];
}
