import type { IncomingKind } from '../channel.ts';

/** A message as it is kept until it is handled. `words` are sealed. */
export interface Received {
  readonly id: string;
  /** Own order of arrival. */
  readonly seq: number;
  readonly channel: string;
  readonly person: string;
  readonly room?: string | undefined;
  readonly kind: IncomingKind;
  readonly words: string;
  readonly media: readonly string[];
  /** What it points at and was not fetched yet, by the channel's own mark. */
  readonly mark?: string | undefined;
  readonly mentionsBot: boolean;
  readonly quote?: { readonly words: string; readonly person?: string | undefined; readonly messageId?: string | undefined } | undefined;
  readonly location?: string | undefined;
  readonly at: Date;
  /** The burst it was taken up with, named by its first message; those taken up together are never answered apart, or with others. */
  readonly burst?: string | undefined;
  /** Taken up before, by a process that ended or an attempt that failed: parts of it may have been done. */
  readonly again: boolean;
}

/** Messages as they came in, each once, whole until they are handled. */
export interface Inbox {
  /** As it is kept; undefined when this message was stored before. */
  readonly accept: (message: Omit<Received, 'seq' | 'again'>) => Promise<Received | undefined>;
  readonly unhandled: (limit: number) => Promise<readonly Received[]>;
  /** Notes which messages are answered together, before they are. */
  readonly takeUp: (ids: readonly string[], burst: string) => Promise<void>;
  /** What it points at was fetched, or never will be. */
  readonly attach: (id: string, media: readonly string[]) => Promise<void>;
  readonly handled: (ids: readonly string[], now: Date) => Promise<void>;
  /** Forgets the words of a person's messages; gives the files that came with them. */
  readonly forget: (person: string) => Promise<readonly string[]>;
  /** Drops what was handled before then; their ids are not known any more. */
  readonly purge: (before: Date) => Promise<number>;
}
