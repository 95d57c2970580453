import type { Spot } from '../channel.ts';

/** Where the bytes of files are kept, by ids that we gave. */
export interface MediaShelf {
  /** Settles once the file is there whole. */
  readonly keep: (id: string, bytes: Uint8Array, at: Date) => Promise<void>;
  readonly read: (id: string) => Promise<Uint8Array | undefined>;
  /** Gone for good; what is not there is no fault. */
  readonly remove: (id: string) => Promise<void>;
  /** Those kept before then. */
  readonly keptBefore: (before: Date) => AsyncIterable<string>;
}

/** Pictures, voices and files, kept outside the demands. */
export interface MediaStore extends Pick<MediaShelf, 'remove' | 'keptBefore'> {
  /** Keeps a file whose content is one of the kinds allowed, and says where its camera says it was taken; refuses others and what is too large. */
  readonly put: (bytes: Uint8Array, name: string) => Promise<{ readonly ok: true; readonly id: string; readonly spot?: Spot | undefined } | { readonly ok: false; readonly refusal: 'too-large' | 'wrong-kind' }>;
  readonly get: (id: string) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;
}
