import { z } from 'zod';
import type { Incoming, IncomingKind } from '../../handlers/channel.ts';

const Coordinate = z.string().regex(/^-?\d+(?:\.\d+)?$/).transform(Number);

/** What the messenger calls with, whatever kind of account it calls. */
export const CALLED_FIELDS = {
  FromUserName: z.string().min(1).max(128),
  CreateTime: z.string().regex(/^\d{9,11}$/).transform(Number),
  MsgType: z.string().max(40),
  MsgId: z.string().regex(/^\d{1,30}$/).optional(),
  Content: z.string().default(''),
  MediaId: z.string().max(512).optional(),
  Location_X: Coordinate.optional(),
  Location_Y: Coordinate.optional(),
  Label: z.string().default(''),
  Title: z.string().default(''),
  Url: z.string().default(''),
  Event: z.string().max(60).optional(),
};
type CalledMessage = z.infer<z.ZodObject<typeof CALLED_FIELDS>>;

/** The kinds of messages that every account knows. */
export const CALLED_KINDS: Readonly<Record<string, IncomingKind>> = { text: 'text', image: 'image', voice: 'audio', video: 'video', file: 'file', location: 'location', link: 'link' };

/** Who called and when, as every channel brings it. */
export type CalledBase = Pick<Incoming, 'channel' | 'account' | 'accountName' | 'mentionsBot' | 'at'>;

/** What all that comes of one call has in common. */
export function calledBase({ FromUserName: account, CreateTime: seconds }: CalledMessage, channel: string, timeOf: (ms: number) => Date): CalledBase {
  return { channel, account, accountName: '', mentionsBot: false, at: timeOf(seconds * 1000) };
}

/** What somebody said, with the file and the place of it; undefined when it has no id. */
export function calledWith(message: CalledMessage, base: CalledBase, { kind, text }: Pick<Incoming, 'kind' | 'text'>, fetch: (mark: string) => Promise<Uint8Array | undefined>): Incoming | undefined {
  const { MsgType: type, MsgId: id, Location_X: latitude, Location_Y: longitude } = message;
  if (id === undefined) return undefined;
  const media = type === 'location' ? undefined : message.MediaId;
  return {
    ...base,
    messageId: id,
    kind,
    text,
    media: media === undefined ? undefined : { name: media, mark: media, bytes: async () => (await fetch(media)) ?? new Uint8Array() },
    location: latitude === undefined || longitude === undefined ? undefined : { latitude, longitude, address: message.Label },
  };
}
