import { z } from 'zod';
import type { Incoming, IncomingKind } from '../../handlers/channel.ts';
import { CALLED_FIELDS, CALLED_KINDS, calledBase, calledWith, type CalledBase } from '../tencent/called-message.ts';
import { saidBy } from '../tencent/menu-mark.ts';

const Subscribing = z.object({ TemplateId: z.string().max(128), SubscribeStatusString: z.string().max(20) });
const Subscribings = z.object({ List: z.union([Subscribing.transform((one) => [one]), z.array(Subscribing)]) });

/** One message or event as a service account is called with. */
export const OaMessage = z.object({
  ...CALLED_FIELDS,
  ToUserName: z.string().max(128).default(''),
  MsgID: z.string().max(64).optional(),
  bizmsgmenuid: z.string().optional(),
  Recognition: z.string().optional(),
  EventKey: z.string().max(256).default(''),
  Status: z.string().optional(),
  SubscribeMsgPopupEvent: Subscribings.optional(),
  SubscribeMsgChangeEvent: Subscribings.optional(),
});
export type OaMessage = z.infer<typeof OaMessage>;

const KINDS: Readonly<Record<string, IncomingKind>> = { ...CALLED_KINDS, shortvideo: 'video' };
/** After following, scanning or a menu: three messages in a minute. */
const AFTER_EVENT = { forMs: 60_000, messages: 3 };

/** What an account is called with as every channel brings it; undefined for what nobody said. */
export function incomingFrom(message: OaMessage, channel: string, timeOf: (ms: number) => Date, placeNamed: (id: string) => string | undefined, fetch: (mark: string) => Promise<Uint8Array | undefined>): Incoming | undefined {
  const base = calledBase(message, channel, timeOf);
  if (message.MsgType === 'event') return entering(message, base, placeNamed);
  return calledWith(message, base, { kind: KINDS[message.MsgType] ?? 'other', text: wordsOf(message) }, fetch);
}

function entering({ Event: event, FromUserName: account, CreateTime: seconds, EventKey: key }: OaMessage, base: CalledBase, placeNamed: (id: string) => string | undefined): Incoming | undefined {
  if (!isEntering(event)) return undefined;
  const scene = key.replace(/^qrscene_/, '');
  const place = scene !== '' && placeNamed(scene) !== undefined ? scene : undefined;
  return { ...base, messageId: `${account}-${seconds}-${event ?? ''}`, kind: 'other', text: '', entered: { place }, opens: AFTER_EVENT };
}

/** What somebody has answered when asked whether they want to be told once more, for each template. */
export function subscribingIn({ SubscribeMsgPopupEvent: asked, SubscribeMsgChangeEvent: changed }: OaMessage): readonly z.infer<typeof Subscribing>[] {
  return [...(asked?.List ?? []), ...(changed?.List ?? [])];
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
