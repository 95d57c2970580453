import { createHmac, hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** The key under which personal data are sealed. */
export interface DataKey {
  readonly key: Buffer;
  /** True when it was made just now: whoever runs the program must be told to keep a copy. */
  readonly created: boolean;
}

/** Thrown when DATA_KEY, or the key file, is not 32 bytes in base64. */
export class BadDataKey extends Error {
  readonly code = 'bad-data-key';
  constructor(readonly from: string) {
    super(`${from} must hold ${KEY_BYTES} bytes in base64`);
    this.name = 'BadDataKey';
  }
}

/** The key under which all personal data is sealed: from the setting, else from `data.key` in the data folder, made there at the first start. */
export async function readDataKey({ setting, dataDir }: { setting?: string | undefined; dataDir: string }): Promise<DataKey> {
  if (setting !== undefined) return { key: decoded(setting, 'DATA_KEY'), created: false };
  const file = join(dataDir, 'data.key');
  const kept = await contentOf(file);
  if (kept !== undefined) return { key: decoded(kept, file), created: false };
  const created = await create(file, dataDir);
  return { key: decoded((await contentOf(file)) ?? '', file), created };
}

/** A key for one purpose only, derived from the data key. */
export function keyFor(purpose: string, dataKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, '', `shaozi/${purpose}`, KEY_BYTES));
}

/**
 * Makes the function that turns a text into search tokens: keyed hashes of its letter pairs, words and numbers, which find
 * a sealed text without holding it. A text is found when it has every token of what is searched for; a single character gives none.
 */
export function createSearchTokens(dataKey: Buffer): (text: string) => string[] {
  const key = keyFor('search', dataKey);
  return (text) => [...new Set(termsOf(text))].map((term) => createHmac('sha256', key).update(term).digest().subarray(0, 8).toString('base64url'));
}

function termsOf(text: string): string[] {
  const runs = text.normalize('NFKC').toLowerCase().match(/[\p{Script=Latin}\p{N}]+|(?:(?!\p{Script=Latin})\p{L})+/gu) ?? [];
  return runs.flatMap((run) => (/^[\p{Script=Latin}\p{N}]/u.test(run) ? [run] : pairsOf(run)));
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, nth) => `${characters[nth] ?? ''}${character}`);
}

function decoded(text: string, from: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES || !/^[\w+/-]+=*$/.test(text.trim())) throw new BadDataKey(from);
  return key;
}

async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The file appears whole or not at all; of two processes that start together, one makes it and the other reads it. */
async function create(file: string, folder: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  await handle.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
  await handle.sync();
  await handle.close();
  await chmod(draft, 0o600);
  return await link(draft, file).then(() => true, () => false).finally(() => rm(draft));
}
