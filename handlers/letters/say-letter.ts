import type { Outside } from '../../domain/reach.ts';
import type { Clock } from '../../domain/time/clocks.ts';
import { localDate } from '../../domain/time/working-time.ts';
import type { Calendar } from '../../domain/time/working-time.ts';
import { moment } from '../../locales/moment.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import { choicesIn } from '../acting/choices.ts';
import type { Channel, Outgoing, SayResult } from '../channel.ts';
import type { Meter } from '../meter.ts';
import type { DemandStore } from '../ports/demands.ts';
import type { Outbox, Posted } from '../ports/letters.ts';
import type { Now } from '../ports/now.ts';
import type { People, Person } from '../ports/people.ts';
import type { Rooms } from '../ports/rooms.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { GroupCap } from './group-cap.ts';
import { maskedAround } from './masked-around.ts';
import { triedMark, wayTo } from './way-to.ts';
import type { Address } from './way-to.ts';

/** What is needed to say a letter. */
export interface SayingLetters {
  readonly outbox: Outbox;
  readonly people: Pick<People, 'get' | 'spokenTo' | 'shut'>;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly demands: Pick<DemandStore, 'load' | 'idOf'>;
  /** The clocks that run for something that is no demand; undefined when it is not known. */
  readonly clocksOf?: ((about: string) => Promise<readonly Clock[] | undefined>) | undefined;
  /** Does work that had to follow from something else; its key is its cause. */
  readonly doTask?: ((task: string, text: string, key: string) => Promise<void>) | undefined;
  readonly sealer: Pick<Sealer, 'openAll'>;
  readonly channels: ReadonlyMap<string, Pick<Channel, 'said' | 'capabilities'>>;
  /** What the district does, in this order, with what may not be said where the person last wrote. */
  readonly outside: readonly Outside[];
  /** Who of the same unit hears what can no longer be said to somebody of its staff. */
  readonly standIns: (person: string) => readonly string[];
  /** Says it through the channel, no faster than the channel likes. */
  readonly send: (channel: string, letter: Outgoing) => Promise<SayResult>;
  /** The page of a reporter's own matter, where people reach one. */
  readonly matterLink?: ((no: string, person: string) => string | undefined) | undefined;
  /** How much is said in a group in a day. */
  readonly groupCap: GroupCap;
  readonly speak: Speak;
  /** Of whoever has not chosen any, and of groups. */
  readonly language: Language;
  readonly calendar: Pick<Calendar, 'offsetMinutes'>;
  /** For what people said. */
  readonly maskPersonal: (text: string) => string;
  /** For what the program says around it: the names of staff stay. */
  readonly maskAround: (text: string) => string;
  readonly erased: string;
  readonly now: Now;
  readonly meter: Pick<Meter, 'letter'>;
  readonly failed: (error: unknown, key: string) => void;
}

const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A channel may be away from Friday evening until somebody looks on Monday; what is older nobody wants to hear. */
const GIVE_UP_HOURS = 72;
const HOUR_MS = 3600_000;

/** Says a letter: true when it was said; anything else has been noted with the letter, and an outage is tried again. Throws when not even that can be noted. */
export async function sayLetter(deps: SayingLetters, letter: Posted): Promise<boolean> {
  try {
    return await deliver(deps, letter);
  } catch (error) {
    deps.failed(error, letter.key);
    return again(deps, letter, Math.min(FIRST_WAIT_MS * 2 ** letter.attempts, LONGEST_WAIT_MS), 'outage');
  }
}

async function deliver(deps: SayingLetters, letter: Posted): Promise<boolean> {
  if ('task' in letter.to) {
    await deps.doTask?.(letter.to.task, letter.text, letter.key);
    return true;
  }
  if (await isSuperseded(deps, letter)) {
    await deps.outbox.settle(letter.key, 'superseded', 'clock-stopped');
    deps.meter.letter('superseded');
    return false;
  }
  if (letter.gathers !== undefined) await deps.outbox.gathered(letter.gathers, letter.key);
  return 'room' in letter.to && (await deps.groupCap.isFull(letter.to.room)) ? besideGroup(deps, letter) : say(deps, letter);
}

