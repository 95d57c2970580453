import { z } from 'zod';
import type { Now } from '../../handlers/ports/now.ts';
import { MessengerError } from './verdict.ts';

const TIMEOUT_MS = 10_000;
const EARLY_MS = 300_000;
/** What a picture, a voice or a film may weigh. */
const LARGEST = 20 * 1024 * 1024;

const Outcome = z.object({ errcode: z.number().int().default(0) });
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().int().positive() });

/** Where a token comes from. */
export type TokenSource =
  | { readonly kind: 'corp'; readonly corpId: string; readonly secret: string }
  | { readonly kind: 'account'; readonly appId: string; readonly secret: string };

/** Calls of one messenger account. Nothing but its own host is ever asked. */
export interface MessengerApi {
  /** Throws MessengerError for a code that is no success, and what the network throws. */
  readonly post: <T>(path: string, body: object, shape: z.ZodType<T>) => Promise<T>;
  readonly get: <T>(path: string, query: Readonly<Record<string, string>>, shape: z.ZodType<T>) => Promise<T>;
  /** A file by the messenger's own mark; throws MessengerError when there is none. */
  readonly file: (path: string, query: Readonly<Record<string, string>>) => Promise<Uint8Array>;
  /** Whether the account's own secret is right: asks for a token. */
  readonly signIn: () => Promise<void>;
}

/** Whose calls they are, and where they go. */
export interface MessengerApiOptions {
  /** The messenger's address, or that of a proxy in front of it. */
  readonly base: string;
  readonly token: TokenSource;
  readonly now: Now;
}

interface HeldToken {
  readonly token: () => Promise<string>;
  /** The next call asks for a new one. */
  readonly forget: () => void;
}

function createToken({ base, token: source, now }: MessengerApiOptions): HeldToken {
  let held: { readonly token: Promise<string>; until: number } | undefined;

  function token(): Promise<string> {
    if (held !== undefined && held.until > now().getTime()) return held.token;
    const asked = { token: Promise.resolve(''), until: now().getTime() + TIMEOUT_MS };
    asked.token = askToken(base, source).then(
      ({ access_token: given, expires_in: seconds }) => {
        asked.until = now().getTime() + Math.max(seconds * 1000 - EARLY_MS, 60_000);
        return given;
      },
      (error: unknown) => {
        if (held === asked) held = undefined;
        throw error;
      },
    );
    held = asked;
    return asked.token;
  }

  return { token, forget: () => (held = undefined) };
}

/** Makes the calls of one account; its token is asked for once and kept until shortly before its end. */
export function createMessengerApi({ base, token: source, now }: MessengerApiOptions): MessengerApi {
  const { token, forget } = createToken({ base, token: source, now });

  async function call(path: string, query: Readonly<Record<string, string>>, body?: object): Promise<Response> {
    const address = new URL(path, base);
    for (const [name, value] of Object.entries({ access_token: await token(), ...query })) address.searchParams.set(name, value);
    return ask(path, address, body);
  }

  /** A token that the messenger has ended before its time is asked for once more. */
  async function withToken<T>(once: () => Promise<T>): Promise<T> {
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof MessengerError) || error.verdict !== 'token') throw error;
      forget();
      return once();
    }
  }

  const answerOf = async <T>(path: string, shape: z.ZodType<T>, response: Response): Promise<T> => shape.parse(succeeded(path, await response.json()));
  return {
    post: (path, body, shape) => withToken(async () => answerOf(path, shape, await call(path, {}, body))),
    get: (path, query, shape) => withToken(async () => answerOf(path, shape, await call(path, query))),
    file: (path, query) => withToken(async () => fileIn(path, await call(path, query))),
    signIn: async () => {
      forget();
      await token();
    },
  };
}

/** Redirects are not followed: they could lead to another host. */
async function ask(path: string, address: URL, body?: object): Promise<Response> {
  const sent = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(address, { ...sent, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${path} answered HTTP ${response.status}`);
  return response;
}

function succeeded(path: string, answer: unknown): unknown {
  const { errcode } = Outcome.parse(answer);
  if (errcode !== 0) throw new MessengerError(path, errcode);
  return answer;
}

async function askToken(base: string, source: TokenSource): Promise<z.infer<typeof Token>> {
  if (source.kind === 'account') {
    const path = '/cgi-bin/stable_token';
    const response = await ask(path, new URL(path, base), { grant_type: 'client_credential', appid: source.appId, secret: source.secret });
    return Token.parse(succeeded(path, await response.json()));
  }
  const path = '/cgi-bin/gettoken';
  const address = new URL(path, base);
  address.searchParams.set('corpid', source.corpId);
  address.searchParams.set('corpsecret', source.secret);
  return Token.parse(succeeded(path, await (await ask(path, address)).json()));
}

/** A failure comes as JSON, a file as anything else. */
async function fileIn(path: string, response: Response): Promise<Uint8Array> {
  const type = response.headers.get('content-type') ?? '';
  if (/^(?:application\/json|text\/plain)/.test(type)) {
    succeeded(path, JSON.parse(await response.text()));
    throw new Error(`${path} gave no file`);
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
    const part = read.value;
    size += part.byteLength;
    if (size > LARGEST) {
      await reader?.cancel();
      throw new FileTooLarge();
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A file that is larger than any that is kept. */
export class FileTooLarge extends Error {
  readonly code = 'file-too-large';
  constructor() {
    super('The file is too large');
    this.name = 'FileTooLarge';
  }
}
