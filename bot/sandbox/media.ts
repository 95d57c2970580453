import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { accept, refuse, type Result } from '../../domain/result.ts';

const MAX_BYTES = 5 * 1024 * 1024;
const PICTURES: readonly string[] = ['png', 'jpg', 'gif', 'webp'];
const ID = /^[0-9a-f]{32}\.[a-z0-9]{1,5}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Why bytes were not kept. */
export type MediaRefusal = 'not-a-picture' | 'too-large';

/** Where bytes are kept, and what they are called. */
export interface Kept {
  readonly id: string;
  readonly name: string;
}

/** The pictures, voices and files of the sandbox, kept as files. */
export interface MediaStore {
  /** Keeps a picture given as a data URL or as base64: png, jpeg, gif or webp by its content, at most 5 MB. */
  readonly keepPicture: (picture: string) => Promise<Result<Kept, MediaRefusal>>;
  /** Keeps any bytes of at most 5 MB under the name they came with. */
  readonly keepFile: (name: string, bytes: Uint8Array) => Promise<Result<Kept, MediaRefusal>>;
  /** The bytes and their media type; undefined when there are none with this id. */
  readonly read: (id: string) => Promise<{ readonly bytes: Uint8Array; readonly type: string } | undefined>;
}

/** Keeps media in a folder, named after their content, so that the same picture is kept once. */
export function createMediaStore(folder: string): MediaStore {
  async function keep(bytes: Uint8Array, extension: string): Promise<string> {
    const id = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${extension}`;
    await mkdir(folder, { recursive: true });
    await writeWhole(join(folder, id), bytes);
    return id;
  }

  async function keepPicture(picture: string): Promise<Result<Kept, MediaRefusal>> {
    const base64 = picture.replace(/^data:[^,]*;base64,/, '').replace(/\s/g, '');
    if (base64.length > MAX_BYTES * 1.4) return refuse('too-large');
    if (!BASE64.test(base64)) return refuse('not-a-picture');

    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length > MAX_BYTES) return refuse('too-large');
    const type = await fileTypeFromBuffer(bytes);
    if (type === undefined || !PICTURES.includes(type.ext)) return refuse('not-a-picture');

    const id = await keep(bytes, type.ext);
    return accept({ id, name: id });
  }

  async function keepFile(name: string, bytes: Uint8Array): Promise<Result<Kept, MediaRefusal>> {
    if (bytes.length > MAX_BYTES) return refuse('too-large');
    const extension = /^\.[a-z0-9]{1,5}$/.exec(extname(name).toLowerCase())?.[0].slice(1) ?? 'bin';
    return accept({ id: await keep(bytes, extension), name });
  }

  async function read(id: string): Promise<{ bytes: Uint8Array; type: string } | undefined> {
    if (!ID.test(id)) return undefined;
    const bytes = await readFile(join(folder, id)).catch(() => undefined);
    if (bytes === undefined) return undefined;
    return { bytes, type: (await fileTypeFromBuffer(bytes))?.mime ?? 'application/octet-stream' };
  }

  return { keepPicture, keepFile, read };
}

/** Under its name a file is whole or absent, also after a sudden death. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
}
