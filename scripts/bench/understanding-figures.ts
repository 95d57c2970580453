import winkNaiveBayes from 'wink-naive-bayes-text-classifier';
import { z } from 'zod';
import { bareText } from '../../understanding/classify/bare-text.ts';
import { createClassifier } from '../../understanding/classify/classifier.ts';
import { createEngine, readClassifierFiles } from '../../understanding/load.ts';
import { createSimilarity } from '../../understanding/similar/similarity.ts';
import type { PlaceName } from '../../understanding/understanding.ts';
import { jsonLines } from '../json-lines.ts';

const NAMES = 20_000;
const TOLD = 50_000;
const ASKED = 500;
const ROUNDS = 12;
/** So often is all read before it is measured: the program is compiled while it runs, and that takes as long again as the first few thousand texts. */
const WARM_ROUNDS = 8;
const PEER_ROUNDS = 2;
const NOW = new Date('2026-07-06T10:00:00+08:00');
const Utterance = z.object({ text: z.string(), class: z.string().nullable() });

const utterances = jsonLines('test/understanding/chat-train.jsonl', Utterance);
const texts = utterances.map(({ text }) => text);
const names = Array.from({ length: NAMES }, (_, nth) => nameOf(nth));

const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
collect();
const before = memory();
const [startedAt, started] = [performance.now(), process.cpuUsage()];
const understand = createEngine({ names });
const readyMs = performance.now() - startedAt;
const readyWorkMs = microsSince(started) / 1000;
const classify = createClassifier(readClassifierFiles('.'));
understand(texts[0] ?? '', { now: NOW });
collect();
const megabytes = (memory() - before) / 1e6;

const first = perSecond(1, texts, (text) => understand(text, { now: NOW }), 0);
const all = perSecond(ROUNDS, texts, (text, nth) => understand(nth % 2 === 0 ? text : `${names[(nth * 37) % NAMES]?.name ?? ''}${text}`, { now: NOW }));
const classes = perSecond(ROUNDS, texts, (text) => classify(text));
process.stdout.write(JSON.stringify({ names: NAMES, readyMs, readyWorkMs, megabytes, classPerSecond: classes, allPerSecond: all, firstPerSecond: first, peerPerSecond: peer(), told: TOLD, similarMs: similar() }));

/** Three characters without a meaning, the same every time. */
function nameOf(nth: number): PlaceName {
  const sign = (salt: number) => String.fromCodePoint(0x4e00 + (Math.imul(nth * 7 + salt, 2_654_435_761) >>> 0) % 6000);
  return { placeId: `p${nth}`, name: `${sign(1)}${sign(2)}${sign(3)}`, otherNames: [], kind: 'compound', grids: [`g${nth % 200}`] };
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Of processor time, so that other work on the machine does not count. */
function perSecond(rounds: number, said: readonly string[], read: (text: string, nth: number) => unknown, warmRounds = WARM_ROUNDS): number {
  const readAll = (): void => said.forEach(read);
  for (let round = 0; round < warmRounds; round++) readAll();
  const from = process.cpuUsage();
  for (let round = 0; round < rounds; round++) readAll();
  return (rounds * said.length * 1e6) / microsSince(from);
}

function microsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return user + system;
}

function peer(): number {
  const bayes = winkNaiveBayes();
  bayes.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  bayes.definePrepTasks([(text) => Array.from({ length: Math.max(text.length - 1, 1) }, (_, at) => text.slice(at, at + 2))]);
  for (const { text, class: category } of utterances) if (category !== null) bayes.learn(bareText(text), category);
  bayes.consolidate();
  return perSecond(PEER_ROUNDS, texts, (text) => bayes.predict(bareText(text)));
}

/** Milliseconds for one message more, asked and added, when so many were told before. */
function similar(): number {
  const similarity = createSimilarity();
  const told = (nth: number) => ({ id: String(nth), at: new Date(NOW.getTime() + nth * 60_000), text: `${names[(nth * 31) % NAMES]?.name ?? ''}${texts[nth % texts.length] ?? ''}${texts[(nth * 17) % texts.length] ?? ''}` });
  for (let nth = 0; nth < TOLD; nth++) similarity.add(told(nth));
  const from = process.cpuUsage();
  for (let nth = TOLD; nth < TOLD + ASKED; nth++) {
    similarity.ask(told(nth));
    similarity.add(told(nth));
  }
  return microsSince(from) / 1000 / ASKED;
}
