import { randomUUID } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import type { MediaShelf, MediaStore } from '../handlers/ports/media.ts';
import type { Now } from '../handlers/ports/now.ts';
import { spotOf, withoutTraces } from './without-traces.ts';

const LARGEST = 10 * 1024 * 1024;
const KINDS: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  amr: 'audio/amr',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
};
const ID = /^[0-9a-f-]{36}\.([a-z0-9]{3,4})$/;

/** Keeps pictures, voices, films and documents, named by nothing that came from outside; the kind is told by the content. What a camera wrote into them is not kept. */
export function createMediaStore(shelf: MediaShelf, now: Now): MediaStore {
  return {
    ...shelf,
    put: async (bytes) => {
      if (bytes.byteLength > LARGEST) return { ok: false, refusal: 'too-large' };
      const kind = await fileTypeFromBuffer(bytes);
      if (kind === undefined || KINDS[kind.ext] === undefined) return { ok: false, refusal: 'wrong-kind' };
      const bare = await withoutTraces(bytes, kind.ext);
      if (bare === undefined) return { ok: false, refusal: 'wrong-kind' };
      const id = `${randomUUID()}.${kind.ext}`;
      await shelf.keep(id, bare, now());
      return { ok: true, id, spot: await spotOf(bytes, kind.ext) };
    },
    get: async (id) => {
      const type = KINDS[ID.exec(id)?.[1] ?? ''];
      if (type === undefined) return undefined;
      const bytes = await shelf.read(id);
      return bytes && { bytes, type };
    },
  };
}
