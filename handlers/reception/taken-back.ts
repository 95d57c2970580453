import { z } from 'zod';
import type { Ledger } from '../ports/coordination.ts';
import type { Received } from '../ports/inbox.ts';
import type { MediaStore } from '../ports/media.ts';

interface KeepingAnswered {
  readonly ledger: Pick<Ledger, 'get' | 'set'>;
  readonly media: Pick<MediaStore, 'remove'>;
}

const Answered = z.object({ person: z.string(), burst: z.string(), media: z.array(z.string()) });

/** The id of the message that this one takes back; undefined for all others. */
export function takenBackBy({ channel, kind, quote }: Pick<Received, 'channel' | 'kind'> & { readonly quote?: { readonly messageId?: string | undefined } | undefined }): string | undefined {
  return kind === 'recall' && quote?.messageId !== undefined ? `${channel}:${quote.messageId}` : undefined;
}

/** Keeps what came with messages that are answered, and with which burst, so that what is taken back of it is found. A message alone, without a file, is known by its own id. */
export async function noteAnswered({ ledger }: KeepingAnswered, messages: readonly Received[]): Promise<void> {
  const burst = messages[0]?.id ?? '';
  await Promise.all(messages.map(async ({ id, person, media, at }) => {
    const answered: z.infer<typeof Answered> = { person, burst, media: [...media] };
    if (messages.length > 1 || media.length > 0) await ledger.set(keyOf(id), JSON.stringify(answered), at);
  }));
}

/** A message as it is to be answered: what it takes back stands for the burst it was answered with, and the files of it are gone. Others as they are. */
export async function takingBack({ ledger, media }: KeepingAnswered, message: Received): Promise<Received> {
  const id = takenBackBy(message);
  const kept = id === undefined ? undefined : await ledger.get(keyOf(id));
  const before = kept === undefined ? undefined : Answered.parse(JSON.parse(kept));
  if (before === undefined || before.person !== message.person) return message;
  for (const file of before.media) await media.remove(file);
  return { ...message, quote: { words: '', messageId: before.burst.slice(message.channel.length + 1) } };
}

function keyOf(id: string): string {
  return `answered:${id}`;
}
