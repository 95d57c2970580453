import { maySpeak } from '../domain/reach.ts';
import type { Channel, Outgoing, SayResult } from './channel.ts';
import type { Meter } from './meter.ts';
import type { DemandStore, Now, Outbox, People, Posted, Rooms, Sealer } from './ports.ts';

/** What is needed to say what is owed. */
export interface Delivering {
  readonly outbox: Outbox;
  readonly people: Pick<People, 'get' | 'change'>;
  readonly rooms: Pick<Rooms, 'get'>;
  readonly demands: Pick<DemandStore, 'load'>;
  readonly sealer: Pick<Sealer, 'openAll'>;
  /** The clocks that run for something that is no demand; undefined when it is not known. */
  readonly clocksOf?: ((about: string) => Promise<readonly Clock[] | undefined>) | undefined;
  /** Does work that had to follow from something else; its key is its cause. */
  readonly doTask?: ((task: string, text: string, key: string) => Promise<void>) | undefined;
  readonly channels: ReadonlyMap<string, Pick<Channel, 'said' | 'capabilities'>>;
  /** Says it through the channel, no faster than the channel likes. */
  readonly send: (channel: string, letter: Outgoing) => Promise<SayResult>;
  readonly maskPersonal: (text: string) => string;
  readonly erased: string;
  readonly now: Now;
  readonly meter: Pick<Meter, 'letter'>;
  readonly failed: (error: unknown, key: string) => void;
}

const BATCH = 200;
const MOST_TRIES = 8;
const FIRST_WAIT_MS = 5000;

/** Says the letters that may go by now, each conversation in order; gives how many were settled. One at a time: a second call waits for the first. */
export function createDeliver(deps: Delivering): () => Promise<number> {
  let running: Promise<number> = Promise.resolve(0);
  return () => (running = running.then(() => round(deps), () => round(deps)));
}

async function round(deps: Delivering): Promise<number> {
  let settled = 0;
  for (;;) {
    const letters = await deps.outbox.due(deps.now(), BATCH);
    if (letters.length === 0) return settled;
    const outcomes = await Promise.all(byConversation(letters).map((line) => inOrder(deps, line)));
    const sent = outcomes.flat();
    await deps.outbox.sent(sent, deps.now());
    settled += letters.length;
  }
}

function byConversation(letters: readonly Posted[]): Posted[][] {
  const lines = new Map<string, Posted[]>();
  for (const letter of letters) {
    const key = JSON.stringify(letter.to);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [letter]);
    else line.push(letter);
  }
  return [...lines.values()];
}

async function inOrder(deps: Delivering, letters: readonly Posted[]): Promise<string[]> {
  const sent: string[] = [];
  for (const letter of letters) {
    try {
      if (await deliver(deps, letter)) sent.push(letter.key);
    } catch (error) {
      deps.failed(error, letter.key);
      await again(deps, letter, FIRST_WAIT_MS * 2 ** letter.attempts, 'outage');
    }
  }
  return sent;
}

/** True when it was said; anything else has been noted with the letter. */
async function deliver(deps: Delivering, letter: Posted): Promise<boolean> {
  if (await isSuperseded(deps, letter)) {
  if ('task' in letter.to) {
    await deps.doTask?.(letter.to.task, letter.text, letter.key);
    return true;
  }
    await deps.outbox.settle(letter.key, 'superseded', 'clock-stopped');
    deps.meter.letter('superseded');
    return false;
  }
  const address = await addressOf(deps, letter);
  if (address === undefined) return undelivered(deps, letter, 'no-account');
  if ((await deps.channels.get(address.channel)?.said(letter.key)) === true) return true;

  if (!(await mayGo(deps, letter, address.channel))) {
    await deps.outbox.hold(letter.key, address.person ?? '');
    return false;
  }
  const opened = await deps.sealer.openAll(letter.text, deps.erased);
  const text = letter.mask ? deps.maskPersonal(opened) : opened;
  const result = await deps.send(address.channel, { key: letter.key, to: address.to, text });
  if (result.outcome === 'sent') {
    deps.meter.letter('sent');
    await countSaid(deps, address);
    return true;
  }
  return result.outcome === 'refused' ? undelivered(deps, letter, result.reason) : again(deps, letter, result.retryAfterMs, 'limited');
}

interface Address {
  readonly channel: string;
  readonly to: Outgoing['to'];
  readonly person?: string | undefined;
}

/** Channels that only answer say nothing outside the person's window, the answer to a message included in its count. */
async function mayGo({ channels, people, now }: Delivering, { to }: Posted, channel: string): Promise<boolean> {
  const proactive = channels.get(channel)?.capabilities.proactive ?? { kind: 'always' };
  if (proactive.kind === 'always' || !('person' in to)) return true;
  return maySpeak(proactive, (await people.get(to.person)) ?? {}, now());
}

async function countSaid({ channels, people }: Delivering, { channel, person }: Address): Promise<void> {
  if (person === undefined || channels.get(channel)?.capabilities.proactive.kind !== 'window') return;
  const known = await people.get(person);
  await people.change(person, { saidSince: (known?.saidSince ?? 0) + 1 });
}

async function isSuperseded({ demands, clocksOf }: Delivering, { clock, demand, about, putAt, notBefore }: Posted): Promise<boolean> {
  if (clock === undefined || notBefore <= putAt || (demand === undefined && about === undefined)) return false;
  const clocks = demand === undefined ? await clocksOf?.(about ?? '') : (await demands.load(demand))?.demand.clocks;
  return clocks === undefined || !clocks.some(({ id }) => id === clock);
}

async function addressOf({ people, rooms }: Delivering, { to }: Posted): Promise<Address | undefined> {
  if ('account' in to) return { channel: to.account.channel, to: { account: to.account.account } };
  if ('room' in to) {
    const room = await rooms.get(to.room);
    return room?.channel === undefined || room.account === undefined ? undefined : { channel: room.channel, to: { room: room.account } };
  }
  const account = (await people.get(to.person))?.accounts[0];
  if ('task' in to) return undefined;
  return account && { channel: account.channel, to: { account: account.account }, person: to.person };
}

async function undelivered({ outbox, meter }: Delivering, { key }: Posted, why: string): Promise<false> {
  await outbox.settle(key, 'undelivered', why);
  meter.letter('undelivered');
  return false;
}

async function again(deps: Delivering, letter: Posted, waitMs: number, why: string): Promise<false> {
  if (letter.attempts + 1 >= MOST_TRIES) return undelivered(deps, letter, why);
  await deps.outbox.later(letter.key, new Date(deps.now().getTime() + waitMs), why);
  deps.meter.letter('retried');
  return false;
}
