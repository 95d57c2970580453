import type { Proactive } from '../domain/reach.ts';

/** What a channel can do about groups and about speaking first; a letter that may not go now waits. */
export interface ChannelCapabilities {
  readonly groups: boolean;
  readonly proactive: Proactive;
}

/** The kinds of message a channel can bring; anything else is `other`. */
export type IncomingKind = 'text' | 'image' | 'audio' | 'video' | 'file' | 'location' | 'sticker' | 'link' | 'other';

/** A picture, voice or file, fetched only when wanted. */
export interface IncomingMedia {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** One message as a channel brings it; ids are the channel's own. */
export interface Incoming {
  readonly channel: string;
  /** Unique within the channel; the same id may arrive more than once. */
  readonly messageId: string;
  /** The channel's id of who speaks. */
  readonly account: string;
  readonly accountName: string;
  /** The channel's id of the group; absent in a private chat. */
  readonly room?: string | undefined;
  readonly roomName?: string | undefined;
  readonly kind: IncomingKind;
  readonly text: string;
  readonly media?: IncomingMedia | undefined;
  readonly location?: { readonly latitude: number; readonly longitude: number; readonly address: string } | undefined;
  readonly mentionsBot: boolean;
  /** The message this one answers. */
  readonly quote?: { readonly messageId?: string | undefined; readonly account?: string | undefined; readonly text: string } | undefined;
  readonly at: Date;
}

/** One thing to be said through a channel. `key` is the letter's own, the same at every try. */
export interface Outgoing {
  readonly key: string;
  readonly to: { readonly account: string } | { readonly room: string };
  readonly text: string;
}

/**
 * What the channel made of a letter. `limited`: not now, try later; `refused`: never to this recipient;
 * anything thrown is an outage and is tried again.
 */
export type SayResult =
  | { readonly outcome: 'sent'; readonly messageId?: string | undefined }
  | { readonly outcome: 'limited'; readonly retryAfterMs: number }
  | { readonly outcome: 'refused'; readonly reason: string };

/** The one port every messaging channel implements. */
export interface Channel {
  readonly id: string;
  readonly capabilities: ChannelCapabilities;
  /** Starts listening; `receive` settles once the message is stored, and a rejection means it was not. */
  readonly start: (receive: (message: Incoming) => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly say: (letter: Outgoing) => Promise<SayResult>;
  /** Whether a letter with this key was said already, where the channel can tell; undefined where it cannot. */
  readonly said: (key: string) => Promise<boolean | undefined>;
  readonly health: () => { readonly up: boolean; readonly lastHeardAt?: Date | undefined; readonly detail?: string | undefined };
}
