import type { Clock } from '../domain/clocks.ts';
import { reporterOf } from '../domain/demand.ts';
import type { Outside } from '../domain/reach.ts';
import { choicesIn } from './choices.ts';
import type { Channel, Outgoing, SayResult } from './channel.ts';
import type { GroupCap } from './group-cap.ts';
import { createGathering, type Gather } from './gathering.ts';
import { conversationOf, createLettersToGo } from './letters-to-go.ts';
import { createLines } from './lines.ts';
import type { Meter } from './meter.ts';
import type { DemandStore, Now, Outbox, People, Person, Posted, Rooms, Sealer } from './ports.ts';
import { localDate } from '../domain/working-time.ts';
import type { Calendar } from '../domain/working-time.ts';
import { moment } from '../locales/moment.ts';
import type { Speak } from '../locales/speak.ts';
import { triedMark, wayTo } from './way-to.ts';
import type { Address } from './way-to.ts';

/** What is needed to say what is owed. */
export interface Delivering {
  readonly outbox: Outbox;
  readonly people: Pick<People, 'get' | 'spokenTo' | 'shut'>;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly demands: Pick<DemandStore, 'load'>;
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
  readonly calendar: Pick<Calendar, 'offsetMinutes'>;
  readonly maskPersonal: (text: string) => string;
  readonly erased: string;
  readonly now: Now;
  readonly meter: Pick<Meter, 'letter'>;
  readonly failed: (error: unknown, key: string) => void;
}

const MOST_TRIES = 8;
/** A limit passes by itself, if only at midnight. */
const MOST_WAITS = 60;
const FIRST_WAIT_MS = 5000;

/** Says the letters that may go by now, each conversation in order and a little of each in turn. */
export interface Delivery {
  /** Looks for letters to say; settles when none is left, and gives how many were settled. A call while others are said only makes sure that it is looked again. */
  readonly run: () => Promise<number>;
  /** Begins with no more letters; settles when none is under way. */
  readonly stop: () => Promise<void>;
}

/** Conversations that are spoken in at the same time: no more than an account gets through in about a second. */
const AT_ONCE = 50;
/** How many letters are begun in one turn of the process. */
const IN_A_TURN = 8;

/** Makes the delivery: a conversation that has to wait keeps no other waiting, and who is told least comes first. */
export function createDeliver(deps: Delivering): Delivery {
  const round = createRound(deps);
  let running: Promise<number> | undefined;

  /** Over as soon as nothing more is looked for, so that no call is lost in between. */
  async function untilNoneIsLeft(): Promise<number> {
    try {
      return await round.all();
    } finally {
      running = undefined;
    }
  }

  return {
    run: () => {
      round.lookAgain();
      return (running ??= untilNoneIsLeft());
    },
    stop: async () => {
      round.stop();
      await running;
    },
  };
}

function createRound(deps: Delivering) {
  const toGo = createLettersToGo(deps.outbox, deps.now);
  const lines = createLines({ atOnce: AT_ONCE, inATurn: IN_A_TURN, after: () => undefined, soon: setImmediate });
  const sayAndNote = createSaying(deps);
  const gather = gathering(deps, toGo.isUnderWay);
  const call = createCall();
  let stopped = false;
  let failed = false;

  async function one(letter: Posted): Promise<undefined> {
    if (!stopped && !(await sayAndNote(letter))) failed = true;
    toGo.done(letter);
  }

  function queue(letters: readonly Posted[]): void {
    const wasIdle = lines.open() === 0;
    for (const letter of letters) lines.queue(conversationOf(letter), () => one(letter));
    if (wasIdle) void lines.idle().then(call.come);
  }

  async function all(): Promise<number> {
    for (let settled = 0; ; ) {
      const called = call.awaited();
      const letters = stopped || failed ? [] : await toGo.next();
      settled += letters.length;
      const alone = await gather(letters);
      for (const letter of letters) if (!alone.includes(letter)) toGo.done(letter);
      if (letters.length > 0) queue(alone);
      else if (!called.came() && lines.open() === 0) return settled;
      else await called.coming;
    }
  }

  function lookAgain(): void {
    failed = false;
    call.come();
  }

  return { all, lookAgain, stop: () => void (stopped = true) };
}

