import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Log } from '../../bot/log.ts';
import { BOT } from '../../bot/sandbox/world.ts';
import type { Saying } from '../../scripts/sandbox-http.ts';
import type { DemandView } from '../../web/schemas/demand.ts';
import { createChat, type Chat, type Expected } from './play-chat.ts';
import { momentOf, mondayAfter, plainWeeks, type Day, type OddDays } from './play-weeks.ts';
import { startInProcess, type Product } from './product.ts';

/** Something said along with the words. */
export type Along = Pick<Saying, 'text' | 'image' | 'mention' | 'quote'>;

/** One person of the play: speaks, and hears in the private chat with the bot. */
export interface Speaker {
  readonly id: string;
  readonly says: (text: string, along?: Along) => Promise<Speaker>;
  /** Several messages in one breath. */
  readonly saysAtOnce: (...messages: readonly (string | Along)[]) => Promise<Speaker>;
  /** Says it in a group; gives the message's id. */
  readonly saysIn: (group: Group, text: string, along?: Along) => Promise<string>;
  /** Exactly these messages came since it was looked last, in this order; each holds what is given of it. */
  readonly hears: (...expected: readonly Expected[]) => Speaker;
  readonly hearsNothing: () => Speaker;
  /** These came in this order; others may have come between them. */
  readonly hearsAmongOthers: (...expected: readonly Expected[]) => Speaker;
  /** Everything that came since it was looked last. */
  readonly heard: () => readonly string[];
  /** The demand's number that was told last. */
  readonly no: () => string;
}

/** A group of the play; what it hears is what the bot says in it. */
export interface Group {
  readonly id: string;
  readonly hearsOnly: (...expected: readonly Expected[]) => Group;
  readonly hearsNothing: () => Group;
  readonly no: () => string;
}

/** The running program with its people, talked to as a browser would. It begins on a Monday at 09:00. */
export interface Play {
  readonly person: (id: string) => Speaker;
  readonly group: (id: string) => Group;
  /** Somebody the directory does not know. */
  readonly newcomer: (name: string) => Promise<Speaker>;
  /** Several people speak at the same time. */
  readonly together: (...sayings: readonly { readonly who: Speaker; readonly group: Group; readonly text: string }[]) => Promise<void>;
  /** Moves the clock on by a duration such as PT2H. */
  readonly advance: (duration: string) => Promise<void>;
  /** Moves the clock on to a time of a day of the play. */
  readonly until: (day: Day, time: string) => Promise<void>;
  readonly demand: (no: string) => Promise<DemandView>;
  /** How many demands there are. */
  readonly count: () => Promise<number>;
  /** The product itself, for what is not talk. */
  readonly product: () => Product;
  /** What all groups have heard from the bot so far. */
  readonly everyGroupHeard: () => Promise<readonly string[]>;
  /** What is not read yet is not looked at any more. */
  readonly lookAway: () => Promise<void>;
  /** The errors that were logged since this was last asked, where there must be some; they are not held against the play. */
  readonly takeErrors: () => readonly string[];
}

/** Starts the program, with these settings, before the tests around it and stops it after them; no error may have been logged. */
export function aPlay(odd: OddDays = {}, settings: Readonly<Record<string, string>> = {}): Play {
  const stage = createStage(odd, settings);
  before(async function () {
    this.timeout(60_000);
    await stage.open();
  });
  beforeEach(() => stage.play.lookAway());
  afterEach(() => expect(stage.faults, 'errors in the log').to.deep.equal([]));
  after(() => stage.close());
  return stage.play;
}

/** What is shared by everybody in a play. */
interface Stage {
  readonly chat: (kind: 'person' | 'room', id: string) => Chat;
  readonly post: (said: Saying) => Promise<string>;
  /** Lets everything happen that is under way, and hears what it leads to. */
  readonly settle: () => Promise<void>;
}

