import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readCalendarCorrections } from '../../bot/district/calendar-files.ts';
import { createCalendar } from '../../bot/district/calendar.ts';
import { districtFile, readClassNames, readMechanism } from '../../bot/district/district-files.ts';
import { Entry as Said } from '../../bot/sandbox/log.ts';
import { createDirectory } from '../../domain/directory/directory.ts';
import { fold } from '../../domain/evolve.ts';
import { lettersFor, type Lettering } from '../../handlers/letters/letters.ts';
import type { KeptDemand } from '../../handlers/ports/demands.ts';
import { createSpeak } from '../../locales/speak.ts';
import { readDataKey } from '../../models/data-key.ts';
import { documentOf } from '../../models/embedded/line.ts';
import { openStores, type OpenStores } from '../../models/open-stores.ts';
import { verifyStore } from '../../scripts/verify/verify-store.ts';

/** One message that went in, and what shows that it was handled. */
export interface Sent {
  /** The sandbox's id; undefined when the program died before it said that it has the message. */
  readonly id?: string | undefined;
  /** A word that no other message holds, of a matter. */
  readonly token?: string | undefined;
  /** A command has an answer or an effect of its own. */
  readonly command?: boolean | undefined;
}

const Letter = z.looseObject({ _id: z.string(), state: z.enum(['waiting', 'sent', 'undelivered', 'superseded']), notBefore: z.date(), why: z.string().optional() });
type Letter = z.infer<typeof Letter>;

/** Everything that went wrong in a folder whose program was killed: what was lost, done twice, left undone, or broken. */
export async function crashFaults(dataDir: string, sent: readonly Sent[], now: Date): Promise<string[]> {
  const { lines, ok } = await verifyStore({ dataDir });
  const letters = await lettersIn(dataDir);
  const said = await saidIn(dataDir);
  const stores = await openStores({ dataDir, dataKey: (await readDataKey({ dataDir })).key, now: () => now });
  try {
    const demands: KeptDemand[] = [];
    for await (const stored of stores.demands.each()) demands.push(stored);
    return [
      ...(ok ? [] : lines.map(({ key, params }) => `${key} ${JSON.stringify(params)}`)),
      ...(await stuck(stores, now)),
      ...(await lostOrDoubled(stores, demands, sent)),
      ...unanswered(demands, letters, sent),
      ...(await lettersMissing(stores, demands, letters)),
      ...lettersUnsaid(letters, said, now),
    ];
  } finally {
    await stores.close();
  }
}

/** What was lost, done twice or left undone of messages that came by another way than the sandbox. */
export async function messageFaults(dataDir: string, sent: readonly Sent[], now: Date): Promise<string[]> {
  const { lines, ok } = await verifyStore({ dataDir });
  const stores = await openStores({ dataDir, dataKey: (await readDataKey({ dataDir })).key, now: () => now });
  try {
    const demands: KeptDemand[] = [];
    for await (const stored of stores.demands.each()) demands.push(stored);
    const left = await stores.inbox.unhandled(10_000);
    return [
      ...(ok ? [] : lines.map(({ key, params }) => `${key} ${JSON.stringify(params)}`)),
      ...left.map(({ id }) => `not handled: ${id}`),
      ...(await lostOrDoubled(stores, demands, sent)),
    ];
  } finally {
    await stores.close();
  }
}

/** Letters by key, as the data file has them last. */
async function lettersIn(dataDir: string): Promise<ReadonlyMap<string, Letter>> {
  const lines = (await readFile(join(dataDir, 'outbox.db'), 'utf8')).split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => Letter.parse(documentOf(line))).map((letter) => [letter._id, letter]));
}

