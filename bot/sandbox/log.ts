import { z } from 'zod';

const Chat = z.union([z.strictObject({ person: z.string().min(1) }), z.strictObject({ room: z.string().min(1) })]);

/** One chat: what a person and the bot say to each other, or a room. */
export type Chat = z.infer<typeof Chat>;

const Kind = z.enum(['text', 'image', 'audio', 'video', 'file', 'location', 'sticker', 'link', 'recall']);

const Content = z.strictObject({
  chat: Chat,
  /** A person's id, or the bot's. */
  from: z.string().min(1),
  /** A `recall` takes the message back that its quote names. */
  kind: Kind,
  text: z.string(),
  mentions: z.array(z.string()).optional(),
  quote: z.strictObject({ id: z.string(), from: z.string(), text: z.string() }).optional(),
  /** Where the bytes of a picture, voice, sticker or file are kept, and what it is called. */
  media: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  location: z.strictObject({ latitude: z.number(), longitude: z.number(), address: z.string() }).optional(),
  link: z.strictObject({ title: z.string(), url: z.string() }).optional(),
  /** The key of the letter these words come from: words with a known key are not said again. */
  key: z.string().optional(),
});

/** One message as it is kept: `seq` rises strictly over all chats, `id` is never used again. */
export const Entry = Content.extend({
  seq: z.number().int().positive(),
  id: z.string().min(1),
  at: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
});
export type Entry = z.output<typeof Entry>;

/** A message about to be kept. */
export type NewEntry = Omit<Entry, 'seq' | 'id'>;

/** What stands in for a messenger's servers: every message of every chat, for ever, in one order. */
export interface SandboxLog {
  /** Settles once the message is safe; one whose key is known already gives the message kept before. */
  readonly append: (entry: NewEntry) => Promise<Entry>;
  /** Messages of one chat with a higher `seq` than `after`, oldest first, at most `limit`. */
  readonly since: (chat: Chat, after: number, limit: number) => Promise<Entry[]>;
  readonly byId: (id: string) => Promise<Entry | undefined>;
  readonly byKey: (key: string) => Promise<Entry | undefined>;
  /** The last messages said by others than `but`, oldest first. */
  readonly last: (limit: number, but: string) => Promise<Entry[]>;
  readonly close: () => Promise<void>;
}

/** One string for one chat; a person and a room with the same id differ. */
export function chatKey(chat: Chat): string {
  return 'room' in chat ? `room:${chat.room}` : `person:${chat.person}`;
}
