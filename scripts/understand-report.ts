import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Classify } from '../understanding/classify/classified.ts';
import { createClassifier } from '../understanding/classify/classifier.ts';
import { firstWords, trainHeads } from '../understanding/classify/training/train-heads.ts';
import { createDetectIntent } from '../understanding/intent/detect-intent.ts';
import { createEngine, readClassifierFiles, readIntentOpinion } from '../understanding/load.ts';
import { jsonLines } from './json-lines.ts';
import { heldVoices, voicesIn, type Voice } from './marked-voices.ts';
import { naiveBayesPeer, nlpJsPeer, type Peer } from './report/peers.ts';
import { agreement, asReviewed, classAgreement, readAgain, type Agreement, type ReadAgain } from './report/second-reading.ts';
import { wholeEngineFigures } from './report/whole-engine.ts';
import { accuracy, confusions, coverage, macroF1, topTwo, type Judged } from './scoring.ts';

const Letter = z.object({ id: z.string(), group: z.string(), title: z.string().nullable(), detail: z.string(), label: z.string() });
const Unmarked = z.object({ detail: z.string() });
type Letter = z.infer<typeof Letter>;

const FOLDS = 5;
const ROUNDS = 20;
const SHARES = [1, 0.8, 0.6];
const NOW = new Date('2026-07-06T10:00:00+08:00');
const SETS = [
  { name: 'chat, tuned half', file: 'chat-train.jsonl', said: voicesIn('chat-train.jsonl') },
  { name: 'chat, held half', file: 'chat-held.jsonl', said: voicesIn('chat-held.jsonl') },
  ...heldVoices().map(({ file, said }) => ({ name: `${file}, held`, file, said })),
];
const VIEWS = { full: (letter: Letter) => letter.detail, 'first 40': (letter: Letter) => firstWords(letter.detail), title: (letter: Letter) => letter.title ?? '' };
const KNOWN: readonly (readonly string[])[] = [
  ['hand lexicon', '80.9 / 80.6', '66.6 / 66.9', '75.7 / 76.1'],
  ['naive Bayes, characters 1-3', '83.7 / 82.4', '75.7 / 74.5', '81.1 / 80.3'],
  ['linear SVM, characters 1-2', '89.9 / 89.3', '78.2 / 77.7', '84.4 / 84.0'],
  ['the same, with excerpts, int8', '89.7 / 89.3', '79.7 / 78.6', '86.4 / 86.0'],
  ['NLP.js (zh)', '35 / 27', '32 / 24', '36 / 32'],
];

const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '../shared/data/complaints-dev.jsonl' },
    unmarked: { type: 'string', multiple: true, default: ['../shared/data/hotspot-messages.jsonl'] },
    hidden: { type: 'string', multiple: true, default: [] },
    folds: { type: 'string', default: String(FOLDS) },
  },
});

const files = readClassifierFiles('.');
const headOf = new Map(files.classes.map(({ id, petition }) => [id, petition.l1]));

const understand = createEngine();

for (const { name, file, said } of SETS) {
  reportChat(name, said);
  reportReviewed(file, said);
}
if (existsSync(values.letters)) await reportLetters(jsonLines(values.letters, Letter));
else console.log(`\n(no letters at ${values.letters}: give --letters FILE)`);

function reportChat(name: string, utterances: readonly Voice[]): void {
  const classify = createClassifier(files);
  const detect = createDetectIntent(readIntentOpinion('.'));
  const intents = utterances.map(({ text, group, intent }): Judged => {
    const found = detect(text, { group });
    return { right: intent, said: found.intent, confidence: found.confidence };
  });
  const marked = utterances.flatMap((utterance) => (utterance.class === null ? [] : [{ ...utterance, class: utterance.class }]));
  const heads = marked.map(({ text, class: right }): Judged => ({ right: headOf.get(right) ?? '', said: classify(text).petition.l1 }));
  console.log(`\n== ${name}: ${utterances.length} utterances ==`);
  print('intent', intents);
  print('class', judgedClasses(utterances));
  print('petition head of the class', heads);
  for (const line of wholeEngineFigures(understand, utterances, NOW)) console.log(line);
  console.log(`speed: class ${speed(classify, utterances)}/s, intent ${speed(detect, utterances)}/s`);
}

/** What two further readers made of it, and how the engine stands by the marks of two of three. */
function reportReviewed(file: string, utterances: readonly Voice[]): void {
  const again = readAgain(file, utterances);
  if (again.length === 0) return;
  console.log(`two further readers: intent ${inWords(agreement(again))}; by the marks of two of three:`);
  for (const line of wholeEngineFigures(understand, again.map(asReviewed), NOW)) console.log(line);
  const classes = classAgreement(again);
  if (classes === undefined) return;
  console.log(`class ${inWords(classes)}; by the marks of two of three, and where all three agree:`);
  print('class', judgedClasses(again.map(asReviewed)));
  print('class', judgedClasses(again.filter(agreedByAll).map(({ voice }) => voice)));
}

function inWords({ withMark, withEachOther }: Agreement): string {
  return `as marked ${withMark.map((share) => share.toFixed(1)).join(', ')}; as each other ${withEachOther.toFixed(1)}`;
}

