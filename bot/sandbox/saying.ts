import { accept, refuse, type Result } from '../../domain/result.ts';
import { chatKey, type Chat, type Entry, type NewEntry, type SandboxLog } from './log.ts';
import type { MediaRefusal, MediaStore } from './media.ts';
import { BOT, type World } from './world.ts';

const MAX_TEXT = 20_000;
/** As long as in WeChat. */
const RECALL_WITHIN_MS = 2 * 60_000;
const AFTER_NAME = '\u2005';

/** What a person does in the sandbox; a picture may have words with it. */
export interface Saying {
  readonly from: string;
  readonly room?: string | undefined;
  readonly text?: string | undefined;
  /** A data URL or base64. */
  readonly image?: string | undefined;
  /** The bot, or these people; counts only in a room. */
  readonly mention?: boolean | readonly string[] | undefined;
  /** The id of the message answered; it must be of the same chat. */
  readonly quote?: string | undefined;
  /** The id of an own message of the same chat that is taken back; nothing else counts then. */
  readonly recall?: string | undefined;
  readonly file?: { readonly kind: 'audio' | 'video' | 'file' | 'sticker'; readonly name: string; readonly bytes: Uint8Array } | undefined;
  readonly location?: NonNullable<Entry['location']> | undefined;
  readonly link?: NonNullable<Entry['link']> | undefined;
}

/** Why a person's message was not taken. */
export type SayingRefusal = MediaRefusal | 'no-such-person' | 'no-such-room' | 'not-in-room' | 'nothing-said' | 'too-long' | 'no-such-quote' | 'not-your-message' | 'too-late-to-recall';

type Content = Omit<NewEntry, 'at'>;

interface Deps {
  readonly world: World;
  readonly log: Pick<SandboxLog, 'byId'>;
  readonly media: Pick<MediaStore, 'keepPicture' | 'keepFile'>;
  readonly now: () => Date;
}

/** The message to be kept for what a person does, or why there is none. */
export async function contentOf(saying: Saying, deps: Deps): Promise<Result<Content, SayingRefusal>> {
  const { world, log, media } = deps;
  const chat = chatOf(saying, world);
  if (!chat.ok) return chat;
  if (saying.recall !== undefined) return recallOf(saying.from, saying.recall, chat.value, deps);
  const said = saying.text?.trim() ?? '';
  if (said.length > MAX_TEXT) return refuse('too-long');
  if (isNothing(saying, said)) return refuse('nothing-said');

  const quote = await quoteOf(saying.quote, chat.value, log);
  if (!quote.ok) return quote;
  const kept = await mediaOf(saying, media);
  if (!kept.ok) return kept;

  const mentions = 'room' in chat.value ? mentionsOf(saying, said, world) : [];
  return accept({
    chat: chat.value,
    from: saying.from,
    kind: kindOf(saying),
    text: withNames(said, mentions, world),
    mentions,
    quote: quote.value,
    media: kept.value,
    location: saying.location,
    link: saying.link,
  });
}

function chatOf({ from, room }: Saying, world: World): Result<Chat, SayingRefusal> {
  if (world.person(from) === undefined) return refuse('no-such-person');
  if (room === undefined) return accept({ person: from });
  const known = world.room(room);
  if (known === undefined) return refuse('no-such-room');
  return known.people.includes(from) ? accept({ room }) : refuse('not-in-room');
}

function isNothing({ image, file, location, link }: Saying, said: string): boolean {
  return said === '' && image === undefined && file === undefined && location === undefined && link === undefined;
}

async function quoteOf(id: string | undefined, chat: Chat, log: Deps['log']): Promise<Result<Entry['quote'], SayingRefusal>> {
  if (id === undefined) return accept(undefined);
  const quoted = await log.byId(id);
  if (quoted === undefined || chatKey(quoted.chat) !== chatKey(chat)) return refuse('no-such-quote');
  return accept({ id, from: quoted.from, text: quoted.text });
}

/** Under one key, so that a message is taken back once. */
export function recallKey(id: string): string {
  return `recall:${id}`;
}

async function recallOf(from: string, id: string, chat: Chat, { log, now }: Deps): Promise<Result<Content, SayingRefusal>> {
  const said = await log.byId(id);
  if (said === undefined || said.from !== from || said.kind === 'recall' || chatKey(said.chat) !== chatKey(chat)) return refuse('not-your-message');
  if (now().getTime() - said.at.getTime() > RECALL_WITHIN_MS) return refuse('too-late-to-recall');
  return accept({ chat, from, kind: 'recall', text: '', quote: { id, from, text: '' }, key: recallKey(id) });
}

async function mediaOf({ image, file }: Saying, media: Deps['media']): Promise<Result<Entry['media'], MediaRefusal>> {
  if (image !== undefined) return media.keepPicture(image);
  if (file !== undefined) return media.keepFile(file.name, file.bytes);
  return accept(undefined);
}

function kindOf({ image, file, location, link }: Saying): Entry['kind'] {
  if (image !== undefined) return 'image';
  if (file !== undefined) return file.kind;
  if (location !== undefined) return 'location';
  return link === undefined ? 'text' : 'link';
}

/** A typed @ and the bot's name counts like one that was picked. */
function mentionsOf({ mention }: Saying, said: string, world: World): string[] {
  const picked = typeof mention === 'object' ? mention : [];
  const bot = mention === true || said.includes(`@${world.botName}`);
  return [...new Set(bot ? [BOT, ...picked] : picked)];
}

function withNames(said: string, mentions: readonly string[], world: World): string {
  const names = mentions.map((id) => (id === BOT ? world.botName : (world.person(id)?.name ?? id)));
  const missing = names.filter((name) => !said.includes(`@${name}`));
  return missing.map((name) => `@${name}${AFTER_NAME}`).join('') + said;
}
