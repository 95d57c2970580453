import { noteNearby } from '../intake/nearby.ts';
import type { NotingNearby } from '../intake/nearby.ts';
import type { Inbox, Received } from '../ports/inbox.ts';
import type { MediaStore } from '../ports/media.ts';

/** What is needed to fetch what a message only points at. */
export interface FetchingMedia extends NotingNearby {
  readonly inbox: Pick<Inbox, 'attach'>;
  readonly media: Pick<MediaStore, 'put'>;
  /** A picture, voice or file by the channel's own mark; undefined when the messenger has it no more. */
  readonly fetchMedia: (channel: string, mark: string) => Promise<Uint8Array | undefined>;
}

/** The messages with what they point at fetched and kept; throws while the messenger cannot be reached. What is gone, too large or of another kind is left out. */
export async function withMedia(deps: FetchingMedia, messages: readonly Received[]): Promise<readonly Received[]> {
  return Promise.all(messages.map((message) => fetched(deps, message)));
}

async function fetched(deps: FetchingMedia, message: Received): Promise<Received> {
  const { inbox, media, fetchMedia } = deps;
  const { id, channel, mark, person, at } = message;
  if (mark === undefined || message.media.length > 0) return message;
  const bytes = await fetchMedia(channel, mark);
  const kept = bytes === undefined ? undefined : await media.put(bytes, mark);
  const ids = kept?.ok === true ? [kept.id] : [];
  await noteNearby(deps, person, { spot: kept?.ok === true ? kept.spot : undefined, told: 'picture', at });
  await inbox.attach(id, ids);
  return { ...message, media: ids, mark: undefined };
}
