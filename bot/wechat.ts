import { setTimeout as pause } from 'node:timers/promises';
import { WechatyBuilder, log as wechatyLog, types, type Contact, type Message, type Wechaty } from 'wechaty';
import { helpers, type Puppet, type impls } from 'wechaty-puppet';
import { z } from 'zod';
import type { Channel, ChannelCapabilities, Incoming, IncomingKind, IncomingMedia, Outgoing, SayResult } from '../handlers/channel.ts';
import type { Log } from './log.ts';
import { createArrivals, createPulse, type Pulse } from './wechat-pulse.ts';
import { calls, replyIn, withoutCalls } from './wechat-text.ts';

const SILENCE_MS = 30_000;
const RETRY_MS: readonly number[] = [200, 1000, 5000];
const WATCH_MS = 5000;
const STOP_MS = 2000;

/** What a puppet can be told that Wechaty's interface does not carry. */
export interface Marking {
  /** Says something in a conversation while the puppet knows the letter's key. */
  readonly saying: <T>(key: string, conversation: string, say: () => Promise<T>) => Promise<T>;
  readonly said: (key: string) => Promise<boolean>;
  /** A message is stored for good, or will not be. */
  readonly settled: (messageId: string, failure: Error | undefined) => void;
}

const Extras = z.object({
  quote: z.object({ messageId: z.string().optional(), account: z.string().optional(), text: z.string() }).optional(),
  caption: z.string().optional(),
  mentionIdList: z.array(z.string()).optional(),
});

/** What a puppet may add to a message's payload: the message it answers, and the words that came with a picture. */
export type PayloadExtras = z.input<typeof Extras>;

/** How a WeChat channel is made. */
export interface WechatChannelOptions {
  readonly id: string;
  /** A puppet, or the name of an installed one. There is no default: Wechaty's own would log in as a person. */
  readonly puppet: string | Puppet;
  readonly puppetOptions?: Readonly<Record<string, unknown>> | undefined;
  readonly capabilities: ChannelCapabilities;
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
  readonly now: () => Date;
  readonly marking?: Marking | undefined;
  /** How long nothing may be heard, not even a heartbeat, before the channel counts as down. */
  readonly silenceMs?: number | undefined;
  /** The pauses before a message that could not be stored is offered again. */
  readonly retryMs?: readonly number[] | undefined;
  /** How often a service at the other end of a line is looked after. */
  readonly watchMs?: number | undefined;
  /** Milliseconds that only go forward, whatever the clock says. */
  readonly elapsed?: (() => number) | undefined;
}

type AnyPuppet = impls.PuppetInterface;
type Receive = (message: Incoming) => Promise<void>;

/** A channel through Wechaty: it translates, and nothing else. Throws when no usable puppet is named. */
export function createWechatChannel(options: WechatChannelOptions): Channel {
  const { id, capabilities, marking, now, elapsed = () => performance.now(), silenceMs = SILENCE_MS } = options;
  const chosen = puppetOf(options);
  const [pulse, login] = [createPulse({ now, elapsed, silenceMs }), createLoginCode(now)];
  let bot: Wechaty | undefined;
  let watch: (() => Promise<void>) | undefined;

  /** Tells whether the line was begun: a start that fails does not reject. */
  async function connectAnew(receive: Receive): Promise<boolean> {
    const puppet = await chosen();
    let started = false;
    puppet.once('start', () => void (started = true));
    bot = WechatyBuilder.build({ puppet });
    connect(bot, puppet, createDispatch(options, puppet, pulse, receive), options, pulse, login);
    await bot.start();
    return started;
  }

  async function start(receive: Receive): Promise<void> {
    wechatyLog.level('silent');
    await connectAnew(receive);
    if (typeof options.puppet === 'string') watch = watchOver({ ...options, silent: () => !pulse.health(true).up }, async () => {
      await letGoOfCache(bot?.puppet).then(hangUp);
      if (!(await connectAnew(receive))) throw new Error('The service did not answer');
      pulse.beat();
    });
  }

  async function hangUp(): Promise<void> {
    const stopping = bot;
    bot = undefined;
    await within(stopping?.stop(), STOP_MS);
  }

  return {
    id,
    capabilities,
    start,
    stop: () => (watch?.() ?? Promise.resolve()).then(hangUp),
    say: (letter) => sayThrough(bot, options, letter),
    said: (key) => marking?.said(key) ?? Promise.resolve(undefined),
    login: () => (bot?.isLoggedIn === true ? undefined : login.read()),
    health: () => pulse.health(bot?.isLoggedIn === true),
  };
}

interface Cache {
  readonly stop: () => Promise<void>;
}