function createStage(odd: OddDays, settings: Readonly<Record<string, string>>) {
  const faults: string[] = [];
  const chats = new Map<string, Chat>();
  const names = new Map<string, string>([[BOT, '哨子']]);
  const monday = mondayAfter(new Date());
  let product: Product | undefined;
  let folder = '';
  let seen = 0;

  const running = (): Product => {
    if (product === undefined) throw new Error('The play has not begun');
    return product;
  };
  const listen = async () => {
    for (const chat of chats.values()) {
      const items = await running().client.messages(chat.of, chat.last());
      chat.take(items);
      seen = Math.max(seen, ...items.map(({ seq }) => seq));
    }
  };
  const settle = async () => {
    await running().client.settle();
    await listen();
  };
  const chat: Stage['chat'] = (kind, id) => {
    const known = chats.get(`${kind}:${id}`) ?? createChat(kind === 'person' ? { person: id } : { room: id }, (who) => names.get(who) ?? who, seen);
    chats.set(`${kind}:${id}`, known);
    return known;
  };
  const stage: Stage = { chat, settle, post: (said) => running().client.post(said) };
  const play = createPlay(stage, { running, monday, listen, named: (id, name) => void names.set(id, name), forget: () => chats.forEach(({ lookAway }) => lookAway()), takeErrors: () => faults.splice(0) });

  return {
    play,
    faults,
    open: async () => {
      folder = await mkdtemp(join(tmpdir(), 'play-'));
      await writeFile(join(folder, 'weeks.yaml'), plainWeeks(monday, odd));
      product = await startInProcess({ env: { CALENDAR: folder, JOIN_WINDOW_MS: '2000', TICK_MS: '60000', ...settings } }, logInto(faults));
      for (const { id, name } of [...(await product.client.people()), ...(await product.client.rooms())]) names.set(id, name);
      await play.until('周一', '09:00');
    },
    close: async () => {
      await product?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Backstage {
  readonly running: () => Product;
  readonly monday: Date;
  readonly listen: () => Promise<void>;
  readonly named: (id: string, name: string) => void;
  readonly forget: () => void;
  readonly takeErrors: Play['takeErrors'];
}

function createPlay(stage: Stage, { running, monday, listen, named, forget, takeErrors }: Backstage): Play {
  const client = () => running().client;
  const play: Play = {
    person: (id) => speaker(stage, id),
    group: (id) => group(stage, id),
    newcomer: async (name) => {
      const { id } = await client().addPerson(name);
      named(id, name);
      return speaker(stage, id);
    },
    together: async (...sayings) => {
      const speakers = new Set(sayings.map(({ who }) => who.id));
      await Promise.all([...speakers].map(async (from) => {
        for (const { group: { id }, text } of sayings.filter(({ who }) => who.id === from)) await stage.post({ from, room: id, text });
      }));
      await stage.settle();
    },
    advance: async (duration) => {
      await client().advance(duration);
      await listen();
    },
    until: async (day, time) => {
      const seconds = Math.ceil((momentOf(monday, day, time).getTime() - new Date((await client().clock()).now).getTime()) / 1000);
      if (seconds < 0) throw new Error(`${day} ${time} is over`);
      await play.advance(`PT${seconds}S`);
    },
    demand: (no) => client().demand(no),
    count: async () => (await client().demands({ limit: '100' })).items.length,
    product: running,
    everyGroupHeard: async () => {
      const heard = await Promise.all((await client().rooms()).map(({ id }) => client().messages({ room: id })));
      return heard.flat().filter(({ from }) => from === BOT).map(({ text }) => text);
    },
    lookAway: async () => {
      await stage.settle();
      forget();
    },
    takeErrors,
  };
  return play;
}

function speaker({ chat, post, settle }: Stage, id: string): Speaker {
  const own = chat('person', id);
  const one: Speaker = {
    id,
    says: (text, along = {}) => one.saysAtOnce({ ...along, text }),
    saysAtOnce: async (...messages) => {
      for (const message of messages) await post({ from: id, ...(typeof message === 'string' ? { text: message } : message) });
      await settle();
      return one;
    },
    saysIn: async (room, text, along = {}) => {
      const message = await post({ from: id, room: room.id, text, ...along });
      await settle();
      return message;
    },
    hears: (...expected) => (own.exactly(expected), one),
    hearsNothing: () => (own.exactly([]), one),
    hearsAmongOthers: (...expected) => (own.among(expected), one),
    heard: () => own.unread(),
    no: () => own.no(),
  };
  return one;
}

function group({ chat }: Stage, id: string): Group {
  const own = chat('room', id);
  const one: Group = { id, hearsOnly: (...expected) => (own.exactly(expected), one), hearsNothing: () => (own.exactly([]), one), no: () => own.no() };
  return one;
}

function logInto(faults: string[]): Log {
  const nothing = () => undefined;
  return { debug: nothing, info: nothing, warn: nothing, error: (fields, message) => void faults.push(`${message}: ${faultIn(fields)}`) };
}

function faultIn(fields: object): string {
  const error = 'err' in fields ? fields.err : undefined;
  return error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(fields);
}