/** Beyond what a group should hear in a day: whoever is answered hears it privately, all else waits for the next day. */
async function besideGroup(deps: SayingLetters, letter: Posted): Promise<boolean> {
  if (letter.speaker !== undefined) return say(deps, { ...letter, to: { person: letter.speaker }, reply: false });
  await deps.outbox.later(letter.key, deps.groupCap.freeAt(), 'group-heard-enough');
  return false;
}

/** The window may be shut, or the recipient gone, without our knowing: then the next way is taken, once for each account. */
async function say(deps: SayingLetters, letter: Posted, tried: readonly string[] = []): Promise<boolean> {
  const person = 'person' in letter.to ? await deps.people.get(letter.to.person) : undefined;
  const address = await addressOf(deps, letter, person, tried);
  if (address === 'nowhere') return (await handedOn(deps, letter)) ? false : undelivered(deps, letter, tried.length === 0 ? 'no-account' : 'refused');
  if (address === 'call-back' || address === 'next-word') {
    await deps.outbox.hold(letter.key, person?.id ?? '', address);
    return false;
  }
  if ((await deps.channels.get(address.channel)?.said(letter.key)) === true) return true;

  const result = await deps.send(address.channel, await outgoing(deps, letter, address, person));
  switch (result.outcome) {
    case 'sent':
      deps.meter.letter('sent');
      await countSaid(deps, letter, address, person);
      return true;
    case 'limited':
      return again(deps, letter, result.retryAfterMs, 'limited');
    case 'closed':
    case 'refused':
      if (person === undefined) return undelivered(deps, letter, result.reason);
      await deps.people.shut(person.id, address.channel);
      if (result.outcome === 'closed' || canTryElsewhere(person, address)) return say(deps, letter, [...tried, triedMark(address)]);
      return undelivered(deps, letter, result.reason);
  }
}

/** What is for somebody of a unit who cannot be reached any more is for others of the unit. */
async function handedOn({ outbox, people, standIns, now }: SayingLetters, letter: Posted): Promise<boolean> {
  const { key, to } = letter;
  if (!('person' in to) || key.includes('>')) return false;
  const known = await Promise.all(standIns(to.person).map((id) => people.get(id)));
  const able = known.filter((one) => one !== undefined && one.accounts.length > 0).map((one) => one?.id ?? '');
  if (able.length === 0) return false;
  const { demand, text, mask, notBefore, asOf, about, clock } = letter;
  await outbox.put(able.map((person) => ({ key: `${key}>${person}`, to: { person }, demand, text, mask, notBefore, asOf, about, clock, reply: false })), now());
  await outbox.settle(key, 'undelivered', 'handed-on');
  return true;
}

function canTryElsewhere({ accounts }: Person, { channel }: Address): boolean {
  return accounts.some((account) => account.channel !== channel);
}

async function outgoing(deps: SayingLetters, letter: Posted, { channel, to, outside }: Address, person: Person | undefined): Promise<Outgoing> {
  const opened = await deps.sealer.openAll(letter.text, deps.erased, letter.mask ? deps.maskPersonal : undefined);
  const said = `${dayOf(deps, letter, person)}${letter.mask ? await maskedAround(opened, deps.maskAround, async (no) => (await deps.demands.idOf(no)) !== undefined) : opened}`;
  const text = (await isLastChance(deps, letter, channel, person)) ? `${said}\n${letter.lastWord ?? ''}` : said;
  const most = deps.channels.get(channel)?.capabilities.choices ?? 0;
  const choices = most > 0 && outside === undefined ? choicesIn(text).slice(0, most) : [];
  const own = outside === undefined ? {} : { outside, ...(await ownPage(deps, letter, person)) };
  return { key: letter.key, to, text, about: letter.demand, ...(choices.length > 0 && { choices }), ...own };
}

