import { cpus, loadavg } from 'node:os';
import { createSpeak } from '../locales/speak.ts';
import type { Language, Params, TextKey } from '../locales/text.ts';
import { crashRun } from '../test/support/crash-run.ts';
import { nightRun } from '../test/support/night-run.ts';
import { measureRawPuppet } from '../test/support/raw-puppet.ts';
import { benchAssessment } from './bench/assessment.ts';
import { callbacks } from './bench/callbacks.ts';
import { flood, type Delays } from './bench/flood.ts';
import { benchHotspots } from './bench/hotspots.ts';
import { pagesReady } from './bench/pages-ready.ts';
import { pageTimes, pageWeight } from './bench/pages.ts';
import { startTime } from './bench/start-time.ts';
import { storeWrites } from './bench/store-writes.ts';
import { sweep } from './bench/sweep.ts';
import { tableTimes } from './bench/tables.ts';
import { benchUnderstanding } from './bench/understanding.ts';
import { wholeWay, type WholeWay } from './bench/whole-way.ts';

const RAW_MESSAGES = 5000;
const STORE_WRITES = 5000;
const MESSAGES = 20_000;
const PER_SECOND = 50;
const OPEN = [1000, 10_000, 50_000];
const STORED = 10_000;
const OPEN_ON_PAGES = 5000;
const FLOOD = { messages: 10_000, senders: 50, quiet: 40 };
/** What a person may send in a minute where it is not a sandbox. */
const PER_MINUTE = 60;
const CALLBACKS = 2000;
const TABLE_ROWS = 50_000;
const DEMANDS_TO_LOOK_THROUGH = 50_000;
const NIGHT = { messages: 1000, kills: 8 };
const CRASH = { kills: 50, messages: 500 };

const speak = createSpeak();
const language: Language = process.env['LOCALE'] === 'en' ? 'en' : 'zh-CN';
const out = (key: TextKey, params: Params = {}) => process.stdout.write(`${speak(language, key, { load: load(), ...params })}\n`);
const known: { rawPerSecond?: number; storePerSecond?: number } = {};

const PARTS = { pages, raw, store, whole, sweep: swept, start, crash, night, flood: flooded, callbacks: called, tables, assessment, hotspots, understanding };
const asked = process.argv.slice(2);
const parts = asked.length === 0 ? [raw, store, whole, swept, start] : asked.map((name) => Object.entries(PARTS).find(([part]) => part === name)?.[1]);
if (parts.includes(undefined)) {
  out('bench.usage');
  process.exitCode = 1;
} else {
  out('bench.load', { cores: cpus().length });
  for (const part of parts) await part?.();
}

async function pages(): Promise<void> {
  const { firstMs, todayMs, actMs } = await pageTimes(OPEN_ON_PAGES);
  out('bench.pages', { open: OPEN_ON_PAGES, first: firstMs.toFixed(0), today: todayMs.p50.toFixed(0), todayWorst: todayMs.p99.toFixed(0), act: actMs.p50.toFixed(0), actWorst: actMs.p99.toFixed(0) });
  const ready = await pagesReady();
  if (ready === undefined) out('bench.no-chromium');
  else for (const [page, { ms, kilobytes }] of Object.entries(ready)) out('bench.page-ready', { page, ms: ms.toFixed(0), kilobytes: kilobytes.toFixed(0) });
  out('bench.page-weight', { matter: (await pageWeight('matter')).toFixed(0), console: (await pageWeight('console')).toFixed(0) });
}

async function raw(): Promise<void> {
  const { inPerSecond, outPerSecond } = await measureRawPuppet({ messages: RAW_MESSAGES, durable: true });
  known.rawPerSecond = inPerSecond;
  out('bench.raw', { inPerSecond, outPerSecond });
}

async function store(): Promise<void> {
  known.storePerSecond = await storeWrites(STORE_WRITES);
  out('bench.store', { perSecond: Math.round(known.storePerSecond) });
}

async function whole(): Promise<void> {
  const figures = await wholeWay({ full: 4000, steady: PER_SECOND * 30, perSecond: PER_SECOND, until: MESSAGES });
  shown(speak(language, 'bench.steady', { perSecond: PER_SECOND }), figures.steady);
  shown(speak(language, 'bench.full'), figures.full);
  const times = (perSecond: number | undefined) => (perSecond === undefined ? '?' : (perSecond / figures.full.perSecond).toFixed(1));
  out('bench.ratio', { toRaw: times(known.rawPerSecond), toStore: times(known.storePerSecond) });
  out('bench.memory', { first: Math.round(figures.residentAtFirstMb), last: Math.round(figures.residentMb), count: MESSAGES, demands: figures.demands });
}

