import type { Directory } from '../domain/directory/directory.ts';
import { afterQuiet } from '../domain/time/working-time.ts';
import type { Calendar } from '../domain/time/working-time.ts';
import type { Language } from '../locales/text.ts';
import { actorOf } from './acting/actor.ts';
import type { ChatHandler, Reply, Utterance } from './chat/utterance.ts';
import { toldHome } from './intake/home.ts';
import type { Meter } from './meter.ts';
import type { Inbox, Received } from './ports/inbox.ts';
import type { Letter, Outbox } from './ports/letters.ts';
import type { Now } from './ports/now.ts';
import type { People, Person } from './ports/people.ts';
import type { Rooms } from './ports/rooms.ts';
import type { Sealer } from './ports/sealer.ts';
import { isUnmet } from './reception/unmet.ts';
import { inWords } from './say.ts';
import type { Describing } from './showing/describe.ts';

/** What is needed to answer what was received. */
export interface Answering {
  readonly handler: ChatHandler;
  readonly inbox: Pick<Inbox, 'handled'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly people: Pick<People, 'get' | 'change'>;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly sealer: Pick<Sealer, 'open' | 'sealRest'>;
  readonly directory: () => Directory;
  readonly describing: () => Describing;
  /** Of whoever has not chosen any, and of groups. */
  readonly language: Language;
  readonly calendar: Calendar;
  readonly now: Now;
  readonly meter: Pick<Meter, 'messageHandled'>;
  /** Called when something waits to be said. */
  readonly spoken: () => void;
}

/** Answers messages of one speaker that belong together. Safe to call again after a crash: nothing is done or said twice. */
export type Answer = (messages: readonly Received[]) => Promise<void>;

/** Makes what answers: the handlers are asked, and what they say is owed before the messages count as handled. */
export function createAnswer(deps: Answering): Answer {
  return async (messages) => {
    const started = performance.now();
    const utterance = await utteranceOf(deps, messages);
    if (utterance !== undefined) {
      await greet(deps, utterance);
      await say(deps, utterance, await deps.handler(utterance));
    }
    await deps.inbox.handled(messages.map(({ id }) => id), deps.now());
    deps.meter.messageHandled((performance.now() - started) / 1000);
    deps.spoken();
  };
}

async function utteranceOf(deps: Answering, messages: readonly Received[]): Promise<Utterance | undefined> {
  const { people, rooms, sealer, directory } = deps;
  const [first] = messages;
  const person = first === undefined ? undefined : await people.get(first.person);
  if (first === undefined || person === undefined || person.erased) return undefined;

  const texts = await Promise.all(messages.flatMap(({ words, location = '' }) => [words, location]).map(async (words) => (words === '' ? '' : sealer.open(words))));
  const quoting = messages.find(({ quote }) => quote !== undefined);
  const quoted = quoting?.quote?.words;
  return {
    id: first.id,
    person,
    home: person.home === undefined ? undefined : await toldHome(deps, person.id),
    actor: actorOf(directory(), person),
    room: first.room === undefined ? undefined : await rooms.get(first.room),
    text: texts.filter((text) => text !== undefined && text.trim() !== '').join('\n').trim(),
    kinds: messages.map(({ kind }) => kind),
    media: messages.flatMap(({ media }) => media),
    mentionsBot: messages.some(({ mentionsBot }) => mentionsBot),
    quote: quoted === undefined ? undefined : await sealer.open(quoted),
    quoteOf: quoting?.quote?.messageId === undefined ? undefined : `${quoting.channel}:${quoting.quote.messageId}`,
    at: first.at,
    again: messages.some(({ again }) => again),
  };
}

async function say(deps: Answering, utterance: Utterance, replies: readonly Reply[] | 'pass'): Promise<void> {
  const answers = replies === 'pass' ? [] : replies;
  const letters = await Promise.all(answers.map((reply, index) => letterOf(deps, utterance, reply, index)));
  if (letters.length > 0) await deps.outbox.put(letters, deps.now());
}

/** The short privacy notice, once, before anything else is said to somebody new (PIPL 17). */
async function greet(deps: Answering, utterance: Utterance): Promise<void> {
  const { person, room } = utterance;
  if (room !== undefined || !isUnmet(person)) return;
  const notice = await letterOf(deps, utterance, { key: 'chat.privacy-notice' }, 0);
  await deps.outbox.put([{ ...notice, key: `notice:${person.id}` }], deps.now());
  await deps.people.change(person.id, { noticed: true });
}

/** What answers somebody may repeat what they said, so it is sealed as their own words are, and gone with them. */
async function letterOf(deps: Answering, { id, person }: Utterance, reply: Reply, index: number): Promise<Letter> {
  const to = reply.to ?? { person: person.id };
  const reader: Person | undefined = 'person' in to ? await deps.people.get(to.person) : undefined;
  const language = reply.language ?? reader?.language ?? deps.language;
  const now = deps.now();
  const own = 'person' in to && to.person === person.id;
  const asOf = 'person' in to && !own && reply.urgent !== true ? afterQuiet(deps.calendar, now) : now;
  const said = inWords(deps.describing(), reply, language, asOf);
  const mask = reply.mask ?? !own;
  const text = own && !mask ? await deps.sealer.sealRest(person.id, said) : said;
  return { key: `reply:${id}:${index}`, to, demand: reply.demand?.id, text, mask, notBefore: asOf, asOf, reply: own, ...('room' in to && { speaker: person.id }) };
}