/** What had to wait for another day says of which it speaks: its tomorrow may be over. */
function dayOf({ calendar, speak, language: otherwise, now }: SayingLetters, { asOf }: Posted, person: Person | undefined): string {
  if (asOf === undefined || localDate(calendar, asOf) === localDate(calendar, now())) return '';
  const language = person?.language ?? otherwise;
  return speak(language, 'part.as-of', { when: moment(language, asOf, now()) });
}

/** The number that the reader knows the matter by, and the page where they see it: what is said outside the window has room for little more. */
async function ownPage({ demands, matterLink }: SayingLetters, { demand: id }: Posted, person: Person | undefined): Promise<Pick<Outgoing, 'about' | 'link'>> {
  const demand = id === undefined || person === undefined ? undefined : (await demands.load(id))?.state;
  const no = demand?.reporters.findLast((one) => one.person === person?.id)?.no;
  return no === undefined || person === undefined ? {} : { about: no, link: matterLink?.(no, person.id) };
}

/** Whether the next question could not be put to the person any more: too late, or nothing left to say it with. */
async function isLastChance({ channels, demands }: SayingLetters, { lastWord, demand: id }: Posted, channel: string, person: Person | undefined): Promise<boolean> {
  if (lastWord === undefined || id === undefined || person === undefined || channels.get(channel)?.capabilities.proactive.kind !== 'window') return false;
  const window = person.windows?.[channel];
  const demand = (await demands.load(id))?.state;
  const revisit = demand?.reporters.filter((one) => one.person === person.id).map((one) => one.revisit).find(({ state }) => state === 'planned');
  if (revisit?.state !== 'planned') return false;
  return window === undefined || window.left <= 1 || revisit.next >= window.until;
}

async function countSaid({ channels, people, groupCap }: SayingLetters, { to }: Posted, { channel, outside }: Address, person: Person | undefined): Promise<void> {
  if ('room' in to) return groupCap.said(to.room);
  if (person === undefined || outside !== undefined || channels.get(channel)?.capabilities.proactive.kind !== 'window') return;
  await people.spokenTo(person.id, channel);
}

/** Whether what a letter reminds of is over, so that nothing need be said any more. */
export async function isSuperseded({ demands, clocksOf }: SayingLetters, { clock, demand, about, putAt, notBefore }: Posted): Promise<boolean> {
  if (clock === undefined || notBefore <= putAt || (demand === undefined && about === undefined)) return false;
  const clocks = demand === undefined ? await clocksOf?.(about ?? '') : (await demands.load(demand))?.state.clocks;
  return clocks === undefined || !clocks.some(({ id }) => id === clock);
}

async function addressOf(deps: SayingLetters, { to, reply }: Posted, person: Person | undefined, tried: readonly string[]): Promise<Address | 'nowhere' | 'call-back' | 'next-word'> {
  if ('account' in to) return { channel: to.account.channel, to: { account: to.account.account } };
  if ('room' in to) {
    const room = await deps.rooms.get(to.room);
    return room?.channel === undefined || room.account === undefined ? 'nowhere' : { channel: room.channel, to: { room: room.account } };
  }
  return person === undefined ? 'nowhere' : wayTo(person, { channels: deps.channels, outside: deps.outside, now: deps.now(), reply, tried });
}

async function undelivered({ outbox, meter }: SayingLetters, { key }: Posted, why: string): Promise<false> {
  await outbox.settle(key, 'undelivered', why);
  meter.letter('undelivered');
  return false;
}

/** A task is nobody's news that grows old: it is tried until it is done. */
async function again(deps: SayingLetters, letter: Posted, waitMs: number, why: string): Promise<false> {
  const now = deps.now().getTime();
  const since = letter.why === why ? letter.waitsSince?.getTime() : undefined;
  if (!('task' in letter.to) && now - (since ?? now) >= GIVE_UP_HOURS * HOUR_MS) return undelivered(deps, letter, why);
  await deps.outbox.later(letter.key, new Date(now + waitMs), why);
  deps.meter.letter('retried');
  return false;
}