function shown(how: string, { perSecond, p50Ms, p99Ms, cpuMs }: WholeWay): void {
  out('bench.whole', { how, perSecond: perSecond.toFixed(0), p50: p50Ms.toFixed(0), p99: p99Ms.toFixed(0), cpu: cpuMs.toFixed(1) });
}

async function swept(): Promise<void> {
  const figures = await sweep(OPEN);
  for (const { open, ms } of figures) out('bench.sweep', { open, ms: ms.toFixed(0) });
  out('bench.sweep-ratio', { ratio: ((figures.at(-1)?.ms ?? NaN) / (figures[0]?.ms ?? NaN)).toFixed(2) });
}

async function start(): Promise<void> {
  out('bench.start', { stored: STORED, ms: Math.round(await startTime(STORED)) });
}

async function flooded(): Promise<void> {
  for (const perMinute of [PER_MINUTE, 0]) {
    const { alone, flooded: beside, acceptedMs } = await flood({ ...FLOOD, perMinute });
    out(perMinute === 0 ? 'bench.flood-unlimited' : 'bench.flood', { ...FLOOD, perMinute, seconds: (acceptedMs / 1000).toFixed(0) });
    waited(speak(language, 'bench.alone'), alone);
    waited(speak(language, 'bench.beside'), beside);
  }
}

function waited(how: string, { count, p50Ms, p99Ms, maxMs }: Delays): void {
  out('bench.waited', { how, count, p50: p50Ms.toFixed(0), p99: p99Ms.toFixed(0), max: maxMs.toFixed(0) });
}

async function called(): Promise<void> {
  const { accountPerSecond, appPerSecond, plainPerSecond } = await callbacks(CALLBACKS);
  const share = (perSecond: number) => (perSecond / plainPerSecond).toFixed(2);
  out('bench.callbacks', { account: accountPerSecond.toFixed(0), toPlain: share(accountPerSecond), app: appPerSecond.toFixed(0), appToPlain: share(appPerSecond), plain: plainPerSecond.toFixed(0) });
}

async function tables(): Promise<void> {
  for (const { table, tookMs, othersMs } of await tableTimes(TABLE_ROWS)) out('bench.table', { table: speak(language, `bench.table-${table}`), rows: TABLE_ROWS, took: (tookMs / 1000).toFixed(1), others: othersMs.toFixed(0) });
}

async function assessment(): Promise<void> {
  const { assessMs, aggregateMs, countMs, ...counts } = await benchAssessment();
  const ms = (value: number) => value.toFixed(0);
  out('bench.assessment', { ...counts, ms: ms(assessMs) });
  out('bench.assessment-ratio', { aggregate: ms(aggregateMs), toAggregate: (assessMs / aggregateMs).toFixed(2), plain: ms(countMs), toPlain: (assessMs / countMs).toFixed(2) });
}

function hotspots(): void {
  const { found, ms, countMs } = benchHotspots(DEMANDS_TO_LOOK_THROUGH);
  out('bench.hotspots', { demands: DEMANDS_TO_LOOK_THROUGH, found, ms: ms.toFixed(0), plain: countMs.toFixed(0), toPlain: (ms / countMs).toFixed(1) });
}

async function understanding(): Promise<void> {
  const { classPerSecond, allPerSecond, firstPerSecond, peerPerSecond, readyMs, readyWorkMs, megabytes, names, told, similarMs } = await benchUnderstanding();
  const whole = (value: number) => value.toFixed(0);
  out('bench.understanding', { classes: whole(classPerSecond), all: whole(allPerSecond), first: whole(firstPerSecond), names, toPeer: (classPerSecond / peerPerSecond).toFixed(1) });
  out('bench.understanding-ready', { ms: whole(readyMs), work: whole(readyWorkMs), names, megabytes: whole(megabytes), told, similar: similarMs.toFixed(2) });
}

async function crash(): Promise<void> {
  const { faults, ...outcome } = await crashRun({ ...CRASH, seed: Math.floor(Math.random() * 2 ** 31) });
  out('bench.crash', { ...outcome, faults: faults.length });
  for (const fault of faults.slice(0, 50)) process.stdout.write(`  ${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

async function night(): Promise<void> {
  const { faults, ...outcome } = await nightRun(NIGHT);
  out('bench.night', { ...outcome, faults: faults.length });
  for (const fault of faults.slice(0, 50)) process.stdout.write(`  ${fault}\n`);
  if (faults.length > 0) process.exitCode = 1;
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? '?';
}
