import { classWords } from '../../locales/lexicon/classes.zh-CN.ts';
import * as signs from '../../locales/lexicon/intents.zh-CN.ts';
import { bareText } from '../classify/bare-text.ts';
import { classPhrases } from '../classify/class-phrases.ts';
import { inChinese } from '../classify/in-chinese.ts';
import { createPhraseScores } from '../classify/phrase-scores.ts';
import { isIn } from '../patterns/matches.ts';
import { plainText } from '../plain-text.ts';
import type { Intent } from '../understanding.ts';
import { withoutCourtesy } from '../without-courtesy.ts';
import type { DetectedIntent, DetectIntent, IntentHints } from './detected-intent.ts';
import { INTENTS, type GiveIntentOpinion } from './intent-opinion.ts';
import { intentText } from './intent-text.ts';
import { showsAny, sum } from './sign-weights.ts';
import { SUBJECT_FROM, wishWeights, type Shown } from './wish-weights.ts';

const LETTER_FROM = 90;
const ENOUGH = 2;
const MATTER_BEHIND_ABUSE = 2.5;
const SURE = 0.97;
/** How much sure signs count beside the opinion, more where a story is told, and from which confidence on. */
const TRUST = { short: 1.2, told: 2 };
const TOLD_FROM = 45;
const DOUBTED_BELOW = 0.7;
/** By how much these must lead where somebody writes to the program alone: what is taken for thanks or talk nobody looks at, an order is seldom put freely, and not every formal writer is a firm. */
const RESERVE: ReadonlyMap<Intent, number> = new Map([['praise', 0.25], ['small-talk', 0.25], ['answer', 0.25], ['command', 0.8], ['abuse', 0.25], ['enterprise', 0.3]]);
const RESERVES = reservesWith({});
/** By how much more thanks must lead where something is still not done or somebody insists, and a question where somebody is reported. */
const RESERVES_WHERE: readonly (readonly [said: RegExp, reserves: readonly number[]])[] = [[signs.stillUndone, reservesWith({ praise: 1 })], [signs.insists, reservesWith({ praise: 2 })], [signs.accuses, reservesWith({ question: 1 })]];
/** Where no question is answered, nor anybody insulted or chatted with. */
const NO_ANSWER = reservesWith({ answer: Infinity, abuse: Infinity, 'small-talk': Infinity, command: Infinity });
/** Where nothing was asked, so that nothing is answered, unless the signs say so. */
const NOTHING_ASKED = reservesWith({ answer: Infinity });
/** Where the signs find nothing, nobody is told that he is abusive on less than this. */
const SUSPICION = 0.4;

/** Nothing was found in it: whoever answers may ask what is meant. */
const NO_MATTER = 'no-matter';
const SETTLED: ReadonlySet<string> = new Set(['order', 'manners', 'no-words']);

type Rule = (shown: Shown) => DetectedIntent | undefined;

/** Makes the function that tells what a person wants with an utterance; without a trained opinion the signs alone decide. */
export function createDetectIntent(opinion?: GiveIntentOpinion): DetectIntent {
  const read = createReadIntent();
  return (text, hints = {}) => {
    const { shown, settled, written, ...rest } = read(text, hints);
    const signed = withoutWrongAnswer(rest.signed, shown);
    if (opinion === undefined || settled) return signed;
    const reserves = signed !== rest.signed ? NO_ANSWER : hints.asked === false && signed.intent !== 'answer' ? NOTHING_ASKED : reservesFor(shown);
    const weights = opinion(written()).map((weight, at) => weight - (reserves?.[at] ?? 0));
    return weighed(signed, weights, shown.text.length >= TOLD_FROM ? TRUST.told : TRUST.short);
  };
}

function reservesFor({ group, text }: Shown): readonly number[] | undefined {
  return group ? undefined : (RESERVES_WHERE.find(([said]) => isIn(said, text))?.[1] ?? RESERVES);
}

