import { FileBox, type FileBoxInterface } from 'file-box';
import { Puppet, payloads, types } from 'wechaty-puppet';
import type { Marking, PayloadExtras } from '../wechat.ts';
import { NotHeard, type Answer, type Chats } from './chats.ts';
import type { Chat, Entry } from './log.ts';
import { BOT, type WorldChange } from './world.ts';

const HEARTBEAT_MS = 15_000;
const HEARING_MS = 30_000;
const CACHED = 1000;

/** What the puppet is made of; times in milliseconds. */
export interface SandboxPuppetOptions {
  readonly chats: Chats;
  readonly heartbeatMs?: number | undefined;
  /** How long a message may be on its way before its speaker is told that it was not heard. */
  readonly hearingMs?: number | undefined;
  /** Whether the bot's own sayings come back as messages, as some messengers do. */
  readonly echo?: boolean | undefined;
}

interface Waiting {
  readonly settle: (failure: Error | undefined) => void;
}

/** A messenger inside this process: Wechaty speaks with the sandbox's people through it. It keeps no file of its own. */
export class SandboxPuppet extends Puppet {
  static override readonly VERSION: string = '1.0.0';

  readonly #chats: Chats;
  readonly #heartbeatMs: number;
  readonly #hearingMs: number;
  readonly #echo: boolean;
  /** By conversation: the letter that is being said in it. */
  readonly #saying = new Map<string, { readonly key: string; readonly said: Promise<void> }>();
  readonly #waiting = new Map<string, Waiting[]>();
  #stopping: (() => void)[] = [];

  constructor({ chats, heartbeatMs = HEARTBEAT_MS, hearingMs = HEARING_MS, echo = false }: SandboxPuppetOptions) {
    super({ cache: { message: CACHED } });
    this.#chats = chats;
    this.#heartbeatMs = heartbeatMs;
    this.#hearingMs = hearingMs;
    this.#echo = echo;
  }

  /** What the channel tells this puppet beyond Wechaty's interface. */
  readonly marking: Marking = {
    saying: (key, conversation, say) => this.#sayInTurn(key, conversation, say),
    said: (key) => this.#chats.said(key),
    settled: (messageId, failure) => this.#settle(messageId, failure),
  };

