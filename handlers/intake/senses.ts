/** A voice or a picture as it is kept. */
export interface Medium {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** Puts a voice into words, or a picture into one line. Never rejects: undefined when that was not possible in time. */
export type PutIntoWords = (medium: Medium) => Promise<string | undefined>;

/** What can be heard and seen, where the operator allows it; undefined where not. */
export interface Senses {
  readonly transcribe?: PutIntoWords | undefined;
  readonly describePicture?: PutIntoWords | undefined;
}