function reservesWith(more: Partial<Readonly<Record<Intent, number>>>): readonly number[] {
  return INTENTS.map((intent) => (RESERVE.get(intent) ?? 0) + (more[intent] ?? 0));
}

/** Whoever says what is wrong in which building is no answer to where it is. */
function withoutWrongAnswer(signed: DetectedIntent, { text }: Shown): DetectedIntent {
  return signed.intent === 'answer' && isIn(signs.wrongThere, text) && showsAny(signs.whereAnswers, text) ? found('complaint', SURE, 'intent:complaint') : signed;
}

/** What the signs say of an utterance, and how the model of intents reads it; what it learns from must be read in the same way. */
export interface IntentRead {
  readonly shown: Shown;
  readonly signed: DetectedIntent;
  /** Nothing else is asked: a letter, an order to the program, a greeting. */
  readonly settled: boolean;
  readonly written: () => string;
}

/** Makes the function that reads an utterance for its signs. */
export function createReadIntent(): (text: string, hints?: IntentHints) => IntentRead {
  const classes = Object.keys(classWords);
  const phrases = createPhraseScores(classPhrases(classWords, classes), classes.length);
  const subjectOf = (text: string): number => largest(phrases.score(bareText(withoutAbuse(text))));

  return (said, hints = {}) => {
    const text = withoutCourtesy(said);
    const plain = inChinese(plainText(text)).trim();
    const shown = shownBy(plain, hints, subjectOf(plain));
    const signed = bySigns(shown);
    return { shown, signed, settled: shown.letter || isSettled(signed), written: () => intentText(text, shown, signed) };
  };
}

function bySigns(shown: Shown): DetectedIntent {
  if (!/[\p{L}\p{N}]/u.test(shown.text)) return found('small-talk', SURE, 'no-words');
  for (const rule of RULES) {
    const intent = rule(shown);
    if (intent !== undefined) return intent;
  }
  return found('small-talk', 0.6, NO_MATTER);
}

/** What is so plain that nothing else is asked: an order to the program, a greeting, nothing but signs. */
function isSettled({ confidence, reasons: [reason = ''] }: DetectedIntent): boolean {
  return confidence >= SURE && SETTLED.has(reason);
}

/** What the model says after it has heard the signs. */
function weighed(signed: DetectedIntent, opinion: readonly number[], believed: number): DetectedIntent {
  const trust = signed.reasons[0] === NO_MATTER ? 0 : believed * Math.max(0, signed.confidence - DOUBTED_BELOW);
  const { intent, first, second } = bestOf(INTENTS.map((one, at) => (opinion[at] ?? 0) + (one === signed.intent ? trust : 0)));
  const confidence = Math.min(SURE, 0.5 + (first - second) / 3);
  const danger = intent === 'danger' ? first - second : (opinion[INTENTS.indexOf('danger')] ?? 0) - first;
  if (intent === 'abuse' && signed.intent !== 'abuse' && first - second < SUSPICION) return { ...signed, danger };
  const detected = intent === signed.intent ? signed : found(intent, confidence, intent === 'small-talk' ? NO_MATTER : `intent:${intent}`);
  return { ...detected, confidence, danger };
}

function bestOf(weights: readonly number[]): { intent: Intent; first: number; second: number } {
  let best = 0;
  let second = -Infinity;
  for (let at = 1; at < weights.length; at++) {
    const weight = weights[at] ?? 0;
    const most = weights[best] ?? 0;
    second = Math.max(second, Math.min(weight, most));
    if (weight > most) best = at;
  }
  return { intent: INTENTS[best] ?? 'complaint', first: weights[best] ?? 0, second };
}

const RULES: readonly Rule[] = [command, manners, answer, notForUs, dangerNow, thanks, talkAmongNeighbours, insult, wish];

function shownBy(text: string, { group = false }: IntentHints, subject: number): Shown {
  return { text, letter: text.length >= LETTER_FROM, group, subject, trouble: isIn(signs.trouble, text) };
}

