import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Schema, type Model } from 'mongoose';
import type { Now } from '../handlers/ports/now.ts';
import type { Sealer } from '../handlers/ports/sealer.ts';
import type { Store } from './connect.ts';
import { keyFor } from './data-key.ts';
import { unlessDuplicate } from './duplicate.ts';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** The version, the person, and what is needed to open it. */
const TOKEN = String.raw`~s1\.[\w-]+\.[\w-]{16}\.[\w-]{22}\.[\w-]*~`;
const WHOLE = new RegExp(`^${TOKEN}$`);
const EACH = new RegExp(TOKEN, 'g');
const APART = new RegExp(`(${TOKEN})`);

/** How long another process may still open texts of an erased person with a key it remembers. */
const REMEMBERED_MS = 60_000;

/** Thrown when something is to be sealed for a person who was erased: no new key is ever made for that id. */
export class PersonErased extends Error {
  readonly code = 'person-erased';
  constructor(readonly person: string) {
    super(`Person ${person} was erased`);
    this.name = 'PersonErased';
  }
}

/** Thrown when DATA_KEY is not the one under which the keys of persons were stored. */
export class WrongDataKey extends Error {
  readonly code = 'wrong-data-key';
  constructor() {
    super('The stored keys were sealed under another DATA_KEY; start with the right one');
    this.name = 'WrongDataKey';
  }
}

interface KeyRecord {
  readonly _id: string;
  /** Absent once the person is erased. */
  readonly wrapped?: string | null | undefined;
  readonly erased?: boolean | null | undefined;
}

interface Remembered {
  readonly key: Buffer;
  readonly until: number;
}

interface Deps {
  readonly store: Pick<Store, 'connection' | 'compact'>;
  readonly dataKey: Buffer;
  readonly now: Now;
  /** Keys kept in memory at most. */
  readonly remember?: number | undefined;
}

/**
 * Seals texts with a key per person, kept wrapped under the data key. A token names its person and fits into any text. A token
 * that nobody sealed is left as it stands. Throws WrongDataKey when the data key is another one than before.
 */
export function createSealer({ store, dataKey, now, remember = 10_000 }: Deps): Sealer {
  const keys = remembered(keyStore(keyModel(store), keyFor('person-keys', dataKey)), now, remember);
  const sealFor = (people: readonly string[], text: string) => sealedForFirst(people, text, keys.make);
  const seal = (person: string, text: string) => sealFor([person], text);

  async function openOr(sealed: string, erased: string): Promise<string> {
    const token = tokenIn(sealed);
    if (token === undefined) return sealed;
    const key = await keys.read(token.person);
    return key === undefined ? erased : (decrypted(key, token) ?? sealed);
  }

  return {
    seal,
    sealRest: (person, text) => mapRest(text, (rest) => seal(person, rest)),
    sealFor,
    open: async (sealed) => {
      const token = tokenIn(sealed);
      const key = token && (await keys.read(token.person));
      return key && decrypted(key, token);
    },
    openAll: async (value, erased, shown = (words) => words) => await mapTexts(value, (text) => openTokens(text, async (token) => shown(await openOr(token, erased)))),
    erase: async (person) => {
      await keys.erase(person);
      await store.compact('keys');
    },
  };
}

/** Throws when all of them were erased. */
async function sealedForFirst(people: readonly string[], text: string, keyOf: (person: string) => Promise<Buffer | undefined>): Promise<string> {
  for (const person of people) {
    const key = await keyOf(person);
    if (key !== undefined) return encrypted(key, person, text);
  }
  throw new PersonErased(people.join(' '));
}

function keyModel({ connection }: Deps['store']): Model<KeyRecord> {
  const schema = new Schema<KeyRecord>({ _id: String, wrapped: String, erased: Boolean }, { collection: 'keys', versionKey: false });
  return connection.models['Key'] === undefined ? connection.model<KeyRecord>('Key', schema) : connection.model<KeyRecord>('Key');
}

interface KeyStore {
  readonly read: (person: string) => Promise<Buffer | undefined>;
  /** The one that is there, else a new one; undefined when the person was erased. */
  readonly make: (person: string) => Promise<Buffer | undefined>;
  readonly erase: (person: string) => Promise<void>;
}

