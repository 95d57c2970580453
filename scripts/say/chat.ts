import { BOT } from '../../bot/sandbox/world.ts';
import { ZONE } from '../../domain/zone.ts';
import { createSpeak } from '../../locales/speak.ts';
import type { Language, Params, TextKey } from '../../locales/text.ts';
import type { SandboxMessage, SandboxPerson, SandboxRoom } from '../../web/schemas/sandbox.ts';
import { Problem, sandboxHttp, type Chat, type SandboxHttp } from '../sandbox-http.ts';
import { listen, type News } from './news.ts';

/** A chat in a terminal: where the program is, who one is at first, what is typed, and where lines go. */
export interface Chatting {
  readonly url: string;
  readonly as?: string | undefined;
  readonly language: Language;
  readonly lines: AsyncIterable<string>;
  readonly write: (line: string) => void;
}

/** Who speaks, and where. */
interface Place {
  readonly person: SandboxPerson;
  readonly room?: SandboxRoom | undefined;
}

interface Around {
  readonly http: SandboxHttp;
  readonly out: (key: TextKey, params?: Params) => void;
  readonly say: (key: TextKey, params?: Params) => string;
}

const ROLE_KEYS = { resident: 1, enterprise: 1, 'grid-worker': 1, secretary: 1, dispatcher: 1, clerk: 1, leader: 1, member: 1, volunteer: 1 } as const;

/** Says what is typed as somebody in the sandbox and shows what is answered, until there are no more lines; then waits for the last answers. */
export async function chat({ url, as, language, lines, write }: Chatting): Promise<void> {
  const speak = createSpeak();
  const say = (key: TextKey, params?: Params) => speak(language, key, params);
  const around: Around = { http: sandboxHttp(url), say, out: (key, params) => write(say(key, params)) };
  const people = await around.http.people();
  const first = people.find(({ id }) => id === as) ?? people.find(({ roles }) => roles.includes('resident'));
  if (first === undefined) return;

  around.out('say.welcome', { url });
  if (as !== undefined && first.id !== as) around.out('say.no-person', { id: as });
  const shown = createShown(around, first);
  const stream = await listen(url, shown.heard);
  shown.go({ person: first });
  for await (const line of lines) shown.go(await typed(around, shown.place(), line.trim()));
  await shown.rest();
  await stream.stop();
}

/** Shows each message of the chats one is in once, but for one's own. */
function createShown(around: Around, first: SandboxPerson) {
  const seen = new Set<number>();
  const names = new Map<string, string>([[BOT, around.say('part.bot')]]);
  let place: Place = { person: first };

  const show = ({ chat: where, message }: News) => {
    const mine = 'person' in where ? where.person === place.person.id : place.person.rooms.includes(where.room);
    if (!mine || seen.has(message.seq) || message.from === place.person.id) return;
    seen.add(message.seq);
    const params = { from: names.get(message.from) ?? message.from, text: wordsOf(message) };
    if ('room' in where) around.out('say.heard-in-room', { ...params, room: where.room });
    else around.out('say.heard', params);
  };
  return {
    heard: show,
    place: () => place,
    go: (to: Place) => {
      if (to !== place) tellWho(around, to);
      place = to;
    },
    /** What is still on its way when nothing more is typed. */
    rest: async () => {
      await around.http.settle();
      const last = Math.max(0, ...seen);
      const where: Chat = { person: place.person.id };
      for (const message of await around.http.messages(where, last)) show({ chat: where, message });
    },
  };
}

function wordsOf({ text, kind }: SandboxMessage): string {
  return text === '' ? `[${kind}]` : text.replaceAll('\n', '\n    ');
}

function tellWho({ out, say }: Around, { person, room }: Place): void {
  out('say.who', { id: person.id, name: person.name, roles: rolesOf(say, person), room: room === undefined ? '' : say('say.in-room', { name: room.name }) });
}

function rolesOf(say: Around['say'], { roles }: SandboxPerson): string {
  return roles.map((role) => (role in ROLE_KEYS ? say(`say.role.${role}`) : role)).join(say('part.list-join'));
}

/** One line: a command with a slash, or words to be said; gives where one is after it. */
async function typed(around: Around, place: Place, line: string): Promise<Place> {
  if (line === '') return place;
  try {
    return line.startsWith('/') ? await commanded(around, place, line) : await said(around, place, line);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    around.out('say.refused', { why: error.document.detail });
    return place;
  }
}

async function said({ http }: Around, place: Place, line: string): Promise<Place> {
  const mention = /^@\S*\s*/.exec(line)?.[0] ?? '';
  await http.post({ from: place.person.id, room: place.room?.id, text: line.slice(mention.length) || line, ...(mention === '' ? {} : { mention: true }) });
  return place;
}

async function commanded(around: Around, place: Place, line: string): Promise<Place> {
  const [command = '', argument] = line.split(/\s+/);
  const { http, out } = around;
  switch (command) {
    case '/as':
      return become(around, place, argument ?? '');
    case '/room':
      return enter(around, place, argument);
    case '/people':
      for (const person of await http.people()) out('say.person', { id: person.id, name: person.name, roles: rolesOf(around.say, person), unit: person.unit?.name ?? '' });
      return place;
    case '/rooms':
      for (const { id, name, people } of await http.rooms()) out('say.room', { id, name, count: people.length });
      return place;
    case '/clock':
      out('say.clock', { now: argument === undefined ? (await http.clock()).now : timeOf(await http.advance(argument)) });
      return place;
    default:
      out(command === '/help' ? 'say.help' : 'say.unknown-command', { command });
      return place;
  }
}

function timeOf(at: Date): string {
  return at.toLocaleString('sv-SE', { timeZone: ZONE });
}

async function become({ http, out }: Around, place: Place, id: string): Promise<Place> {
  const person = (await http.people()).find((one) => one.id === id);
  if (person === undefined) out('say.no-person', { id });
  return person === undefined ? place : { person };
}

async function enter({ http, out }: Around, { person, ...place }: Place, id: string | undefined): Promise<Place> {
  if (id === undefined) return { person };
  const room = (await http.rooms()).find((one) => one.id === id);
  if (room === undefined) out('say.no-room', { id });
  else if (!room.people.includes(person.id)) out('say.not-member', { name: person.name, room: room.name });
  else return { person, room };
  return { person, ...place };
}