/** When much cannot be told in one now, each is said by itself. */
function gathering(deps: Delivering, isUnderWay: (key: string) => boolean): Gather {
  const gather = createGathering({ ...deps, isUnderWay, isSuperseded: (letter) => isSuperseded(deps, letter) });
  return async (letters) => {
    try {
      return await gather(letters);
    } catch (error) {
      deps.failed(error, letters[0]?.key ?? '');
      return letters;
    }
  };
}

/** Gives false when what became of a letter cannot even be noted now. What was said is not said again then, only noted, the next time. */
function createSaying(deps: Delivering): (letter: Posted) => Promise<boolean> {
  const noteSent = together((keys) => deps.outbox.sent(keys, deps.now()));
  const notNoted = new Set<string>();

  return async (letter) => {
    try {
      if (!notNoted.has(letter.key) && !(await said(deps, letter))) return true;
      notNoted.add(letter.key);
      await noteSent(letter.key);
      notNoted.delete(letter.key);
      return true;
    } catch (error) {
      deps.failed(error, letter.key);
      return false;
    }
  };
}

interface Awaited {
  readonly came: () => boolean;
  readonly coming: Promise<void>;
}

/** Tells whoever waits for it that somebody called. */
function createCall(): { readonly awaited: () => Awaited; readonly come: () => void } {
  let calls = 0;
  let tell: () => void = () => undefined;
  return {
    awaited: () => {
      const before = calls;
      const coming = new Promise<void>((resolve) => (tell = resolve));
      return { came: () => calls !== before, coming };
    },
    come: () => {
      calls++;
      tell();
    },
  };
}

/** Writes down in one go what comes while the last writing is under way. */
function together(write: (keys: readonly string[]) => Promise<void>): (key: string) => Promise<void> {
  let keys: string[] = [];
  let writing: Promise<void> = Promise.resolve();
  return (key) => {
    if (keys.push(key) > 1) return writing;
    const all = () => {
      const written = keys;
      keys = [];
      return write(written);
    };
    return (writing = writing.then(all, all));
  };
}

/** True when it was said; an outage is noted, and it is tried again. */
async function said(deps: Delivering, letter: Posted): Promise<boolean> {
  try {
    return await deliver(deps, letter);
  } catch (error) {
    deps.failed(error, letter.key);
    return again(deps, letter, FIRST_WAIT_MS * 2 ** letter.attempts, 'outage');
  }
}

/** True when it was said; anything else has been noted with the letter. */
async function deliver(deps: Delivering, letter: Posted): Promise<boolean> {
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
async function besideGroup(deps: Delivering, letter: Posted): Promise<boolean> {
  if (letter.speaker !== undefined) return say(deps, { ...letter, to: { person: letter.speaker }, reply: false });
  await deps.outbox.later(letter.key, deps.groupCap.freeAt(), 'group-heard-enough');
  return false;
}

/** The window may be shut, or the recipient gone, without our knowing: then the next way is taken, once for each account. */
async function say(deps: Delivering, letter: Posted, tried: readonly string[] = []): Promise<boolean> {
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
      return again(deps, letter, result.retryAfterMs, 'limited', MOST_WAITS);
    case 'closed':
    case 'refused':
      if (person === undefined) return undelivered(deps, letter, result.reason);
      await deps.people.shut(person.id, address.channel);
      if (result.outcome === 'closed' || canTryElsewhere(person, address)) return say(deps, letter, [...tried, triedMark(address)]);
      return undelivered(deps, letter, result.reason);
  }
}

/** What is for somebody of a unit who cannot be reached any more is for others of the unit. */
async function handedOn({ outbox, people, standIns, now }: Delivering, letter: Posted): Promise<boolean> {
  const { key, to } = letter;
  if (!('person' in to) || key.includes('>')) return false;
  const known = await Promise.all(standIns(to.person).map((id) => people.get(id)));
  const able = known.filter((one) => one !== undefined && one.accounts.length > 0).map((one) => one?.id ?? '');
  if (able.length === 0) return false;
  const { demand, text, mask, notBefore, about, clock } = letter;
  await outbox.put(able.map((person) => ({ key: `${key}>${person}`, to: { person }, demand, text, mask, notBefore, about, clock, reply: false })), now());
  await outbox.settle(key, 'undelivered', 'handed-on');
  return true;
}

function canTryElsewhere({ accounts }: Person, { channel }: Address): boolean {
  return accounts.some((account) => account.channel !== channel);
}

