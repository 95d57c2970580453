import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

const Request = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.union([z.string(), z.array(z.looseObject({})).transform((parts) => JSON.stringify(parts))]) })),
  response_format: z.looseObject({ type: z.string() }).optional(),
});
/** What the program sent. */
export type ModelRequest = z.infer<typeof Request> & { readonly raw: string };

/** How the server answers one request. */
export type ModelReply = (response: ServerResponse, request: ModelRequest) => void;

/** A server on this machine that plays a language model's API. */
export interface ModelServer {
  readonly url: string;
  readonly requests: ModelRequest[];
  /** How it answers from now on: one after the other, the last one again and again. */
  readonly answers: (...replies: ModelReply[]) => void;
  readonly stop: () => Promise<void>;
}

/** Starts such a server on a port of the system's choice. */
export async function aModelServer(...replies: ModelReply[]): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  let left = replies;
  const server = createServer((incoming, response) => {
    void text(incoming).then((raw) => {
      const isForm = incoming.headers['content-type']?.startsWith('multipart/') === true;
      const request = isForm ? { model: '', messages: [], raw } : { ...Request.parse(JSON.parse(raw)), raw };
      requests.push(request);
      const [next, ...others] = left;
      if (others.length > 0) left = others;
      next?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    answers: (...next) => void (left = next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a message as a model would. */
export function says(content: string | null, more: object = {}): ModelReply {
  return (response) => json(response, 200, { id: 'c1', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, ...more } }], usage: { prompt_tokens: 700, completion_tokens: 60, total_tokens: 760 } });
}

/** Answers as a model that writes voices down. */
export function hears(text: string): ModelReply {
  return (response) => json(response, 200, { text });
}

/** Answers with an HTTP status and whatever body. */
export function fails(status: number, body: unknown = { error: { message: 'no' } }): ModelReply {
  return (response) => json(response, status, body);
}

/** Never answers; once `begun`, the head of the answer is sent and its body never comes. */
export function hangs({ begun = false } = {}): ModelReply {
  return (response) => {
    if (!begun) return;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"choices":');
  };
}

/** The words of the resident in a request. */
export function saidIn({ messages }: ModelRequest): string {
  const user = messages.find(({ role }) => role === 'user');
  return z.object({ said: z.string() }).parse(JSON.parse(user?.content ?? '')).said;
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