function agreedByAll({ voice, reading }: ReadAgain): boolean {
  return reading.class?.every((category) => category === voice.class) === true;
}

function judgedClasses(utterances: readonly Voice[]): Judged[] {
  const classify = createClassifier(files);
  return utterances.flatMap(({ text, class: right }) => (right === null ? [] : [judgedClass(classify, text, right)]));
}

function judgedClass(classify: Classify, text: string, right: string): Judged {
  const { category, confidence, alternatives } = classify(text);
  return { right, said: category, second: alternatives[0]?.category, confidence };
}

function print(what: string, judged: readonly Judged[]): void {
  const curve = coverage(judged, SHARES).map((right, at) => `${right.toFixed(1)} at ${(SHARES[at] ?? 0) * 100} %`).join(', ');
  const second = judged.some((one) => one.second !== undefined) ? `, first two ${topTwo(judged).toFixed(1)}` : '';
  console.log(`${what}: ${accuracy(judged).toFixed(1)} right, macro-F1 ${macroF1(judged).toFixed(1)}${second}; surest: ${curve}`);
  console.log(`  mistaken: ${confusions(judged, 8).map(([pair, times]) => `${pair} ${times}`).join('; ')}`);
}

/** Utterances per second of processor time, so that other work on the machine does not count. */
function speed(read: (text: string) => unknown, utterances: readonly Voice[]): number {
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) for (const { text } of utterances) read(text);
  const { user, system } = process.cpuUsage(before);
  return Math.round((ROUNDS * utterances.length * 1e6) / (user + system));
}

async function reportLetters(letters: readonly Letter[]): Promise<void> {
  const unmarked = values.unmarked.filter((path) => existsSync(path)).flatMap((path) => jsonLines(path, Unmarked)).map(({ detail }) => detail);
  const ours = new Map<string, Judged[]>();
  const peers = { wink: new Map<string, Judged[]>(), nlpJs: new Map<string, Judged[]>() };
  for (let fold = 0; fold < Math.min(Number(values.folds), FOLDS); fold++) {
    const learnt = letters.filter(({ group }) => foldOf(group) !== fold);
    const held = letters.filter(({ group }) => foldOf(group) === fold);
    const heads = trainHeads(learnt.map(({ group, title, detail, label }) => ({ group, title: title ?? undefined, text: detail, head: label })), { hidden: values.hidden, unmarked });
    const classify = createClassifier({ ...files, heads });
    console.log(`fold ${fold + 1}: ${judgeOwn(held, ours, classify)}`);
    await judgePeer(held, peers.wink, naiveBayesPeer(learnt));
    await judgePeer(held, peers.nlpJs, await nlpJsPeer(learnt));
  }
  printTable(ours, peers);
}

function judgeOwn(held: readonly Letter[], ours: Map<string, Judged[]>, classify: Classify): string {
  return Object.entries(VIEWS).map(([view, textOf]) => {
    const own = textsOf(held, textOf).map(({ text, right }): Judged => {
      const { petition, headConfidence, secondHead } = classify(text);
      return { right, said: petition.l1, second: secondHead, confidence: headConfidence };
    });
    ours.set(view, [...(ours.get(view) ?? []), ...own]);
    return `${view} ${macroF1(own).toFixed(1)}`;
  }).join(', ');
}

async function judgePeer(held: readonly Letter[], judged: Map<string, Judged[]>, peer: Peer): Promise<void> {
  for (const [view, textOf] of Object.entries(VIEWS)) {
    const own = judged.get(view) ?? [];
    for (const { text, right } of textsOf(held, textOf)) own.push({ right, said: await peer(text) });
    judged.set(view, own);
  }
}

function textsOf(letters: readonly Letter[], textOf: (letter: Letter) => string): { text: string; right: string }[] {
  return letters.map((letter) => ({ text: textOf(letter), right: letter.label })).filter(({ text }) => text !== '');
}

function printTable(ours: Map<string, Judged[]>, { wink, nlpJs }: { wink: Map<string, Judged[]>; nlpJs: Map<string, Judged[]> }): void {
  const row = (name: string, cells: readonly string[]): string => `${name.padEnd(32)} | ${cells.map((cell) => cell.padEnd(12)).join(' | ')}`;
  const figures = (from: Map<string, Judged[]>): string[] =>
    Object.keys(VIEWS).map((view) => `${accuracy(from.get(view) ?? []).toFixed(1)} / ${macroF1(from.get(view) ?? []).toFixed(1)}`);
  console.log('\n== letters, groups held out: accuracy / macro-F1 of the petition head ==');
  console.log(row('', Object.keys(VIEWS)));
  console.log(row('this engine', figures(ours)));
  console.log(row('wink naive Bayes, same run', figures(wink)));
  console.log(row('NLP.js (zh), same run', figures(nlpJs)));
  for (const [name = '', ...cells] of KNOWN) console.log(row(`known: ${name}`, cells));
  for (const [view, judged] of ours) print(`\n${view}`, judged);
}

function foldOf(group: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < group.length; at++) hash = Math.imul(hash ^ group.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % FOLDS;
}
