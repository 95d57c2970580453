import { z } from 'zod';
import { Time } from './scalars.ts';

/** The groups of the grids, and the chat group that each is bound to. */
export const GroupList = z.strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string(), grid: z.string(), gridName: z.string(), channel: z.string().optional() })) }).meta({ id: 'GroupList' });
export type GroupList = z.infer<typeof GroupList>;

export const GroupBody = z.strictObject({ group: z.string().min(1).max(80) });

/** A code, and the words by which it is written in the group. */
export const GroupCode = z.strictObject({ group: z.string(), code: z.string(), words: z.string() }).meta({ id: 'GroupCode' });
export type GroupCode = z.infer<typeof GroupCode>;

/** How each channel is: whether it is up, a code that must be scanned to log in (a picture), what it can do, and how fast it may talk. */
export const ChannelList = z
  .strictObject({
    /** Letters that wait on any channel. */
    waiting: z.number().int(),
    items: z.array(
      z.strictObject({
        id: z.string(),
        up: z.boolean(),
        detail: z.string().optional(),
        heardAt: Time.optional(),
        login: z.strictObject({ picture: z.string().startsWith('data:image/svg+xml'), at: Time }).optional(),
        groups: z.boolean(),
        /** Without it, it may always speak first. */
        window: z.strictObject({ hours: z.number(), messages: z.number().int() }).optional(),
        limits: z.strictObject({ perConversationMs: z.number(), perAccountMs: z.number(), messagesPerMinute: z.number() }),
      }),
    ),
  })
  .meta({ id: 'ChannelList' });
export type ChannelList = z.infer<typeof ChannelList>;