function command({ text }: Shown): DetectedIntent | undefined {
  return showsAny(signs.commands, text) ? found('command', SURE, 'order') : undefined;
}

function manners({ text, subject, trouble }: Shown): DetectedIntent | undefined {
  if (text.length > 40) return undefined;
  const [bare, polite, greeting, sticker] = signs.smallTalk;
  if ([bare, polite, greeting, sticker].some((pattern) => pattern !== undefined && isIn(pattern, text))) return found('small-talk', SURE, 'manners');
  if ((subject >= SUBJECT_FROM && trouble) || isIn(signs.noChat, text)) return undefined;
  return showsAny(signs.smallTalk, text) ? found('small-talk', 0.85, 'chat') : undefined;
}

function answer({ text, group }: Shown): DetectedIntent | undefined {
  if (group || text.length > 40) return undefined;
  return showsAny(signs.answers, text) ? found('answer', 0.95, 'reply') : undefined;
}

function notForUs({ text, letter }: Shown): DetectedIntent | undefined {
  if (letter) return undefined;
  let route = '';
  let most = ENOUGH - 0.5;
  for (const [name, list] of Object.entries(signs.routes)) {
    const weight = sum(list, text);
    if (weight > most) [route, most] = [name, weight];
  }
  return route === '' ? undefined : found('not-for-us', Math.min(SURE, 0.6 + most / 10), `route:${route}`);
}

function dangerNow({ text, letter }: Shown): DetectedIntent | undefined {
  if (letter || showsAny(signs.noDangerNow, text)) return undefined;
  const weight = sum(signs.danger, text);
  return weight >= ENOUGH ? found('danger', Math.min(SURE, 0.6 + weight / 12), 'intent:danger') : undefined;
}

function thanks({ text, letter, trouble }: Shown): DetectedIntent | undefined {
  if (letter) return undefined;
  const weight = sum(signs.praise, text) - sum(signs.notPraise, text) - (trouble ? 0.3 : 0);
  return weight >= 1.1 ? found('praise', Math.min(SURE, 0.6 + weight / 10), 'intent:praise') : undefined;
}

function talkAmongNeighbours({ text, group, subject, trouble }: Shown): DetectedIntent | undefined {
  if (!group) return undefined;
  if (showsAny(signs.groupTalk, text)) return found('small-talk', 0.9, 'group-talk');
  return subject < SUBJECT_FROM || (!trouble && sum(signs.question, text) < 1.5 && sum(signs.suggestion, text) < ENOUGH)
    ? found('small-talk', 0.7, 'no-matter')
    : undefined;
}

function insult({ text, subject }: Shown): DetectedIntent | undefined {
  return sum(signs.abuse, text) > 0 && subject < MATTER_BEHIND_ABUSE ? found('abuse', 0.9, 'intent:abuse') : undefined;
}

/** Between the demands and the questions: the heaviest wins; a bare trouble is a complaint. */
function wish(shown: Shown): DetectedIntent | undefined {
  const weights = wishWeights(shown).sort((a, b) => b[1] - a[1]);
  const most = weights[0]?.[1] ?? 0;
  if (most <= 0 || (most < 1 && shown.text.length < 12 && shown.subject === 0)) return undefined;

  const [[intent, first], [, second]] = [weights[0] ?? ['complaint', 0], weights[1] ?? ['complaint', 0]];
  return found(intent, Math.min(SURE, 0.55 + (first - second) / 6), `intent:${intent}`);
}

function largest(scores: Float64Array): number {
  let most = 0;
  for (const score of scores) if (score > most) most = score;
  return most;
}

function withoutAbuse(text: string): string {
  if (sum(signs.abuse, text) === 0) return text;
  return signs.abuse.reduce((left, [pattern]) => left.replace(pattern, ''), text);
}

function found(intent: Intent, confidence: number, reason: string): DetectedIntent {
  return { intent, confidence, reasons: [reason] };
}
