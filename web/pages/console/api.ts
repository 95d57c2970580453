import type { z } from 'zod';
import { ProblemDocument } from '../../schemas/problem.ts';
import { createSentKeys } from '../shared/sent-keys.ts';

/** Longer than this and the server counts as silent; what holds a file may be long on its way. */
const PATIENCE_MS = 30_000;
const FILE_PATIENCE_MS = 600_000;

/** Why something was not done, in a sentence; `offline` when nobody answered. */
export class Failed extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'Failed';
  }

  get offline(): boolean {
    return this.status === 0;
  }
}

type Post = <T extends z.ZodType>(path: string, body: object, schema: T) => Promise<z.infer<T>>;

/** What no answer comes to: nobody is there, nobody answers what was asked, or what was to be changed. */
export type Unanswered = 'offline' | 'late' | 'unsure';

/** How the server is reached, and the signal that ends the waiting after so many milliseconds. */
export interface Line {
  readonly request: (path: string, init: RequestInit) => Promise<Response>;
  readonly patience: (ms: number) => AbortSignal;
}

/** Asks the server; everything that comes is checked by the schema that the server itself sends by. What was not answered is asked again under the same key. */
export interface Api {
  readonly get: <T extends z.ZodType>(path: string, schema: T) => Promise<z.infer<T>>;
  readonly post: Post;
  /** A `post` that is waited for as long as a file may take. */
  readonly sendFile: Post;
  /** What goes with every change from now on. */
  readonly useToken: (csrf: string) => void;
}

const OWN_LINE: Line = { request: (path, init) => fetch(path, init), patience: (ms) => AbortSignal.timeout(ms) };

/** Makes the way to the server; `signedOut` is called when a session has ended. */
export function createApi(language: () => string, sentence: (kind: Unanswered | 'broken') => string, signedOut: () => void, { request, patience }: Line = OWN_LINE): Api {
  let csrf = '';
  const keys = createSentKeys();

  async function ask(path: string, init: RequestInit, waits: number): Promise<unknown> {
    const headers = { accept: 'application/json', 'accept-language': language(), ...init.headers };
    const signal = patience(waits);
    const late = init.method === undefined ? 'late' : 'unsure';
    const response = await request(path, { ...init, headers, signal }).catch(() => {
      throw new Failed(0, sentence(signal.aborted ? late : 'offline'));
    });
    const body: unknown = await response.json().catch(() => {
      if (signal.aborted) throw new Failed(0, sentence(late));
    });
    if (response.ok) return body;
    if (response.status === 401) signedOut();
    const problem = ProblemDocument.safeParse(body);
    throw new Failed(response.status, problem.success ? wordsOf(problem.data) : sentence('broken'));
  }

  const posts = (waits: number): Post => async (path, given, schema) => {
    const body = JSON.stringify(given);
    const what = `${path} ${body}`;
    try {
      const answer = await ask(path, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf, 'idempotency-key': keys.keyOf(what) }, body }, waits);
      keys.answered(what);
      return schema.parse(answer);
    } catch (error) {
      if (!isUnanswered(error)) keys.answered(what);
      throw error;
    }
  };

  return {
    get: async (path, schema) => schema.parse(await ask(path, {}, PATIENCE_MS)),
    post: posts(PATIENCE_MS),
    sendFile: posts(FILE_PATIENCE_MS),
    useToken: (token) => void (csrf = token),
  };
}

/** Nobody knows whether it was done: asked again, it must be the same. */
function isUnanswered(error: unknown): boolean {
  return error instanceof Failed && (error.offline || error.status >= 500);
}

function wordsOf({ detail, errors = [] }: ProblemDocument): string {
  return [detail, ...errors.map(({ path, message }) => `${path}: ${message}`)].join('\n');
}
