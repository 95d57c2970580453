import type * as z from 'zod/mini';
import { ClockState, Demand, Demands, Messages, People, Person, Problem, Rooms, Sent, type Message, type Room } from './contract.ts';

/** Longer than this and the answer counts as lost; moving the clock may take its time. */
const PATIENCE_MS = 15_000;
const CLOCK_PATIENCE_MS = 300_000;

/** Somebody's private chat with the bot, or a group. */
export type ChatAddress = { readonly person: string } | { readonly room: string };

/** What one message may carry; `mention` is a person's id or `bot`, `image` a data URL. */
export interface Saying {
  readonly from: string;
  readonly room?: string | undefined;
  readonly text?: string | undefined;
  readonly image?: string | undefined;
  readonly mention?: string | undefined;
  readonly quote?: string | undefined;
  /** The id of an own message that is taken back. */
  readonly recall?: string | undefined;
}

/** The server refused; the message is the reason it gave, empty when it gave none. */
export class Refused extends Error {
  readonly code = 'refused';
  constructor(
    readonly status: number,
    reason: string,
  ) {
    super(reason);
    this.name = 'Refused';
  }
}

/** The sandbox's HTTP calls; each rejects with `Refused`, or with whatever broke the connection. */
export interface Api {
  readonly people: () => Promise<Person[]>;
  readonly addResident: (name: string) => Promise<Person>;
  readonly rooms: () => Promise<Room[]>;
  /** All messages of the chat after that sequence number, oldest first. */
  readonly messages: (chat: ChatAddress, after: number) => Promise<Message[]>;
  readonly send: (saying: Saying) => Promise<string>;
  readonly clock: () => Promise<ClockState>;
  /** `by` is an ISO-8601 duration; settles once all that fell due is done and said. */
  readonly advance: (by: string) => Promise<void>;
  readonly demands: (limit: number) => Promise<Demand[]>;
  readonly demand: (id: string) => Promise<Demand>;
}

/** Speaks to the sandbox with the given `fetch`, and is answered in the page's language. */
export function createApi(request: typeof fetch, language: () => string): Api {
  const { get, post } = createCalls(request, language);
  return {
    people: async () => (await get('/sandbox/people', People)).items,
    addResident: async (name) => Person.parse(await post('/sandbox/people', { name })),
    rooms: async () => (await get('/sandbox/rooms', Rooms)).items,
    messages: (chat, after) => allMessages(get, chat, after),
    send: async (saying) => Sent.parse(await post('/sandbox/messages', saying)).id,
    clock: () => get('/sandbox/clock', ClockState),
    advance: async (by) => {
      await post('/sandbox/clock', { advance: by }, CLOCK_PATIENCE_MS);
      await post('/sandbox/settle', {}, CLOCK_PATIENCE_MS);
    },
    demands: async (limit) => (await get(`/sandbox/demands?limit=${String(limit)}`, Demands)).items,
    demand: (id) => get(`/sandbox/demands/${encodeURIComponent(id)}`, Demand),
  };
}

type Get = <T extends z.ZodMiniType>(path: string, schema: T) => Promise<z.infer<T>>;

function createCalls(request: typeof fetch, language: () => string) {
  const answer = async (path: string, init: RequestInit, patience: number): Promise<unknown> => {
    const response = await request(path, { ...init, headers: { ...init.headers, 'accept-language': language() }, signal: AbortSignal.timeout(patience) });
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw new Refused(response.status, reasonIn(body));
    return body;
  };
  const get: Get = async (path, schema) => schema.parse(await answer(path, {}, PATIENCE_MS));
  const post = (path: string, body: object, patience = PATIENCE_MS): Promise<unknown> =>
    answer(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, patience);
  return { get, post };
}

/** How many messages an answer may hold is the server's to say, so the last one is the empty one. */
async function allMessages(get: Get, chat: ChatAddress, after: number): Promise<Message[]> {
  const found: Message[] = [];
  for (let from = after; ; ) {
    const query = new URLSearchParams({ ...chat, after: String(from) });
    const { items } = await get(`/sandbox/messages?${query.toString()}`, Messages);
    found.push(...items);
    const last = items.at(-1);
    if (last === undefined || last.seq <= from) return found;
    from = last.seq;
  }
}

function reasonIn(body: unknown): string {
  const problem = Problem.safeParse(body);
  return problem.success ? (problem.data.detail ?? problem.data.title ?? '') : '';
}
