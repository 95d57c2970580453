import mongoose, { Schema } from 'mongoose';
import type { Inbox, Received } from '../handlers/ports/inbox.ts';
import type { Store } from './connect.ts';
import { isDuplicate } from './duplicate.ts';
import { insertRow, modelOf, type Row } from './model.ts';
import { withoutUndefined } from './plain-value.ts';
import { createSequence } from './sequence.ts';

interface InboxRow extends Row, Omit<Received, 'id' | 'again'> {
  /** The seq, as long as it is not handled. */
  readonly waiting?: number | undefined;
  readonly handledAt?: Date | undefined;
}

const { trusted } = mongoose;
const { Mixed } = Schema.Types;

const FIELDS = {
  seq: Number, waiting: Number, handledAt: Date, channel: String, person: String, room: String, kind: String,
  words: String, media: [String], mark: String, mentionsBot: Boolean, quote: Mixed, location: String, at: Date, burst: String,
};

/** All that is dropped once a message is handled: only its id is needed to know it again. */
const DROPPED = Object.fromEntries(['waiting', 'channel', 'person', 'room', 'kind', 'words', 'media', 'mark', 'mentionsBot', 'quote', 'location', 'at', 'burst'].map((field) => [field, '']));

/** Messages as they came in, kept whole until they are handled. */
export function createInbox({ connection, kind }: Pick<Store, 'connection' | 'kind'>): Inbox {
  const indexes = [{ on: { waiting: 1 }, sparse: true }, { on: { handledAt: 1 }, sparse: true }] as const;
  const messages = modelOf<InboxRow>(connection, { name: 'Message', collection: 'inbox', fields: FIELDS, indexes });
  const nextSeq = createSequence(connection, 'inbox', kind === 'embedded' ? 1000 : 1);
  const waiting = trusted({ $gt: 0 });
  /** What this process took in; anything else that waits was begun by one that may have ended. */
  const own = new Set<string>();

  return {
    accept: async ({ id, ...message }) => {
      const seq = await nextSeq();
      const row: InboxRow = withoutUndefined({ _id: id, ...message, seq, waiting: seq });
      try {
        await insertRow(messages, row);
      } catch (error) {
        if (isDuplicate(error)) return undefined;
        throw error;
      }
      own.add(id);
      return { id, ...message, seq, again: false };
    },
    unhandled: async (limit) => {
      const rows = await messages.find({ waiting }, { waiting: 0 }).sort({ waiting: 1 }).limit(limit).lean();
      return rows.map(({ _id: id, ...message }) => ({ id, ...message, again: !own.has(id) }));
    },
    takeUp: async (ids, burst) => { await messages.updateMany({ _id: trusted({ $in: [...ids] }) }, { $set: { burst } }); },
    attach: async (id, media) => { await messages.updateOne({ _id: id, waiting }, { $set: { media }, $unset: { mark: '' } }); },
    handled: async (ids, now) => {
      await messages.updateMany({ _id: trusted({ $in: [...ids] }) }, { $set: { handledAt: now }, $unset: DROPPED });
      for (const id of ids) own.delete(id);
    },
    forget: async (person) => {
      const own = await messages.find({ waiting, person }, { media: 1 }).sort({ waiting: 1 }).lean();
      await messages.updateMany({ waiting, person }, { $set: { words: '', media: [] }, $unset: { mark: '', quote: '', location: '' } });
      await messages.updateMany({ waiting, 'quote.person': person }, { $unset: { quote: '' } });
      return own.flatMap(({ media = [] }) => [...media]);
    },
    purge: async (before) => (await messages.deleteMany({ handledAt: trusted({ $lt: before }) })).deletedCount,
  };
}
