import { z } from 'zod';
import type { Incoming, IncomingKind } from '../../handlers/channel.ts';
import { saidBy } from '../tencent/menu-mark.ts';

const Media = z.object({ media_id: z.string().min(1).max(512) });

const Event = z.object({
  event_type: z.string(),
  external_userid: z.string().optional(),
  scene: z.string().optional(),
  scene_param: z.string().optional(),
  welcome_code: z.string().optional(),
  fail_msgid: z.string().optional(),
  fail_type: z.number().optional(),
  recall_msgid: z.string().max(200).optional(),
});

/** One message or event as customer service hands it out. */
export const KfMessage = z.object({
  msgid: z.string().min(1).max(200),
  external_userid: z.string().max(200).optional(),
  send_time: z.number().int().nonnegative(),
  origin: z.number().int(),
  msgtype: z.string(),
  text: z.object({ content: z.string(), menu_id: z.string().optional() }).optional(),
  image: Media.optional(),
  voice: Media.optional(),
  video: Media.optional(),
  file: Media.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number(), name: z.string().default(''), address: z.string().default('') }).optional(),
  link: z.object({ title: z.string().default(''), url: z.string().default('') }).optional(),
  event: Event.optional(),
});
export type KfMessage = z.infer<typeof KfMessage>;
export type KfEvent = z.infer<typeof Event>;

/** A page of what there is after a cursor; what is no message in it is left out. */
export const KfPage = z.object({ next_cursor: z.string().optional(), has_more: z.number().default(0), msg_list: z.array(z.unknown()).default([]) });

/** Written by the resident, and not by us or the messenger. */
const FROM_RESIDENT = 3;
const KINDS: Readonly<Record<string, IncomingKind>> = { text: 'text', image: 'image', voice: 'audio', video: 'video', file: 'file', location: 'location', link: 'link' };
const LONGEST = 20_000;

/** A resident's message as every channel brings it; undefined for what no resident said. */
export function incomingFrom(message: KfMessage, channel: string, timeOf: (ms: number) => Date, fetch: (mark: string) => Promise<Uint8Array | undefined>): Incoming | undefined {
  const { msgid, external_userid: account, send_time: seconds, origin, msgtype } = message;
  if (origin !== FROM_RESIDENT || account === undefined || msgtype === 'event') return undefined;
  const media = (message.image ?? message.voice ?? message.video ?? message.file)?.media_id;
  const { location } = message;
  return {
    channel,
    messageId: msgid,
    account,
    accountName: '',
    kind: KINDS[msgtype] ?? 'other',
    text: wordsOf(message).slice(0, LONGEST),
    media: media === undefined ? undefined : { name: media, mark: media, bytes: async () => (await fetch(media)) ?? new Uint8Array() },
    location: location && { latitude: location.latitude, longitude: location.longitude, address: [location.address, location.name].filter((part) => part !== '').join(' ') },
    mentionsBot: false,
    at: timeOf(seconds * 1000),
  };
}

function wordsOf({ text, link }: KfMessage): string {
  if (link !== undefined) return `${link.title}\n${link.url}`;
  return saidBy(text?.menu_id) ?? text?.content ?? '';
}
