import { z } from 'zod';
import type { Incoming } from '../../handlers/channel.ts';
import { CALLED_FIELDS, CALLED_KINDS, calledBase, calledWith } from '../tencent/called-message.ts';
import { saidBy } from '../tencent/menu-mark.ts';

/** One message or event as a WeCom application is called with. */
export const AppMessage = z.object({
  ...CALLED_FIELDS,
  EventKey: z.string().max(1024).default(''),
  TaskId: z.string().max(128).default(''),
  ResponseCode: z.string().max(512).optional(),
});
export type AppMessage = z.infer<typeof AppMessage>;

/** What a member says or presses, as every channel brings it; a button says its command. Undefined for what nobody said. */
export function incomingFrom(message: AppMessage, channel: string, timeOf: (ms: number) => Date, fetch: (mark: string) => Promise<Uint8Array | undefined>): Incoming | undefined {
  const { FromUserName: account, CreateTime: seconds, MsgType: type } = message;
  const base = calledBase(message, channel, timeOf);
  if (type === 'event') {
    const says = message.Event === 'template_card_event' ? saidBy(message.EventKey) : undefined;
    return says === undefined ? undefined : { ...base, messageId: `${account}-${seconds}-${message.TaskId}`, kind: 'text', text: says };
  }
  const text = type === 'link' ? `${message.Title}\n${message.Url}` : message.Content;
  return calledWith(message, base, { kind: CALLED_KINDS[type] ?? 'other', text }, fetch);
}
