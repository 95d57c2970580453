import type { Proactive } from '../../domain/reach.ts';
import { windowAfter } from '../../domain/reach.ts';
import type { Language, TextKey } from '../../locales/text.ts';
import type { Incoming } from '../channel.ts';
import { noteNearby } from '../intake/nearby.ts';
import type { NotingNearby } from '../intake/nearby.ts';
import { isoDate } from '../iso-time.ts';
import type { Meter } from '../meter.ts';
import type { Inbox, Received } from '../ports/inbox.ts';
import type { Outbox } from '../ports/letters.ts';
import type { MediaStore } from '../ports/media.ts';
import type { People, Person } from '../ports/people.ts';
import type { Room, Rooms } from '../ports/rooms.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { FloodGuard } from './flood.ts';
import { legible } from './legible.ts';
import type { MediaLimit } from './media-limit.ts';
import { isUnmet } from './unmet.ts';

/** What is needed to store what comes in. */
export interface StoringMessages extends NotingNearby {
  readonly inbox: Pick<Inbox, 'accept'>;
  readonly outbox: Pick<Outbox, 'release' | 'put'>;
  readonly people: Pick<People, 'byAccount' | 'save' | 'heard' | 'change'>;
  readonly rooms: Pick<Rooms, 'byAccount' | 'save'>;
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly media: Pick<MediaStore, 'put'>;
  /** Whether a channel may speak only after the person has, and how much. */
  readonly proactive: (channel: string) => Proactive;
  readonly flood: FloodGuard;
  /** How many files of one person are kept in a day. */
  readonly mayKeep: MediaLimit;
  /** The language that words are in, where they show it. */
  readonly languageOf: (text: string) => Language | undefined;
  /** The language of whoever has not shown any. */
  readonly language: Language;
  readonly sentence: (language: Language, key: TextKey) => string;
  readonly newId: () => string;
  /** Whether a message is answered by itself: it is a burst of its own from the beginning. */
  readonly standsAlone: (text: string) => boolean;
  readonly meter: Pick<Meter, 'messageIn'>;
}

/** Stores a message, and gives it; undefined when there is nothing to answer: it was stored before, is too much, or only says that somebody came in. */
export function createStoreMessage(deps: StoringMessages): (message: Incoming) => Promise<Received | undefined> {
  return async (given) => {
    const message = { ...given, text: legible(given.text), accountName: legible(given.accountName), quote: given.quote && { ...given.quote, text: legible(given.quote.text) } };
    const verdict = message.entered === undefined ? deps.flood.judge(message) : 'taken';
    if (verdict !== 'taken') return verdict === 'refused-first' ? tooMuch(deps, message) : undefined;

    const person = await personOf(deps, message);
    if (isBlocked(person, message.at)) return blocked(deps, message, person);
    const stored = message.entered === undefined ? await store(deps, message, person) : undefined;
    if (stored !== undefined || message.entered !== undefined || wasNotHeard(deps, message, person)) await heard(deps, message, person);
    return stored;
  };
}

/** It was stored before, and its window never opened: whatever ended the program, or the store, came in between. */
function wasNotHeard({ proactive }: StoringMessages, { channel, at, opens }: Incoming, { windows }: Person): boolean {
  const window = windowAfter(proactive(channel), undefined, at, opens);
  const known = windows?.[channel];
  return window !== undefined && (known === undefined || known.until < window.until);
}

/** The person's message opens the window: what waited for it may go. */
async function heard({ people, outbox, proactive }: StoringMessages, { channel, at, opens, entered }: Incoming, person: Person): Promise<void> {
  if (entered?.place !== undefined) await people.change(person.id, { nearby: { place: entered.place, at } });
  const window = windowAfter(proactive(channel), person.windows?.[channel], at, opens);
  if (window === undefined && person.heardOn === channel) return;
  if (window === undefined && person.accounts.length < 2) return;
  await people.heard(person.id, { channel, at, window });
  if (window !== undefined) await outbox.release(person.id, at);
}

/** Said once a minute at the most, and never to the whole group for one of its members. */
async function tooMuch({ outbox, sentence, languageOf, language }: StoringMessages, { channel, account, text, at }: Incoming): Promise<undefined> {
  await outbox.put([{ key: `too-much:${channel}:${account}:${at.toISOString().slice(0, 16)}`, to: { account: { channel, account } }, text: sentence(languageOf(text) ?? language, 'chat.too-much'), mask: false, notBefore: at, reply: true }], at);
}

