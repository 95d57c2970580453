import type { z } from 'zod';
import { ProblemDocument } from '../../schemas/problem.ts';

/** Why something was not done, in a sentence; `offline` when nobody could be asked. */
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

/** Asks the server; everything that comes is checked by the schema that the server itself sends by. */
export interface Api {
  readonly get: <T extends z.ZodType>(path: string, schema: T) => Promise<z.infer<T>>;
  readonly post: <T extends z.ZodType>(path: string, body: object, schema: T) => Promise<z.infer<T>>;
  /** What goes with every change from now on. */
  readonly useToken: (csrf: string) => void;
}

/** Makes the way to the server; `signedOut` is called when a session has ended. */
export function createApi(language: () => string, sentence: (kind: 'offline' | 'broken') => string, signedOut: () => void): Api {
  let csrf = '';

  async function ask(path: string, init: RequestInit): Promise<unknown> {
    const headers = { accept: 'application/json', 'accept-language': language(), ...init.headers };
    const response = await fetch(path, { ...init, headers }).catch(() => {
      throw new Failed(0, sentence('offline'));
    });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok) return body;
    if (response.status === 401) signedOut();
    const problem = ProblemDocument.safeParse(body);
    throw new Failed(response.status, problem.success ? wordsOf(problem.data) : sentence('broken'));
  }

  return {
    get: async (path, schema) => schema.parse(await ask(path, {})),
    post: async (path, body, schema) => schema.parse(await ask(path, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrf }, body: JSON.stringify(body) })),
    useToken: (token) => void (csrf = token),
  };
}

function wordsOf({ detail, errors = [] }: ProblemDocument): string {
  return [detail, ...errors.map(({ path, message }) => `${path}: ${message}`)].join('\n');
}
