import { z } from 'zod';
import type { Incoming, IncomingKind } from '../../handlers/channel.ts';
import { saidBy } from '../tencent/menu-mark.ts';

const Number_ = z.string().regex(/^-?\d+(?:\.\d+)?$/).transform(Number);

/** One message or event as a service account is called with. */
export const OaMessage = z.object({
  FromUserName: z.string().min(1).max(128),
  ToUserName: z.string().max(128).default(''),
  CreateTime: z.string().regex(/^\d{9,11}$/).transform(Number),
  MsgType: z.string().max(40),
  MsgId: z.string().regex(/^\d{1,30}$/).optional(),
  MsgID: z.string().max(64).optional(),
  Content: z.string().default(''),
  bizmsgmenuid: z.string().optional(),
  MediaId: z.string().max(512).optional(),
  Recognition: z.string().optional(),
  Location_X: Number_.optional(),
  Location_Y: Number_.optional(),
  Label: z.string().default(''),
  Title: z.string().default(''),
  Url: z.string().default(''),
  Event: z.string().max(60).optional(),
  EventKey: z.string().max(256).default(''),
  Status: z.string().optional(),
});
export type OaMessage = z.infer<typeof OaMessage>;

const KINDS: Readonly<Record<string, IncomingKind>> = { text: 'text', image: 'image', voice: 'audio', video: 'video', shortvideo: 'video', file: 'file', location: 'location', link: 'link' };
/** After following, scanning or a menu: three messages in a minute. */
const AFTER_EVENT = { forMs: 60_000, messages: 3 };

/** What an account is called with as every channel brings it; undefined for what nobody said. */
export function incomingFrom(message: OaMessage, channel: string, timeOf: (ms: number) => Date, placeNamed: (id: string) => string | undefined, fetch: (mark: string) => Promise<Uint8Array | undefined>): Incoming | undefined {
  const { FromUserName: account, CreateTime: seconds, MsgType: type, MsgId: id } = message;
  const base = { channel, account, accountName: '', mentionsBot: false, at: timeOf(seconds * 1000) };
  if (type === 'event') return entering(message, base, placeNamed);
  if (id === undefined) return undefined;
  const media = type === 'location' ? undefined : message.MediaId;
  return {
    ...base,
    messageId: id,
    kind: KINDS[type] ?? 'other',
    text: wordsOf(message),
    media: media === undefined ? undefined : { name: media, mark: media, bytes: async () => (await fetch(media)) ?? new Uint8Array() },
    location: message.Location_X === undefined || message.Location_Y === undefined ? undefined : { latitude: message.Location_X, longitude: message.Location_Y, address: message.Label },
  };
}

type Base = Pick<Incoming, 'channel' | 'account' | 'accountName' | 'mentionsBot' | 'at'>;

function entering({ Event: event, FromUserName: account, CreateTime: seconds, EventKey: key }: OaMessage, base: Base, placeNamed: (id: string) => string | undefined): Incoming | undefined {
  if (!isEntering(event)) return undefined;
  const scene = key.replace(/^qrscene_/, '');
  const place = scene !== '' && placeNamed(scene) !== undefined ? scene : undefined;
  return { ...base, messageId: `${account}-${seconds}-${event ?? ''}`, kind: 'other', text: '', entered: { place }, opens: AFTER_EVENT };
}

/** Whether somebody came in: by following, by a code, or by a menu. */
export function isEntering(event: string | undefined): boolean {
  return event === 'subscribe' || event === 'SCAN' || event === 'CLICK';
}

/** What the messenger understood of a voice is better than nothing. */
function wordsOf({ MsgType: type, Content: content, bizmsgmenuid: menu, Recognition: heard, Title: title, Url: url }: OaMessage): string {
  if (type === 'link') return `${title}\n${url}`;
  if (type === 'voice') return heard ?? '';
  return saidBy(menu) ?? content;
}
