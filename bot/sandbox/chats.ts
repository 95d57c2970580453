import { accept, type Result } from '../../domain/result.ts';
import { createGate } from './gate.ts';
import { chatKey, type Chat, type Entry, type NewEntry, type SandboxLog } from './log.ts';
import type { Kept, MediaStore } from './media.ts';
import { contentOf, recallKey, type Saying, type SayingRefusal } from './saying.ts';
import { BOT, type World } from './world.ts';

/**
 * How many messages may be on their way to the bot at once, and how many are brought again after a restart: being the
 * same, no message that was kept but perhaps not heard is forgotten.
 */
const ON_THE_WAY = 200;

/** What the bot says, as its messenger is told. */
export type Answer = Pick<NewEntry, 'chat' | 'text' | 'mentions' | 'media' | 'location' | 'link' | 'key'> & Partial<Pick<NewEntry, 'kind'>>;

/** One message as a chat shows it. */
export interface ShownMessage {
  readonly seq: number;
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly at: Date;
  /** `recalled` is what its speaker has taken back: nothing of it is shown any more. */
  readonly kind: Entry['kind'] | 'recalled';
  /** The media id of a picture. */
  readonly image?: string | undefined;
  readonly file?: Kept | undefined;
  readonly location?: Entry['location'];
  readonly link?: Entry['link'];
  readonly quote?: Entry['quote'];
}

/** Thrown when the bot speaks to somebody, or into a room, that does not exist. */
export class NoSuchRecipient extends Error {
  readonly code = 'no-such-recipient';
  constructor(chat: Chat) {
    super(`There is no ${chatKey(chat)}`);
    this.name = 'NoSuchRecipient';
  }
}

/** Thrown when a person speaks while nobody listens, or what they said could not be handed over. */
export class NotHeard extends Error {
  readonly code = 'not-heard';
  constructor(reason: string) {
    super(`The message was not heard: ${reason}`);
    this.name = 'NotHeard';
  }
}

/** The chats of the sandbox. */
export interface Chats {
  readonly world: World;
  /** Settles once the bot's inbox has the message; throws NotHeard when it has not. */
  readonly say: (saying: Saying) => Promise<Result<{ readonly id: string }, SayingRefusal>>;
  /** The bot's words; a key that was said is not said again. Throws NoSuchRecipient. */
  readonly answer: (answer: Answer) => Promise<Entry>;
  /** What a chat shows after `seq`, oldest first. */
  readonly read: (chat: Chat, after: number, limit: number) => Promise<ShownMessage[]>;
  readonly byId: (id: string) => Promise<Entry | undefined>;
  readonly said: (key: string) => Promise<boolean>;
  readonly media: MediaStore;
  /** Calls back at every message shown from now on; gives the way to stop it. */
  readonly subscribe: (shown: (chat: Chat, message: ShownMessage) => void) => () => void;
  /** Who takes people's messages; settles when they are stored. Undefined when nobody listens any more. */
  readonly listen: (hear: Hear | undefined) => void;
  /** People's last messages: as many as could have been on their way at a sudden death. */
  readonly recent: () => Promise<Entry[]>;
  /** Brings messages once more, as messengers do after a new start. */
  readonly replay: (entries: readonly Entry[]) => Promise<void>;
  /** How many messages are on their way to the bot. */
  readonly underWay: () => number;
}

/** Takes one message of a person. */
export type Hear = (entry: Entry) => Promise<void>;

/** What the chats are made of. */
export interface ChatsDeps {
  readonly world: World;
  readonly log: SandboxLog;
  readonly media: MediaStore;
  readonly now: () => Date;
}

/** Lets people and the bot talk: everything said is kept first, then shown, then heard. */
export function createChats(deps: ChatsDeps): Chats {
  const { world, log } = deps;
  const gate = createGate(ON_THE_WAY);
  const { keep, subscribe } = createKeep(deps);
  let hear: Hear | undefined;

  function listener(): Hear {
    if (hear === undefined) throw new NotHeard('nobody listens');
    return hear;
  }

  async function say(saying: Saying): Promise<Result<{ id: string }, SayingRefusal>> {
    const content = await contentOf(saying, deps);
    if (!content.ok) return content;
    return gate.through(async () => {
      const hearing = listener();
      const entry = await keep(content.value);
      await hearing(entry);
      return accept({ id: entry.id });
    });
  }

  function answer(words: Answer): Promise<Entry> {
    return exists(world, words.chat) ? keep({ kind: 'text', ...words, from: BOT }) : Promise.reject(new NoSuchRecipient(words.chat));
  }

  async function replay(entries: readonly Entry[]): Promise<void> {
    await Promise.allSettled(entries.map((entry) => gate.through(async () => listener()(entry))));
  }

  return {
    world,
    media: deps.media,
    say,
    answer,
    recent: () => log.last(ON_THE_WAY, BOT),
    replay,
    subscribe,
    read: async (chat, after, limit) => Promise.all((await log.since(chat, after, limit)).map((entry) => asItStands(log, entry))),
    byId: log.byId,
    said: async (key) => (await log.byKey(key)) !== undefined,
    listen: (heard) => void (hear = heard),
    underWay: gate.busy,
  };
}

/** Keeps messages, and shows each new one once. Within a chat no two have the same time. */
function createKeep({ log, now }: ChatsDeps) {
  const latest = new Map<string, number>();
  const listeners = new Set<(chat: Chat, message: ShownMessage) => void>();

  function timeIn(chat: Chat): Date {
    const time = Math.max(now().getTime(), (latest.get(chatKey(chat)) ?? 0) + 1);
    latest.set(chatKey(chat), time);
    return new Date(time);
  }

  async function keep(content: Omit<NewEntry, 'at'>): Promise<Entry> {
    const at = timeIn(content.chat);
    const entry = await log.append({ ...content, at });
    const isNew = entry.at === at;
    if (isNew) for (const listener of listeners) listener(entry.chat, shown(entry));
    return entry;
  }

  function subscribe(listener: (chat: Chat, message: ShownMessage) => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  return { keep, subscribe };
}

function exists(world: World, chat: Chat): boolean {
  return 'room' in chat ? world.room(chat.room) !== undefined : world.person(chat.person) !== undefined;
}

/** Nothing of what was taken back. */
async function asItStands(log: Pick<SandboxLog, 'byKey'>, entry: Entry): Promise<ShownMessage> {
  const { seq, id, from, at } = entry;
  return (await log.byKey(recallKey(id))) === undefined ? shown(entry) : { seq, id, from, text: '', at, kind: 'recalled' };
}

function shown({ seq, id, from, text, at, kind, media, location, link, quote }: Entry): ShownMessage {
  const image = kind === 'image' ? media?.id : undefined;
  const file = kind === 'image' ? undefined : media;
  return {
    seq,
    id,
    from,
    text,
    at,
    kind,
    ...(image !== undefined && { image }),
    ...(file !== undefined && { file }),
    ...(location !== undefined && { location }),
    ...(link !== undefined && { link }),
    ...(quote !== undefined && { quote }),
  };
}