async function saidIn(dataDir: string): Promise<Said[]> {
  const [, ...lines] = (await readFile(join(dataDir, 'sandbox', 'log.jsonl'), 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => Said.parse(JSON.parse(line)));
}

async function stuck({ inbox, outbox, demands }: OpenStores, now: Date): Promise<string[]> {
  const left = await inbox.unhandled(1000);
  const due = await outbox.due(now, 1000);
  const next = await demands.nextDue();
  return [
    ...left.map(({ id }) => `not handled: ${id}`),
    ...due.map(({ key }) => `not said: ${key}`),
    ...(next !== undefined && next <= now ? [`due at ${next.toISOString()} and not done at ${now.toISOString()}`] : []),
  ];
}

/** Each accepted matter is in exactly one entry of one demand; one that may have been accepted, in one at most. */
async function lostOrDoubled({ sealer }: OpenStores, demands: readonly KeptDemand[], sent: readonly Sent[]): Promise<string[]> {
  const found = new Map<string, string[]>();
  for (const { state: demand, timeline } of demands) {
    for (const { seq, data } of timeline) {
      const words = JSON.stringify(await sealer.openAll(data, ''));
      for (const token of new Set(words.match(/Q\w{4,}Z/g))) found.set(token, [...(found.get(token) ?? []), `${demand.id}:${seq}`]);
    }
  }
  return sent.flatMap(({ id, token }) => {
    const places = token === undefined ? [] : (found.get(token) ?? []);
    if (places.length > 1) return [`twice: ${token ?? ''} ${id ?? 'doubtful'} in ${places.join(' ')}`];
    return token !== undefined && id !== undefined && places.length === 0 ? [`lost: ${token} ${id}`] : [];
  });
}

/** Each accepted command has changed something or was answered. */
function unanswered(demands: readonly KeptDemand[], letters: ReadonlyMap<string, Letter>, sent: readonly Sent[]): string[] {
  const causes = new Set(demands.flatMap(({ timeline }) => timeline.map(({ cause }) => cause)));
  const commands = sent.filter(({ id, token, command }) => id !== undefined && token === undefined && command === true);
  return commands.flatMap(({ id = '' }) => (causes.has(`sandbox:${id}`) || letters.has(`reply:sandbox:${id}:0`) ? [] : [`unanswered: ${id}`]));
}

/** Every letter that the timelines owe is in the outbox. */
async function lettersMissing(stores: OpenStores, demands: readonly KeptDemand[], letters: ReadonlyMap<string, Letter>): Promise<string[]> {
  const with_ = await lettering(stores);
  const missing: string[] = [];
  for (const { timeline } of demands) {
    const [first] = timeline;
    if (first === undefined) continue;
    const steps = timeline.map((event, nth) => ({ event, after: nth === 0 ? fold([event]) : fold(timeline.slice(0, nth + 1)) }));
    const owed = await lettersFor(with_, undefined, steps, 1, first.at);
    missing.push(...owed.filter(({ key }) => !letters.has(key)).map(({ key }) => `never put: ${key}`));
  }
  return missing;
}

async function lettering({ directory, people }: OpenStores): Promise<Lettering> {
  const kept = await directory.load();
  if (kept === undefined) throw new Error('There is no directory');
  const calendar = createCalendar(readCalendarCorrections(districtFile('calendar')));
  return { directory: createDirectory(kept.data), mechanism: readMechanism(districtFile('wuchang.yaml')), speak: createSpeak(), language: 'zh-CN', categoryName: readClassNames().name, calendar, people };
}

/** What is noted as said is in the chat, once; what is not said has a reason. */
function lettersUnsaid(letters: ReadonlyMap<string, Letter>, said: readonly Said[], now: Date): string[] {
  const times = new Map<string, number>();
  for (const { key } of said) if (key !== undefined) times.set(key, (times.get(key) ?? 0) + 1);
  const twice = [...times].filter(([, count]) => count > 1).map(([key]) => `said twice: ${key}`);
  const unowed = [...times.keys()].filter((key) => !letters.has(key)).map((key) => `said and not owed: ${key}`);
  const wrong = [...letters.values()].flatMap(({ _id: key, state, notBefore, why }) => {
    if (state === 'sent' && !times.has(key)) return [`noted as said, and not in the chat: ${key}`];
    if (state === 'waiting' && (notBefore <= now || times.has(key))) return [`still waiting: ${key}`];
    return state === 'undelivered' ? [`undelivered: ${key} ${why ?? ''}`] : [];
  });
  return [...twice, ...unowed, ...wrong];
}
