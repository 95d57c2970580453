import { z } from 'zod';
import { DemandPage, DemandView } from '../web/schemas/demand.ts';
import { Made } from '../web/schemas/intake.ts';
import { ProblemDocument } from '../web/schemas/problem.ts';
import { ClockMoved, ClockState, SandboxMessages, SandboxPeople, SandboxPerson, SandboxRooms } from '../web/schemas/sandbox.ts';
import type { SandboxMessage, SandboxRoom } from '../web/schemas/sandbox.ts';

/** A person's chat with the bot, or a group. */
export type Chat = { readonly person: string } | { readonly room: string };

/** What somebody writes. */
export interface Saying {
  readonly from: string;
  readonly room?: string | undefined;
  readonly text?: string | undefined;
  /** A picture as base64, or as a data address. */
  readonly image?: string | undefined;
  readonly mention?: boolean | string | readonly string[] | undefined;
  /** The id of the message this one answers. */
  readonly quote?: string | undefined;
  /** The id of an own message that is taken back. */
  readonly recall?: string | undefined;
}

/** Thrown when the program answers with a problem. */
export class Problem extends Error {
  readonly code = 'problem';
  constructor(readonly status: number, readonly document: ProblemDocument) {
    super(`${status} ${document.title}: ${document.detail}`);
    this.name = 'Problem';
  }
}

/** The HTTP calls of a running program whose channel is the sandbox. */
export interface SandboxHttp {
  readonly url: string;
  readonly people: () => Promise<readonly SandboxPerson[]>;
  readonly addPerson: (name: string) => Promise<SandboxPerson>;
  readonly rooms: () => Promise<readonly SandboxRoom[]>;
  /** Settles, with the message's id, once the program has kept the message. */
  readonly post: (saying: Saying) => Promise<string>;
  /** What a chat shows after `seq`, oldest first: all of it. */
  readonly messages: (chat: Chat, after?: number) => Promise<readonly SandboxMessage[]>;
  readonly clock: () => Promise<z.infer<typeof ClockState>>;
  /** Moves the clock by an ISO 8601 duration; gives the time it then is. */
  readonly advance: (duration: string) => Promise<Date>;
  readonly settle: () => Promise<Date>;
  readonly demand: (no: string) => Promise<DemandView>;
  readonly demands: (limit?: number) => Promise<DemandPage>;
}

const PAGE = 1000;

/** Makes the calls of the program at `url`; each throws Problem when the program refuses. */
export function sandboxHttp(url: string): SandboxHttp {
  const get = <T>(path: string, schema: z.ZodType<T>) => call(url, path, schema);
  const post = <T>(path: string, schema: z.ZodType<T>, body?: object) => call(url, path, schema, { body });

  async function messages(chat: Chat, after = 0): Promise<SandboxMessage[]> {
    const { items } = await get(`/sandbox/messages?${new URLSearchParams({ ...chat, after: String(after), limit: String(PAGE) }).toString()}`, SandboxMessages);
    const last = items.at(-1);
    return items.length < PAGE || last === undefined ? items : [...items, ...(await messages(chat, last.seq))];
  }

  return {
    url,
    messages,
    people: async () => (await get('/sandbox/people', SandboxPeople)).items,
    addPerson: (name) => post('/sandbox/people', SandboxPerson, { name }),
    rooms: async () => (await get('/sandbox/rooms', SandboxRooms)).items,
    post: async (saying) => (await post('/sandbox/messages', Made, saying)).id,
    clock: () => get('/sandbox/clock', ClockState),
    advance: async (duration) => new Date((await post('/sandbox/clock', ClockMoved, { advance: duration })).now),
    settle: async () => new Date((await post('/sandbox/settle', ClockMoved)).now),
    demand: (no) => get(`/sandbox/demands/${no}`, DemandView),
    demands: (limit = 50) => get(`/sandbox/demands?limit=${limit}`, DemandPage),
  };
}

/** One call: GET without `send`, else POST with the body as JSON. Throws Problem for any answer that is not a success. */
export async function call<T>(url: string, path: string, schema: z.ZodType<T>, send?: { readonly body?: object | undefined }, token?: string): Promise<T> {
  const ask = () => fetch(`${url}${path}`, {
    method: send === undefined ? 'GET' : 'POST',
    // What is sent goes over a connection of its own: one that was kept could have just been given up, and nobody would know whether it had arrived.
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(send === undefined ? {} : { connection: 'close' }), ...(send?.body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: send?.body === undefined ? null : JSON.stringify(send.body),
  });
  const response = await (send === undefined ? ask().catch(ask) : ask());
  const answer: unknown = await response.json();
  if (response.ok) return schema.parse(answer);
  throw new Problem(response.status, ProblemDocument.parse(answer));
}