  override async onStart(): Promise<void> {
    const before = await this.#chats.recent();
    this.login(BOT);
    const heart = setInterval(() => this.#beat(), this.#heartbeatMs).unref();
    const unfollow = this.#chats.world.onChange((change) => this.#refresh(change));
    this.#chats.listen((entry) => this.#hear(entry));
    const begin = setImmediate(() => this.#begin(before));
    this.#stopping = [() => clearInterval(heart), () => clearImmediate(begin), unfollow, () => this.#chats.listen(undefined)];
  }

  /** Not before the start has ended: only then is anybody listening for `ready`. */
  #begin(before: readonly Entry[]): void {
    this.emit('ready', { data: BOT });
    this.#beat();
    void this.#chats.replay(before);
  }

  override onStop(): Promise<void> {
    for (const stop of this.#stopping) stop();
    this.#stopping = [];
    for (const id of [...this.#waiting.keys()]) this.#settle(id, new NotHeard('the channel stopped'));
    return Promise.resolve();
  }

  override name(): string {
    return 'sandbox';
  }

  override ding(data?: string): void {
    this.emit('dong', data === undefined ? {} : { data });
  }

  override contactList(): Promise<string[]> {
    return Promise.resolve([BOT, ...this.#chats.world.people().map(({ id }) => id)]);
  }

  /** Somebody who has left the world still has old messages, so every id is somebody. */
  override contactRawPayload(id: string): Promise<{ id: string; name: string }> {
    const { world } = this.#chats;
    return Promise.resolve({ id, name: id === BOT ? world.botName : (world.person(id)?.name ?? id) });
  }

  override contactRawPayloadParser({ id, name }: { id: string; name: string }): Promise<payloads.Contact> {
    const payload = { id, name, gender: types.ContactGender.Unknown, type: types.Contact.Individual, avatar: '', friend: true, phone: [] };
    return Promise.resolve(payload);
  }

  override roomList(): Promise<string[]> {
    return Promise.resolve(this.#chats.world.rooms().map(({ id }) => id));
  }

  override roomRawPayload(id: string): Promise<{ id: string; name: string; people: readonly string[] }> {
    return Promise.resolve(this.#chats.world.room(id) ?? { id, name: id, people: [] });
  }

  override roomRawPayloadParser({ id, name, people }: { id: string; name: string; people: readonly string[] }): Promise<payloads.Room> {
    return Promise.resolve({ id, topic: name, memberIdList: [BOT, ...people], adminIdList: [] });
  }

  override async roomMemberList(roomId: string): Promise<string[]> {
    return (await this.roomPayload(roomId)).memberIdList;
  }

  override roomMemberRawPayload(_roomId: string, contactId: string): Promise<{ id: string; name: string }> {
    return this.contactRawPayload(contactId);
  }

  override roomMemberRawPayloadParser({ id, name }: { id: string; name: string }): Promise<payloads.RoomMember> {
    return Promise.resolve({ id, name, avatar: '' });
  }

  /** Silent: the inherited one makes Wechaty look for a person with the room's id. */
  override roomMemberPayloadDirty(roomId: string): Promise<void> {
    this.cache.roomMember.delete(roomId);
    return Promise.resolve();
  }

  override async messageRawPayload(id: string): Promise<Entry> {
    const entry = await this.#chats.byId(id);
    if (entry === undefined) throw new Error(`There is no message ${id}`);
    return entry;
  }

  override messageRawPayloadParser(entry: Entry): Promise<payloads.Message> {
    return Promise.resolve(payloadOf(entry));
  }

  override async messageFile(id: string): Promise<FileBoxInterface> {
    const { media } = await this.messageRawPayload(id);
    const kept = media && (await this.#chats.media.read(media.id));
    if (media === undefined || kept === undefined) throw new Error(`Message ${id} has no file`);
    return FileBox.fromBuffer(Buffer.from(kept.bytes), media.name);
  }

  override messageImage(id: string): Promise<FileBoxInterface> {
    return this.messageFile(id);
  }

  override async messageLocation(id: string): Promise<payloads.Location> {
    const { location } = await this.messageRawPayload(id);
    if (location === undefined) throw new Error(`Message ${id} is not a location`);
    return { ...location, accuracy: 10, name: location.address };
  }

  override async messageUrl(id: string): Promise<payloads.UrlLink> {
    const { link } = await this.messageRawPayload(id);
    if (link === undefined) throw new Error(`Message ${id} is not a link`);
    return link;
  }

  override messageSendText(conversationId: string, text: string, mentions: string[] = []): Promise<string> {
    return this.#say(conversationId, { text, mentions });
  }

  override async messageSendFile(conversationId: string, file: FileBoxInterface): Promise<string> {
    const picture = await this.#chats.media.keepPicture(await file.toBase64());
    const kept = picture.ok ? picture : await this.#chats.media.keepFile(file.name, await file.toBuffer());
    if (!kept.ok) throw new Error(`The file cannot be sent: ${kept.refusal}`);
    return this.#say(conversationId, { kind: picture.ok ? 'image' : 'file', text: '', media: kept.value });
  }

  override messageSendLocation(conversationId: string, { latitude, longitude, address }: payloads.Location): Promise<string> {
    return this.#say(conversationId, { kind: 'location', text: '', location: { latitude, longitude, address } });
  }

  override messageSendUrl(conversationId: string, { title, url }: payloads.UrlLink): Promise<string> {
    return this.#say(conversationId, { kind: 'link', text: '', link: { title, url } });
  }

  #chat(conversationId: string): Chat {
    return this.#chats.world.room(conversationId) === undefined ? { person: conversationId } : { room: conversationId };
  }

  /** One letter after the other in a conversation, so that what is said in it is known to be this letter. */
  async #sayInTurn<T>(key: string, conversation: string, say: () => Promise<T>): Promise<T> {
    for (let before = this.#saying.get(conversation); before !== undefined; before = this.#saying.get(conversation)) await before.said;
    let end: () => void = () => undefined;
    const said = new Promise<void>((resolve) => (end = resolve));
    this.#saying.set(conversation, { key, said });
    try {
      return await say();
    } finally {
      this.#saying.delete(conversation);
      end();
    }
  }

  async #say(conversationId: string, answer: Omit<Answer, 'chat' | 'key'>): Promise<string> {
    const entry = await this.#chats.answer({ ...answer, chat: this.#chat(conversationId), key: this.#saying.get(conversationId)?.key });
    this.cache.message.set(entry.id, payloadOf(entry));
    if (this.#echo) this.emit('message', { messageId: entry.id });
    return entry.id;
  }

  /** The payload is in its place before anybody is told of it. */
  #hear(entry: Entry): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(entry.id, new NotHeard('it took too long')), this.#hearingMs).unref();
      const settle = (failure: Error | undefined) => {
        clearTimeout(timer);
        if (failure === undefined) resolve();
        else reject(failure);
      };
      this.#waiting.set(entry.id, [...(this.#waiting.get(entry.id) ?? []), { settle }]);
      this.cache.message.set(entry.id, payloadOf(entry));
      this.emit('message', { messageId: entry.id });
    });
  }

  #settle(messageId: string, failure: Error | undefined): void {
    const waiting = this.#waiting.get(messageId) ?? [];
    this.#waiting.delete(messageId);
    for (const { settle } of waiting) settle(failure);
  }

  #beat(): void {
    this.emit('heartbeat', { data: 'sandbox' });
  }

  /** Wechaty keeps people and rooms for ever; it reads them anew when told that they changed. */
  #refresh(change: WorldChange): void {
    if ('room' in change) this.dirtyPayload(types.Dirty.Room, change.room);
    else this.dirtyPayload(types.Dirty.Contact, change.person);
  }
}

const TYPES: Readonly<Record<Entry['kind'], types.Message>> = {
  text: types.Message.Text,
  image: types.Message.Image,
  audio: types.Message.Audio,
  video: types.Message.Video,
  file: types.Message.Attachment,
  location: types.Message.Location,
  sticker: types.Message.Emoticon,
  link: types.Message.Url,
  recall: types.Message.Recalled,
};

/** The ids of those mentioned are always given: without them Wechaty guesses from names. */
function payloadOf(entry: Entry): payloads.Message {
  const quote = entry.quote && { messageId: entry.quote.id, account: entry.quote.from, text: entry.quote.text };
  const extras: PayloadExtras = { quote, caption: entry.kind === 'text' ? undefined : entry.text };
  const base = {
    ...extras,
    id: entry.id,
    talkerId: entry.from,
    timestamp: entry.at.getTime(),
    type: TYPES[entry.kind],
    text: wordsOf(entry),
    mentionIdList: entry.mentions ?? [],
    ...(entry.media !== undefined && { filename: entry.media.name }),
  };
  if ('room' in entry.chat) return { ...base, roomId: entry.chat.room };
  return { ...base, listenerId: entry.from === BOT ? entry.chat.person : BOT };
}

/** What takes a message back names it in its text, as Wechaty's other puppets have it. */
function wordsOf({ kind, text, quote }: Entry): string {
  if (kind === 'recall') return quote?.id ?? '';
  return kind === 'text' ? text : '';
}

/** Everything else a puppet may be asked for; without these Wechaty would call what is not there. */
const UNSUPPORTED = [
  'contactAlias', 'contactAvatar', 'contactCorporationRemark', 'contactDescription', 'contactPhone',
  'contactSelfName', 'contactSelfQRCode', 'contactSelfSignature', 'conversationReadMark',
  'friendshipAccept', 'friendshipAdd', 'friendshipRawPayload', 'friendshipRawPayloadParser', 'friendshipSearchHandle', 'friendshipSearchPhone',
  'messageContact', 'messageForward', 'messageMiniProgram', 'messageRecall', 'messageSendContact', 'messageSendMiniProgram', 'messageSendPost',
  'postPublish', 'postRawPayload', 'postRawPayloadParser', 'postSearch',
  'roomAdd', 'roomAnnounce', 'roomAvatar', 'roomCreate', 'roomDel', 'roomQRCode', 'roomQuit', 'roomTopic',
  'roomInvitationAccept', 'roomInvitationRawPayload', 'roomInvitationRawPayloadParser',
  'tagContactAdd', 'tagContactDelete', 'tagContactList', 'tagContactRemove', 'tap', 'tapSearch',
] as const satisfies readonly (keyof Puppet)[];

for (const name of UNSUPPORTED) {
  const value = () => Promise.reject(new Error(`Not supported by the sandbox: ${name}`));
  Object.defineProperty(SandboxPuppet.prototype, name, { value });
}