function isBlocked({ blocked: block }: Person, at: Date): boolean {
  return block !== undefined && at < block.until;
}

async function blocked({ outbox, sentence }: StoringMessages, { at }: Incoming, { id, language, blocked: block }: Person): Promise<undefined> {
  await outbox.put([{ key: `blocked:${id}:${block?.until.toISOString() ?? ''}`, to: { person: id }, text: sentence(language, 'chat.blocked'), mask: false, notBefore: at, reply: true }], at);
}

async function store(deps: StoringMessages, message: Incoming, person: Person): Promise<Received | undefined> {
  const room = message.room === undefined ? undefined : await roomOf(deps, message);
  const { channel, messageId, kind, mentionsBot, at, quote } = message;
  deps.meter.messageIn(channel, kind);
  const seal = async (text: string) => (text === '' ? '' : deps.sealer.seal(person.id, text));
  const id = `${channel}:${messageId}`;
  await noteNearby(deps, person.id, { spot: message.location, told: 'location', at });
  return deps.inbox.accept({
    id,
    burst: kind === 'recall' || deps.standsAlone(message.text) ? id : undefined,
    channel,
    person: person.id,
    room: room?.id,
    kind,
    words: await seal(message.text.trim()),
    ...(await mediaOf(deps, message, person)),
    mentionsBot,
    quote: quote === undefined ? undefined : { words: await seal(quote.text), messageId: quote.messageId },
    location: message.location === undefined ? undefined : await seal(message.location.address),
    at,
  });
}

/** Whoever writes for the first time is a resident we do not know yet; the name stays sealed. */
async function personOf(deps: StoringMessages, message: Incoming): Promise<Person> {
  const { people, sealer, newId } = deps;
  const { channel, account, accountName, text, at } = message;
  const known = await people.byAccount({ channel, account });
  if (known !== undefined) return inTheirLanguage(deps, message, known);
  const id = `p-${newId()}`;
  const person: Person = { id, name: await sealer.seal(id, accountName), roles: ['resident'], grids: [], language: deps.languageOf(text) ?? deps.language, noticed: false, erased: false, accounts: [{ channel, account }], heardAt: at, heardOn: channel };
  await people.save(person);
  return (await people.byAccount({ channel, account })) ?? person;
}

/** A resident who was listed but has never been spoken to is answered in the language of the first words. */
async function inTheirLanguage({ people, languageOf }: StoringMessages, { room, text }: Incoming, person: Person): Promise<Person> {
  const language = room === undefined && isUnmet(person) ? languageOf(text) : undefined;
  if (language === undefined || language === person.language) return person;
  await people.change(person.id, { language });
  return { ...person, language };
}

async function roomOf({ rooms, newId }: StoringMessages, { channel, room, roomName }: Incoming): Promise<Room | undefined> {
  if (room === undefined) return undefined;
  const known = await rooms.byAccount({ channel, account: room });
  if (known !== undefined) return known;
  const unknown: Room = { id: `r-${newId()}`, name: roomName ?? '', channel, account: room };
  await rooms.save(unknown);
  return unknown;
}

/** What can be fetched later is fetched later: the messenger waits for an answer. */
async function mediaOf(deps: StoringMessages, { media: file, at }: Incoming, person: Person): Promise<Pick<Received, 'media' | 'mark'>> {
  if (file === undefined) return { media: [] };
  const verdict = await deps.mayKeep(person.id, at);
  if (verdict !== 'kept') {
    if (verdict === 'first-too-many') await tooManyFiles(deps, at, person);
    return { media: [] };
  }
  if (file.mark !== undefined) return { media: [], mark: file.mark };
  const kept = await deps.media.put(await file.bytes(), file.name);
  if (!kept.ok) return { media: [] };
  await noteNearby(deps, person.id, { spot: kept.spot, told: 'picture', at });
  return { media: [kept.id] };
}

/** Said once a day, to the person alone. */
async function tooManyFiles({ outbox, sentence }: StoringMessages, at: Date, { id, language }: Person): Promise<void> {
  await outbox.put([{ key: `too-many-files:${id}:${isoDate(at)}`, to: { person: id }, text: sentence(language, 'chat.too-many-files'), mask: false, notBefore: at, reply: true }], at);
}
