import type { Received } from '../ports/inbox.ts';
import type { MediaStore } from '../ports/media.ts';

/** So many of the last messages are known by what became of them; messengers let one take back only what was just said. */
const KNOWN = 5000;

/** What was lately answered, so that what is taken back of it is found. */
export interface LatelyAnswered {
  readonly note: (messages: readonly Received[]) => void;
  /** The message as it is to be answered: what it takes back stands for the burst it was answered with, and the files of it are gone. Others as they are. */
  readonly takingBack: (message: Received) => Promise<Received>;
}

/** The id of the message that this one takes back; undefined for all others. */
export function takenBackBy({ channel, kind, quote }: Pick<Received, 'channel' | 'kind'> & { readonly quote?: { readonly messageId?: string | undefined } | undefined }): string | undefined {
  return kind === 'recall' && quote?.messageId !== undefined ? `${channel}:${quote.messageId}` : undefined;
}

/** Remembers what this process answered. */
export function rememberAnswered(media: Pick<MediaStore, 'remove'>): LatelyAnswered {
  const known = new Map<string, { readonly burst: string; readonly media: readonly string[]; readonly person: string }>();
  return {
    note: (messages) => {
      for (const { id, person, media: files } of messages) known.set(id, { burst: messages[0]?.id ?? id, media: files, person });
      for (const id of known.keys()) {
        if (known.size <= KNOWN) break;
        known.delete(id);
      }
    },
    takingBack: async (message) => {
      const id = takenBackBy(message);
      const before = id === undefined ? undefined : known.get(id);
      if (before === undefined || before.person !== message.person) return message;
      for (const file of before.media) await media.remove(file);
      return { ...message, quote: { words: '', messageId: before.burst.slice(message.channel.length + 1) } };
    },
  };
}
