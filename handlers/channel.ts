import type { Notification, Proactive } from '../domain/reach.ts';

/** What a channel can do about groups and about speaking first; a letter that may not go now waits. */
export interface ChannelCapabilities {
  readonly groups: boolean;
  readonly proactive: Proactive;
  /** How many answers to choose from a message may carry; absent where there are only words. */
  readonly choices?: number | undefined;
  /** How somebody can be told outside the window that there is news. */
  readonly outside?: readonly Notification[] | undefined;
}

/** One answer to choose: what is shown, and the words it stands for. */
export interface Choice {
  readonly label: string;
  readonly says: string;
}

/** The kinds of message a channel can bring; with `recall` its speaker takes back the message that `quote` names; anything else is `other`. */
export type IncomingKind = 'text' | 'image' | 'audio' | 'video' | 'file' | 'location' | 'sticker' | 'link' | 'recall' | 'other';

/** A picture, voice or file, fetched only when wanted. */
export interface IncomingMedia {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** The channel's own mark, where it can be fetched later too: the message need not wait for it. */
  readonly mark?: string | undefined;
}

/** A point on the earth, in degrees. */
export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** What told a point: somebody who sent it, or the camera of a picture. */
export type ToldBy = 'location' | 'picture';

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
  readonly location?: (Spot & { readonly address: string }) | undefined;
  readonly mentionsBot: boolean;
  /** The message this one answers. */
  readonly quote?: { readonly messageId?: string | undefined; readonly account?: string | undefined; readonly text: string } | undefined;
  readonly at: Date;
  /** Nothing was said: the person came in, perhaps by a place's code. */
  readonly entered?: { readonly place?: string | undefined } | undefined;
  /** What may be said after this, where that is less than after a message. */
  readonly opens?: { readonly forMs: number; readonly messages: number } | undefined;
}

/** One thing to be said through a channel. `key` is the letter's own, the same at every try. */
export interface Outgoing {
  readonly key: string;
  readonly to: { readonly account: string } | { readonly room: string };
  readonly text: string;
  /** The number of the demand it is about. */
  readonly about?: string | undefined;
  readonly choices?: readonly Choice[] | undefined;
  /** To be said outside the window, in this way. */
  readonly outside?: Notification | undefined;
  /** The reader's own page of what it is about, where there is one. */
  readonly link?: string | undefined;
}

/**
 * What the channel made of a letter. `limited`: not now, try later; `closed`: not before the person's next message; `refused`: never to
 * this recipient; anything thrown is an outage and is tried again.
 */
export type SayResult =
  | { readonly outcome: 'sent'; readonly messageId?: string | undefined }
  | { readonly outcome: 'limited'; readonly retryAfterMs: number }
  | { readonly outcome: 'closed'; readonly reason: string }
  | { readonly outcome: 'refused'; readonly reason: string };

/** What a channel answers to a call from its messenger. */
export interface CallbackAnswer {
  readonly status: number;
  readonly text: string;
  readonly type?: 'text/plain' | 'application/xml' | undefined;
}

/** Where a messenger calls us. Neither method rejects: what cannot be taken is answered so that the messenger tries again. */
export interface Callback {
  readonly path: string;
  /** Proves that the address is ours. */
  readonly prove: (query: unknown) => CallbackAnswer;
  readonly take: (query: unknown, body: string) => Promise<CallbackAnswer>;
}

/** What a channel tells besides messages. */
export interface ChannelNews {
  /** A letter that had been taken did not arrive. */
  readonly notDelivered: (key: string, why: string) => Promise<void>;
  /** Somebody is no member of the organisation any more. */
  readonly left?: ((account: string) => Promise<void>) | undefined;
}

/** The one port every messaging channel implements. */
export interface Channel {
  readonly id: string;
  readonly capabilities: ChannelCapabilities;
  /** Starts listening; `receive` settles once the message is stored, and a rejection means it was not. */
  readonly start: (receive: (message: Incoming) => Promise<void>, news?: ChannelNews) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly say: (letter: Outgoing) => Promise<SayResult>;
  /** Whether a letter with this key was said already, where the channel can tell; undefined where it cannot. */
  readonly said: (key: string) => Promise<boolean | undefined>;
  /** A picture, voice or file by its mark; undefined when the messenger has it no more. */
  readonly fetch?: ((mark: string) => Promise<Uint8Array | undefined>) | undefined;
  readonly callback?: Callback | undefined;
  /** What must be scanned to log the account in, while that is so; nobody but an administrator may see it. */
  readonly login?: (() => { readonly code: string; readonly at: Date } | undefined) | undefined;
  readonly health: () => { readonly up: boolean; readonly lastHeardAt?: Date | undefined; readonly detail?: string | undefined };
}
