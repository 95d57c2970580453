import { z } from 'zod';
import { failed, json, outcome, type Answer } from '../../answer.ts';
import { FILE } from '../../as-file.ts';
import type { Chat, SandboxAccess, Saying } from '../../deps.ts';
import { endpoint, type Endpoint } from '../../endpoint.ts';
import { messageShown } from '../../message-shown.ts';
import type { Outcome } from '../../outcome.ts';
import { problem } from '../../problem.ts';
import { Made } from '../../schemas/intake.ts';
import { ProblemDocument } from '../../schemas/problem.ts';
import { MessagesQuery, NewMessage, SandboxMessages } from '../../schemas/sandbox.ts';

/** A picture of 5 MB as base64, and some words. */
const MESSAGE_LIMIT = 8 * 1024 * 1024;
const BOT = 'bot';
const A_YEAR_S = 365 * 24 * 60 * 60;

type Chats = Pick<SandboxAccess, 'people' | 'rooms' | 'post' | 'messages' | 'media'>;

/** What people say and what their chats show. */
export function chatEndpoints(sandbox: Chats): Endpoint[] {
  return [saying(sandbox), reading(sandbox), media(sandbox)];
}

function saying(sandbox: Chats): Endpoint {
  return endpoint({
    method: 'post',
    path: '/sandbox/messages',
    access: 'local',
    summary: 'http.api.sandbox.post',
    takes: { body: NewMessage },
    bodyLimit: MESSAGE_LIMIT,
    answers: { 202: Made, 404: ProblemDocument, 409: ProblemDocument },
    handle: async ({ body: { mention, ...said } }) => {
      const mentioned = await mentionedIn(mention, sandbox);
      if (!mentioned.ok) return outcome(mentioned);
      const saying: Saying = { ...said, mention: mentioned.value };
      return outcome(pictureNamed(await sandbox.post(saying)), ({ id }) => json({ id }, 202));
    },
  });
}

/** The ids of who is mentioned; refused when one of them is nobody. */
async function mentionedIn(mention: z.infer<typeof NewMessage>['mention'], { people }: Pick<Chats, 'people'>): Promise<Outcome<string[]>> {
  const ids = [mention ?? []].flat().flatMap((one) => (one === true ? [BOT] : one === false ? [] : [one]));
  const others = ids.filter((id) => id !== BOT);
  if (others.length === 0) return { ok: true, value: ids };
  const known = new Set((await people()).map(({ id }) => id));
  return others.every((id) => known.has(id)) ? { ok: true, value: ids } : { ok: false, refusal: 'no-such-person' };
}

/** A message has no other part that can be too large. */
function pictureNamed<T>(posted: Outcome<T>): Outcome<T> {
  return !posted.ok && posted.refusal === 'too-large' ? { ok: false, refusal: 'picture-too-large' } : posted;
}

function reading(sandbox: Chats): Endpoint {
  return endpoint({
    method: 'get',
    path: '/sandbox/messages',
    access: 'local',
    summary: 'http.api.sandbox.messages',
    takes: { query: MessagesQuery },
    answers: { 200: SandboxMessages, 404: ProblemDocument },
    handle: async ({ query: { person, room, after, limit } }) => {
      const chat = await chatOf(person, room, sandbox);
      return outcome(chat, async (one) => json({ items: (await sandbox.messages(one, after, limit)).map(messageShown) }));
    },
  });
}

async function chatOf(person: string | undefined, room: string | undefined, { people, rooms }: Chats): Promise<Outcome<Chat>> {
  if (room !== undefined) return (await rooms()).some(({ id }) => id === room) ? { ok: true, value: { room } } : { ok: false, refusal: 'no-such-room' };
  const found = (await people()).find(({ id }) => id === person);
  return found === undefined ? { ok: false, refusal: 'no-such-person' } : { ok: true, value: { person: found.id } };
}

function media({ media }: Chats): Endpoint {
  return endpoint({
    method: 'get',
    path: '/sandbox/media/:id',
    access: 'local',
    summary: 'http.api.sandbox.media',
    takes: { params: z.object({ id: z.string() }) },
    answers: { 200: FILE, 404: ProblemDocument },
    handle: async ({ params: { id } }) => {
      const found = await media(id);
      return found === undefined ? failed(problem('no-such-media')) : file(found);
    },
  });
}

/** Pictures are shown; anything else is saved, never opened as a page of ours. */
function file({ bytes, type }: { readonly bytes: Uint8Array; readonly type: string }): Answer {
  const shown = /^image\/(?:png|jpeg|gif|webp)$/.test(type);
  return {
    kind: 'written',
    write: (_req, res) => {
      res.set({ 'content-type': shown ? type : 'application/octet-stream', 'content-disposition': shown ? 'inline' : 'attachment', 'cache-control': `private, max-age=${A_YEAR_S}, immutable` });
      res.send(Buffer.from(bytes));
    },
  };
}
