import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { ProblemDocument } from '../../web/schemas/problem.ts';
import { startInProcess, type Product } from './product.ts';

/** The program with its administrator at the setting-up pages. */
export interface DeskPlay {
  readonly product: () => Product;
  readonly get: <T extends z.ZodType>(path: string, schema: T, language?: string) => Promise<z.infer<T>>;
  readonly post: <T extends z.ZodType>(path: string, body: object, schema: T) => Promise<z.infer<T>>;
  /** The problem that a call ends with. */
  readonly refused: (path: string, body: object, headers?: Readonly<Record<string, string>>) => Promise<{ readonly status: number; readonly detail: string; readonly refusal?: string | undefined }>;
  /** Stops the program and starts it on the same data. */
  readonly restart: () => Promise<void>;
  /** A dispatcher, signed in by a code from the chat: what goes with their calls. */
  readonly dispatcher: () => Promise<Record<string, string>>;
  /** Makes somebody an administrator, signs them in, and gives what goes with their calls. */
  readonly adminNamed: (person: string) => Promise<Record<string, string>>;
}

/** Starts the program, with these settings, for the tests around it. */
export function aDeskPlay(env: Readonly<Record<string, string>> = {}): DeskPlay {
  let product: Product;
  let dataDir = '';
  before(async function () {
    this.timeout(60_000);
    dataDir = await mkdtemp(join(tmpdir(), 'desk-'));
    product = await startInProcess({ dataDir, env });
  });
  after(async () => {
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const call = (path: string, init: RequestInit, headers: Readonly<Record<string, string>> = {}) => fetch(`${product.url}${path}`, { ...init, headers: { authorization: `Bearer ${product.adminToken}`, 'content-type': 'application/json', ...headers } });
  const send = (path: string, body: object, headers?: Readonly<Record<string, string>>) => call(path, { method: 'POST', body: JSON.stringify(body) }, headers);
  async function read<T extends z.ZodType>(response: Response, schema: T): Promise<z.infer<T>> {
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`${String(response.status)} ${JSON.stringify(body)}`);
    return schema.parse(body);
  }
  async function signedIn(person: string): Promise<Record<string, string>> {
    await product.client.says(person, '登录');
    await product.client.settle();
    const code = /登录码：(\d{6})/.exec((await product.client.hears(person)).map(({ text }) => text).join('\n'))?.[1] ?? '';
    const response = await fetch(`${product.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ secret: code }) });
    const { csrf } = (await response.json()) as { csrf: string };
    return { authorization: '', cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', 'x-csrf-token': csrf };
  }

  return {
    product: () => product,
    get: async (path, schema, language = 'zh-CN') => read(await call(path, {}, { 'accept-language': language }), schema),
    post: async (path, body, schema) => read(await send(path, body), schema),
    refused: async (path, body, headers) => {
      const response = await send(path, body, headers);
      const { status, detail, refusal } = ProblemDocument.parse(await response.json());
      return { status, detail, ...(refusal === undefined ? {} : { refusal }) };
    },
    restart: async () => {
      await product.stop();
      product = await startInProcess({ dataDir, env });
    },
    dispatcher: () => signedIn('p-feng-3'),
    adminNamed: async (person) => {
      await send('/api/setup/admins', { person, admin: true });
      return signedIn(person);
    },
  };
}
