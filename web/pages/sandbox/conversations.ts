import { computed, reactive, type ComputedRef, type Ref } from 'vue';
import { Refused, type Api, type ChatAddress } from './api.ts';
import type { Message, Person } from './contract.ts';
import { createFetching } from './fetching.ts';
import type { ReadMarks } from './read-marks.ts';

/** The bot's private chat; every other key is a room's id. */
export const BOT = 'bot';

/** A message on its way: shown at once, kept when it fails. */
export interface Draft {
  readonly key: string;
  readonly at: string;
  readonly text: string;
  readonly image?: string | undefined;
  readonly mention?: string | undefined;
  readonly quote?: Message | undefined;
  state: 'sending' | 'accepted' | 'failed';
  id?: string | undefined;
  why?: string | undefined;
}

/** What a person hands over to be said. */
export type Words = Pick<Draft, 'text' | 'image' | 'mention' | 'quote'>;

/** A message as a chat shows it; `was` are the words of one that was taken back while this window had it. */
export type Shown = Message & { readonly was?: string | undefined };

/** One chat as this window knows it. */
export interface Chat {
  readonly key: string;
  readonly items: Shown[];
  readonly drafts: Draft[];
  /** Everything up to here was fetched; the stream alone proves nothing of what came before. */
  fetched: number;
}

/** All chats of one person. */
export interface Conversations {
  readonly chats: ComputedRef<Chat[]>;
  readonly loaded: Ref<boolean>;
  readonly failed: Ref<boolean>;
  readonly chat: (key: string) => Chat;
  readonly receive: (key: string, item: Message) => void;
  /** Fetches whatever was said since; safe to call at any time. */
  readonly catchUp: () => Promise<void>;
  readonly say: (key: string, words: Words) => Promise<void>;
  readonly retry: (key: string, draft: Draft) => Promise<void>;
  readonly discard: (key: string, draft: Draft) => void;
  /** Takes an own message back; gives why not, in words that may be empty, or nothing when it is done. */
  readonly takeBack: (key: string, message: Message) => Promise<string | undefined>;
  readonly unread: (key: string) => number;
}

interface Deps {
  readonly api: Pick<Api, 'messages' | 'send'>;
  readonly marks: ReadMarks;
  /** The program's time, in milliseconds. */
  readonly now: () => number;
}

/** The chats of that person: loaded when asked to catch up, then kept in step by `receive`. */
export function createConversations(deps: Deps, person: Person): Conversations {
  const known = reactive(new Map<string, Chat>());
  const { loaded, failed, wait } = createFetching();
  for (const key of [BOT, ...person.rooms]) known.set(key, emptyChat(key));
  const chat = (key: string): Chat => known.get(key) ?? emptyChat(key);
  const catchUp = (): Promise<void> => wait([...known.values()].map((one) => catchUpChat(deps, person.id, one)));
  const deliver = (key: string, draft: Draft) => deliverDraft(deps, person.id, chat(key), draft);
  return {
    chats: computed(() => [...known.values()].sort(newestFirst)),
    loaded,
    failed,
    chat,
    receive: (key, item) => add(chat(key), item, person.id),
    catchUp,
    say: (key, words) => deliver(key, drafted(chat(key), words, deps.now())),
    retry: deliver,
    discard: (key, draft) => drop(chat(key), draft),
    takeBack: (key, message) => takeBack(deps, person.id, key, message),
    unread: (key) => unreadIn(chat(key), person.id, deps.marks.read(person.id, key)),
  };
}

async function catchUpChat({ api, marks }: Deps, person: string, chat: Chat): Promise<void> {
  const items = await api.messages(addressOf(person, chat.key), chat.fetched);
  for (const item of items) add(chat, item, person);
  chat.fetched = items.at(-1)?.seq ?? chat.fetched;
  // A sandbox begun anew counts from the start again.
  if (marks.read(person, chat.key) > lastSeq(chat)) marks.mark(person, chat.key, 0);
}

async function deliverDraft({ api }: Deps, person: string, chat: Chat, draft: Draft): Promise<void> {
  draft.state = 'sending';
  draft.why = undefined;
  try {
    const room = roomIn(chat.key);
    const { text, image, mention, quote } = draft;
    draft.id = await api.send({ from: person, room, text: text === '' ? undefined : text, image, mention, quote: quote?.id });
    draft.state = 'accepted';
    if (chat.items.some((item) => item.id === draft.id)) drop(chat, draft);
  } catch (error) {
    draft.state = 'failed';
    draft.why = whyNot(error);
  }
}

async function takeBack({ api }: Deps, person: string, key: string, message: Message): Promise<string | undefined> {
  try {
    await api.send({ from: person, room: roomIn(key), recall: message.id });
    return undefined;
  } catch (error) {
    return whyNot(error);
  }
}

function roomIn(key: string): string | undefined {
  return key === BOT ? undefined : key;
}

/** What the server gave as its reason; empty when it gave none, or was not reached. */
function whyNot(error: unknown): string {
  return error instanceof Refused ? error.message : '';
}

function drafted(chat: Chat, words: Words, now: number): Draft {
  const draft: Draft = { ...words, key: crypto.randomUUID(), at: new Date(now).toISOString(), state: 'sending' };
  chat.drafts.push(draft);
  return chat.drafts.at(-1) ?? draft;
}

function add(chat: Chat, item: Message, person: string): void {
  if (item.kind === 'recall') return hide(chat, item);
  if (chat.items.some((one) => one.id === item.id)) return;
  const after = chat.items.findLastIndex((one) => one.seq <= item.seq);
  chat.items.splice(after + 1, 0, item);
  const own = item.from === person ? chat.drafts.find((draft) => isSame(draft, item)) : undefined;
  if (own !== undefined) drop(chat, own);
}

/** What was taken back shows that it was, in its old place. */
function hide(chat: Chat, { from, quote }: Message): void {
  const index = chat.items.findIndex((one) => one.id === quote?.id && one.from === from);
  const said = chat.items[index];
  if (said !== undefined) chat.items[index] = { ...said, kind: 'recalled', text: '', image: undefined, quote: undefined, was: said.text };
}

/** The stream may be faster than the answer that brings the draft's id. */
function isSame(draft: Draft, item: Message): boolean {
  return draft.id === undefined ? draft.state === 'sending' && draft.text === item.text : draft.id === item.id;
}

function emptyChat(key: string): Chat {
  return { key, items: [], drafts: [], fetched: 0 };
}

function drop(chat: Chat, draft: Draft): void {
  const index = chat.drafts.findIndex((one) => one.key === draft.key);
  if (index >= 0) chat.drafts.splice(index, 1);
}

/** The number of the last message of a chat, 0 when there is none. */
export function lastSeq(chat: Chat): number {
  return chat.items.at(-1)?.seq ?? 0;
}

function unreadIn(chat: Chat, person: string, mark: number): number {
  return chat.items.filter((item) => item.seq > mark && item.from !== person).length;
}

function addressOf(person: string, key: string): ChatAddress {
  return key === BOT ? { person } : { room: key };
}

function newestFirst(one: Chat, other: Chat): number {
  if (one.key === BOT || other.key === BOT) return one.key === BOT ? -1 : 1;
  return lastSeq(other) - lastSeq(one);
}