/** A service's puppet holds a cache that only one line can have open, and lets go of it without saying when: it must have, before another line is begun, and not open it again. */
async function letGoOfCache(puppet: AnyPuppet | undefined): Promise<void> {
  const cache: unknown = puppet !== undefined && '_payloadStore' in puppet ? puppet._payloadStore : undefined;
  if (!isCache(cache)) return;
  puppet?.removeAllListeners('login');
  await within(cache.stop(), STOP_MS);
}

function isCache(value: unknown): value is Cache {
  return typeof value === 'object' && value !== null && 'stop' in value && typeof value.stop === 'function';
}

async function sayThrough(bot: Wechaty | undefined, { id, marking }: WechatChannelOptions, letter: Outgoing): Promise<SayResult> {
  if (bot?.isLoggedIn !== true) throw new Error(`Channel ${id} is not logged in`);
  const speak = () => speakTo(bot, letter);
  return marking === undefined ? speak() : marking.saying(letter.key, 'room' in letter.to ? letter.to.room : letter.to.account, speak);
}

/** A service that went silent does not come back by itself: the line is built anew, again and again. Gives the way to end the watch. */
function watchOver({ id, log, silent, watchMs = WATCH_MS }: WechatChannelOptions & { readonly silent: () => boolean }, connectAgain: () => Promise<void>): () => Promise<void> {
  let connecting: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (!silent()) return;
    connecting ??= connectAgain().catch((err: unknown) => log.warn({ channel: id, err }, 'a silent service could not be reached again')).finally(() => (connecting = undefined));
  }, watchMs).unref();
  return async () => {
    clearInterval(timer);
    await connecting;
  };
}

/** Waits for something, but not for ever: what is silent may never end. */
async function within(ending: Promise<void> | undefined, ms: number): Promise<void> {
  await Promise.race([(ending ?? Promise.resolve()).catch(() => undefined), pause(ms)]);
}

/** The official-account puppet takes unsigned posts: anybody could speak as any resident. */
const UNSAFE: readonly string[] = ['wechaty-puppet-official-account'];

function puppetOf({ puppet, puppetOptions = {} }: WechatChannelOptions): () => Promise<AnyPuppet> {
  if (typeof puppet !== 'string') return () => Promise.resolve(puppet);
  if (!isPuppetName(puppet)) throw new Error(`"${puppet}" is not the name of a puppet; write for example wechaty-puppet-service`);
  if (UNSAFE.includes(puppet)) throw new Error(`${puppet} cannot be used: it does not check who writes`);
  return () => helpers.resolvePuppet({ puppet, puppetOptions: { ...puppetOptions } });
}

function isPuppetName(name: string): name is `wechaty-puppet-${string}` {
  return /^(@[\w.-]+\/)?wechaty-puppet-[\w.-]+$/.test(name);
}

/** Every event has a listener that cannot throw: an error nobody listens to ends the process. */
function connect(bot: Wechaty, puppet: AnyPuppet, dispatch: Dispatch, { id, log }: WechatChannelOptions, pulse: Pulse, login: LoginCode): void {
  puppet.on('message', ({ messageId }) => dispatch.arrived(messageId));
  bot.on('message', (message) => void dispatch.take(message));
  bot.on('heartbeat', pulse.beat);
  bot.on('error', (err) => log.error({ channel: id, err }, 'the channel reports an error'));
  bot.on('login', () => {
    login.clear();
    log.info({ channel: id }, 'the account is logged in');
  });
  bot.on('logout', () => log.warn({ channel: id }, 'the account is logged out'));
  // Whoever scans it takes the account over: it is shown to administrators, and not written down.
  bot.on('scan', (qrcode, status) => {
    login.show(qrcode, status);
    log.warn({ channel: id, status }, 'a code must be scanned to log in; the setting-up page shows it');
  });
}

interface LoginCode {
  readonly show: (code: string, status: types.ScanStatus) => void;
  readonly clear: () => void;
  readonly read: () => { readonly code: string; readonly at: Date } | undefined;
}

/** Remembers the code that must be scanned, until it was. */
function createLoginCode(now: () => Date): LoginCode {
  let held: { readonly code: string; readonly at: Date } | undefined;
  return {
    show: (code, status) => {
      const isOver = code === '' || status === types.ScanStatus.Confirmed || status === types.ScanStatus.Cancel;
      held = isOver ? undefined : { code, at: now() };
    },
    clear: () => (held = undefined),
    read: () => held,
  };
}

interface Dispatch {
  readonly arrived: (messageId: string) => void;
  /** Never rejects. */
  readonly take: (message: Message) => Promise<void>;
}