async function outgoing(deps: Delivering, letter: Posted, { channel, to, outside }: Address, person: Person | undefined): Promise<Outgoing> {
  const opened = await deps.sealer.openAll(letter.text, deps.erased);
  const said = `${dayOf(deps, letter, person)}${letter.mask ? deps.maskPersonal(opened) : opened}`;
  const text = (await isLastChance(deps, letter, channel, person)) ? `${said}\n${letter.lastWord ?? ''}` : said;
  const most = deps.channels.get(channel)?.capabilities.choices ?? 0;
  const choices = most > 0 && outside === undefined ? choicesIn(text).slice(0, most) : [];
  const own = outside === undefined ? {} : { outside, ...(await ownPage(deps, letter, person)) };
  return { key: letter.key, to, text, about: letter.demand, ...(choices.length > 0 && { choices }), ...own };
}

/** What had to wait for another day says of which it speaks: its tomorrow may be over. */
function dayOf({ calendar, speak, now }: Delivering, { asOf }: Posted, person: Person | undefined): string {
  if (asOf === undefined || localDate(calendar, asOf) === localDate(calendar, now())) return '';
  const language = person?.language ?? 'zh-CN';
  return speak(language, 'part.as-of', { when: moment(language, asOf, now()) });
}

/** The number that the reader knows the matter by, and the page where they see it: what is said outside the window has room for little more. */
async function ownPage({ demands, matterLink }: Delivering, { demand: id }: Posted, person: Person | undefined): Promise<Pick<Outgoing, 'about' | 'link'>> {
  const demand = id === undefined || person === undefined ? undefined : (await demands.load(id))?.demand;
  const no = demand?.reporters.findLast((one) => one.person === person?.id)?.no;
  return no === undefined || person === undefined ? {} : { about: no, link: matterLink?.(no, person.id) };
}

/** Whether the next question could not be put to the person any more: too late, or nothing left to say it with. */
async function isLastChance({ channels, demands }: Delivering, { lastWord, demand: id }: Posted, channel: string, person: Person | undefined): Promise<boolean> {
  if (lastWord === undefined || id === undefined || person === undefined || channels.get(channel)?.capabilities.proactive.kind !== 'window') return false;
  const window = person.windows?.[channel];
  const demand = (await demands.load(id))?.demand;
  const revisit = demand?.reporters.filter((one) => one.person === person.id).map(({ no }) => reporterOf(demand, no)?.revisit).find((one) => one?.state === 'planned');
  if (revisit?.state !== 'planned') return false;
  return window === undefined || window.left <= 1 || revisit.next >= window.until;
}

async function countSaid({ channels, people, groupCap }: Delivering, { to }: Posted, { channel, outside }: Address, person: Person | undefined): Promise<void> {
  if ('room' in to) return groupCap.said(to.room);
  if (person === undefined || outside !== undefined || channels.get(channel)?.capabilities.proactive.kind !== 'window') return;
  await people.spokenTo(person.id, channel);
}

async function isSuperseded({ demands, clocksOf }: Delivering, { clock, demand, about, putAt, notBefore }: Posted): Promise<boolean> {
  if (clock === undefined || notBefore <= putAt || (demand === undefined && about === undefined)) return false;
  const clocks = demand === undefined ? await clocksOf?.(about ?? '') : (await demands.load(demand))?.demand.clocks;
  return clocks === undefined || !clocks.some(({ id }) => id === clock);
}

async function addressOf(deps: Delivering, { to, reply }: Posted, person: Person | undefined, tried: readonly string[]): Promise<Address | 'nowhere' | 'call-back' | 'next-word'> {
  if ('account' in to) return { channel: to.account.channel, to: { account: to.account.account } };
  if ('room' in to) {
    const room = await deps.rooms.get(to.room);
    return room?.channel === undefined || room.account === undefined ? 'nowhere' : { channel: room.channel, to: { room: room.account } };
  }
  return person === undefined ? 'nowhere' : wayTo(person, { channels: deps.channels, outside: deps.outside, now: deps.now(), reply, tried });
}

async function undelivered({ outbox, meter }: Delivering, { key }: Posted, why: string): Promise<false> {
  await outbox.settle(key, 'undelivered', why);
  meter.letter('undelivered');
  return false;
}

async function again(deps: Delivering, letter: Posted, waitMs: number, why: string, most = MOST_TRIES): Promise<false> {
  if (letter.attempts + 1 >= most) return undelivered(deps, letter, why);
  await deps.outbox.later(letter.key, new Date(deps.now().getTime() + waitMs), why);
  deps.meter.letter('retried');
  return false;
}