/** Keeps the keys used last in memory, each for a while. */
function remembered(keys: KeyStore, now: Now, most: number): KeyStore {
  const known = new Map<string, Remembered>();

  function keep(person: string, key: Buffer | undefined): Buffer | undefined {
    if (key === undefined) return undefined;
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(person, { key, until: now().getTime() + REMEMBERED_MS });
    return key;
  }

  async function read(person: string): Promise<Buffer | undefined> {
    const found = known.get(person);
    if (found !== undefined && found.until > now().getTime()) return found.key;
    known.delete(person);
    return keep(person, await keys.read(person));
  }

  return {
    read,
    make: async (person) => (await read(person)) ?? keep(person, await keys.make(person)),
    erase: async (person) => {
      await keys.erase(person);
      known.delete(person);
    },
  };
}

function keyStore(model: Model<KeyRecord>, wrapping: Buffer): KeyStore {
  const read = async (person: string): Promise<Buffer | undefined> => {
    const record = await model.findById(person).lean();
    return record?.wrapped ? unwrapped(wrapping, person, record.wrapped) : undefined;
  };
  return {
    read,
    make: async (person) => {
      const wrapped = encrypted(wrapping, person, randomBytes(KEY_BYTES).toString('base64'));
      // Another process may have made the key first; that one counts.
      await model.updateOne({ _id: person }, { $setOnInsert: { wrapped } }, { upsert: true }).catch(unlessDuplicate);
      return await read(person);
    },
    erase: async (person) => {
      await model.updateOne({ _id: person }, { $set: { erased: true }, $unset: { wrapped: '' } }, { upsert: true });
    },
  };
}

function unwrapped(wrapping: Buffer, person: string, wrapped: string): Buffer {
  const token = tokenIn(wrapped);
  const key = token?.person === person ? decrypted(wrapping, token) : undefined;
  if (key === undefined) throw new WrongDataKey();
  return Buffer.from(key, 'base64');
}

interface Token {
  readonly person: string;
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly sealed: Buffer;
}

function tokenIn(text: string): Token | undefined {
  if (!WHOLE.test(text)) return undefined;
  const [, person = '', iv = '', tag = '', sealed = ''] = text.slice(1, -1).split('.');
  const bytes = (part: string): Buffer => Buffer.from(part, 'base64url');
  return { person: bytes(person).toString('utf8'), iv: bytes(iv), tag: bytes(tag), sealed: bytes(sealed) };
}

function encrypted(key: Buffer, person: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(person));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const parts = [Buffer.from(person), iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'));
  return `~s1.${parts.join('.')}~`;
}

/** Undefined when the text was not sealed with this key for this person. */
function decrypted(key: Buffer, { person, iv, tag, sealed }: Token): string | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(person)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

async function openTokens(text: string, open: (token: string) => Promise<string>): Promise<string> {
  if (!text.includes('~s1.')) return text;
  const tokens = new Set(text.match(EACH));
  const opened = new Map(await Promise.all([...tokens].map(async (token) => [token, await open(token)] as const)));
  return text.replace(EACH, (token) => opened.get(token) ?? token);
}

/** The text with what stands before, between and behind its tokens replaced. */
async function mapRest(text: string, map: (rest: string) => Promise<string>): Promise<string> {
  const parts = await Promise.all(text.split(APART).map(async (part) => (part === '' || WHOLE.test(part) ? part : map(part))));
  return parts.join('');
}

/** A copy of a JSON-like value with each text in it replaced; dates and other objects stay themselves. */
async function mapTexts<T>(value: T, map: (text: string) => Promise<string>): Promise<T>;
async function mapTexts(value: unknown, map: (text: string) => Promise<string>): Promise<unknown> {
  if (typeof value === 'string') return await map(value);
  if (Array.isArray(value)) return await Promise.all(value.map((element: unknown) => mapTexts(element, map)));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const fields = Object.entries(value).map(async ([field, inner]: [string, unknown]) => [field, await mapTexts(inner, map)] as const);
  return Object.fromEntries(await Promise.all(fields));
}
