import { z } from 'zod';
import type { Incoming, IncomingKind } from '../../handlers/channel.ts';
import { saidBy } from '../tencent/menu-mark.ts';

const Number_ = z.string().regex(/^-?\d+(?:\.\d+)?$/).transform(Number);

/** One message or event as a WeCom application is called with. */
export const AppMessage = z.object({
  FromUserName: z.string().min(1).max(128),
  CreateTime: z.string().regex(/^\d{9,11}$/).transform(Number),
  MsgType: z.string().max(40),
  MsgId: z.string().regex(/^\d{1,30}$/).optional(),
  Content: z.string().default(''),
  MediaId: z.string().max(512).optional(),
  Location_X: Number_.optional(),
  Location_Y: Number_.optional(),
  Label: z.string().default(''),
  Title: z.string().default(''),
  Url: z.string().default(''),
  Event: z.string().max(60).optional(),
  EventKey: z.string().max(1024).default(''),
  TaskId: z.string().max(128).default(''),
  ResponseCode: z.string().max(512).optional(),
});
export type AppMessage = z.infer<typeof AppMessage>;

const KINDS: Readonly<Record<string, IncomingKind>> = { text: 'text', image: 'image', voice: 'audio', video: 'video', file: 'file', location: 'location', link: 'link' };

/** What a member says or presses, as every channel brings it; a button says its command. Undefined for what nobody said. */
export function incomingFrom(message: AppMessage, channel: string, timeOf: (ms: number) => Date, fetch: (mark: string) => Promise<Uint8Array | undefined>): Incoming | undefined {
  const { FromUserName: account, CreateTime: seconds, MsgType: type, MsgId: id } = message;
  const base = { channel, account, accountName: '', mentionsBot: false, at: timeOf(seconds * 1000) };
  if (type === 'event') {
    const says = message.Event === 'template_card_event' ? saidBy(message.EventKey) : undefined;
    return says === undefined ? undefined : { ...base, messageId: `${account}-${seconds}-${message.TaskId}`, kind: 'text', text: says };
  }
  if (id === undefined) return undefined;
  const media = type === 'location' ? undefined : message.MediaId;
  return {
    ...base,
    messageId: id,
    kind: KINDS[type] ?? 'other',
    text: type === 'link' ? `${message.Title}\n${message.Url}` : message.Content,
    media: media === undefined ? undefined : { name: media, mark: media, bytes: async () => (await fetch(media)) ?? new Uint8Array() },
    location: message.Location_X === undefined || message.Location_Y === undefined ? undefined : { latitude: message.Location_X, longitude: message.Location_Y, address: message.Label },
  };
}