function createDispatch(options: WechatChannelOptions, puppet: AnyPuppet, pulse: Pulse, receive: Receive): Dispatch {
  const { id, log, marking, retryMs = RETRY_MS } = options;
  const arrivals = createArrivals(options.now);

  async function take(message: Message): Promise<void> {
    pulse.beat();
    if (message.self()) return;
    const failure = await handOver(message).then(() => undefined, asError);
    if (failure !== undefined) {
      pulse.lose();
      log.error({ channel: id, messageId: message.id, err: failure }, 'a message could not be stored and is lost');
    }
    marking?.settled(message.id, failure);
  }

  async function handOver(message: Message): Promise<void> {
    const at = arrivals.timeOf(message.id, message.payload?.timestamp ?? 0);
    const offer = async () => receive({ ...(await incoming(message, puppet)), channel: id, at });
    for (const ms of retryMs) {
      const failure = await offer().then(() => undefined, asError);
      if (failure === undefined) return;
      log.warn({ channel: id, messageId: message.id, err: failure }, 'a message could not be stored; trying again');
      await pause(ms);
    }
    await offer();
  }

  return { arrived: arrivals.note, take };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

async function speakTo(bot: Wechaty, { to, text }: Outgoing): Promise<SayResult> {
  const recipient: Pick<Contact, 'say'> | undefined = 'room' in to ? await bot.Room.find({ id: to.room }) : await bot.Contact.find({ id: to.account });
  if (recipient === undefined) throw new Error('The recipient cannot be found now');
  try {
    const message = await recipient.say(text);
    return { outcome: 'sent', messageId: message?.id };
  } catch (error) {
    if (NoSuchRecipient.safeParse(error).success) return { outcome: 'refused', reason: 'no-such-recipient' };
    throw error;
  }
}

const NoSuchRecipient = z.object({ code: z.literal('no-such-recipient') });

const KINDS: Readonly<Partial<Record<types.Message, IncomingKind>>> = {
  [types.Message.Text]: 'text',
  [types.Message.Image]: 'image',
  [types.Message.Audio]: 'audio',
  [types.Message.Video]: 'video',
  [types.Message.Attachment]: 'file',
  [types.Message.Location]: 'location',
  [types.Message.Emoticon]: 'sticker',
  [types.Message.Url]: 'link',
  [types.Message.Recalled]: 'recall',
};

async function incoming(message: Message, puppet: AnyPuppet): Promise<Omit<Incoming, 'channel' | 'at'>> {
  const kind = KINDS[message.type()] ?? 'other';
  const extras = Extras.safeParse(message.payload).data ?? {};
  const room = message.room();
  const words = replyIn(await wordsOf(message, kind, extras.caption));
  const names = room === undefined ? [] : await ownNames(message, puppet, words.text);
  const mentioned = room !== undefined && (extras.mentionIdList?.includes(puppet.currentUserId) ?? calls(words.text, names));
  return {
    messageId: message.id,
    account: message.talker().id,
    accountName: message.talker().name(),
    room: room?.id,
    roomName: await room?.topic(),
    kind,
    text: mentioned ? withoutCalls(words.text, names) : words.text,
    media: mediaOf(message, kind),
    location: kind === 'location' ? await locationOf(message, puppet) : undefined,
    mentionsBot: mentioned,
    quote: kind === 'recall' ? recalled(message) : (extras.quote ?? words.quote),
  };
}

/** Its text is the id of the message that was taken back. */
function recalled(message: Message): Incoming['quote'] {
  return { messageId: message.text().trim(), text: '' };
}

/** Pictures and files carry markup in their text, never words. */
async function wordsOf(message: Message, kind: IncomingKind, caption: string | undefined): Promise<string> {
  if (kind === 'text') return message.text();
  if (kind !== 'link') return caption ?? '';
  const link = await message.toUrlLink();
  return `${link.title()}\n${link.url()}`;
}

/** What the bot is called in this room: its own name, and the one it has in the group. */
async function ownNames(message: Message, puppet: AnyPuppet, text: string): Promise<string[]> {
  if (!text.includes('@')) return [];
  const [contact, member] = await Promise.all([
    puppet.contactPayload(puppet.currentUserId),
    puppet.roomMemberPayload(message.room()?.id ?? '', puppet.currentUserId).catch(() => undefined),
  ]);
  return [member?.roomAlias, contact.name].filter((name): name is string => name !== undefined && name !== '');
}

const WITH_MEDIA: readonly IncomingKind[] = ['image', 'audio', 'video', 'file', 'sticker'];

function mediaOf(message: Message, kind: IncomingKind): IncomingMedia | undefined {
  if (!WITH_MEDIA.includes(kind)) return undefined;
  const box = () => (kind === 'image' ? message.toImage().hd() : message.toFileBox());
  return { name: message.payload?.filename ?? message.id, bytes: async () => new Uint8Array(await (await box()).toBuffer()) };
}

const Place = z.object({ latitude: z.number(), longitude: z.number(), address: z.string() });

/** The message's own way to its location does not work, so the puppet is asked. */
async function locationOf(message: Message, puppet: AnyPuppet): Promise<Incoming['location']> {
  return Place.safeParse(await puppet.messageLocation(message.id)).data;
}
