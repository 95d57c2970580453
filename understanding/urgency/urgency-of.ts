import {
  callPattern,
  clauseEnd,
  dangerSigns,
  despairs,
  donePattern,
  laughs,
  negatedBefore,
  nowPattern,
  oftenPattern,
  overPattern,
  sentenceEnd,
  supposedAfter,
  supposedBefore,
  supposedRightBefore,
  urgentSigns,
  wantsToDie,
  type UrgencySign,
} from '../../locales/lexicon/urgency-words.ts';
import { firstIn, isIn } from '../patterns/matches.ts';
import { plainText } from '../plain-text.ts';
import type { Intent, Urgency } from '../understanding.ts';
import type { DangerOpinion } from './danger-opinion.ts';

const REACH = 3000;
const BEFORE = 8;
const AROUND = 10;
/** A longer text that tells of a wish to die tells more, which the model weighs. */
const SHORT = 60;
const SELF_HARM = 'self-harm';
const MOST_PLACES = 4;
/** What counts beside the model's score: what the words want, by how much more they speak for reporting a danger than for anything else, and a sure sign. Learnt on hands that the tables knew nothing of, as the line is (docs/decisions/0011-danger.md). */
const BY_INTENT: Readonly<Record<Intent, number>> = {
  complaint: 0, help: 0.58, danger: 0.52, 'not-for-us': 0.59, question: -0.74, suggestion: -1.16, praise: -0.81, enterprise: -0.6, abuse: -1, command: -1.14, 'small-talk': -1.42, answer: -1.47,
};
const BY_LEAD = 0.16;
const BY_SURE_SIGN = 0.21;
const DANGER_ABOVE = 1.85;
/** An alarm that only the signs raise counts as so much of a lead, anything else as so much against it. */
const LEAD_BY_SIGNS = { alarm: 0.3, other: -1 };
/** Who cries for help while wanting one of these cries for help. */
const HEARD: ReadonlySet<Intent> = new Set(['complaint', 'help', 'danger', 'not-for-us']);
/** Above which sum the words need nothing beside them. */
const SURE_ABOVE = 2.35;
/** Words too few to tell a danger by a guess, in characters: on other hands none of them did, and many alarms were in vain. */
const FEW = 16;

/** How soon a matter must be looked at, and why: `danger:gas`, `urgent:no-water`. */
export interface UrgencySaid {
  readonly urgency: Urgency;
  readonly reasons: readonly string[];
}

/** What else is known of a text. */
export interface UrgencyHints {
  /** What its words want; a complaint when not said. */
  readonly intent?: Intent | undefined;
  /** They report a fire, an accident or another danger. */
  readonly alarm?: boolean | undefined;
  /** By how much more the words speak for reporting a danger than for any other intent. */
  readonly lead?: number | undefined;
  /** What the trained model thinks; without it the signs alone decide. */
  readonly opinion?: DangerOpinion | undefined;
}

/**
 * The urgency of a text. What is only supposed, denied, long past or put right is no danger; a sign in doubt is urgent, unless another stands beside it.
 * The model's opinion finds dangers that show no sign, if it is sure or enough is told, and takes back a sign that it does not believe; a sure sign with a call for help stays.
 * Who says in a few words that he wants to die is always believed, unless he laughs.
 */
export function urgencyOf(text: string, hints: UrgencyHints = {}): UrgencySaid {
  const { opinion, intent = 'complaint', alarm = false, lead = alarm ? LEAD_BY_SIGNS.alarm : LEAD_BY_SIGNS.other } = hints;
  const plain = plainText(text.slice(0, REACH));
  if (plain.length <= SHORT && isIn(wantsToDie, plain) && !isIn(laughs, plain)) return { urgency: 'danger', reasons: [`danger:${SELF_HARM}`] };
  const calls = isIn(callPattern, plain) && HEARD.has(intent);
  const danger = changesNothing(opinion, calls) ? [] : signsIn(plain, dangerSigns);
  const sure = danger.some((sign) => sign.plain);
  const sum = opinion === undefined ? undefined : opinion.score + BY_INTENT[intent] + BY_LEAD * lead + (sure ? BY_SURE_SIGN : 0);
  const isDanger = sum === undefined ? showsDanger(danger, calls, alarm) : sum > (guesses(plain, danger, alarm) ? SURE_ABOVE : DANGER_ABOVE) || (calls && sure);
  if (isDanger) return { urgency: 'danger', reasons: dangerReasons(plain, danger, alarm, sum) };

  const doubted = opinion !== undefined && opinion.score < 0 ? [] : danger;
  const urgent = [...doubted, ...signsIn(plain, urgentSigns)];
  if (urgent.length > 0) return { urgency: 'urgent', reasons: urgent.map(({ reason }) => `urgent:${reason}`) };
  return { urgency: 'routine', reasons: [] };
}

/** Whether words show a danger by themselves, whatever they want. */
export function tellsOfDanger(text: string): boolean {
  const plain = plainText(text);
  return isIn(wantsToDie, plain) || isIn(despairs, plain) || signsIn(plain, dangerSigns).length > 0;
}

/** Where the model sees nothing and nobody calls for help, a sign is not believed: then it need not be looked for, which is most of the work. */
function changesNothing(opinion: DangerOpinion | undefined, calls: boolean): boolean {
  return opinion !== undefined && opinion.score < 0 && !calls;
}

/** Whether there is nothing but the model's opinion, on a few words. */
function guesses(plain: string, danger: readonly SignSeen[], alarm: boolean): boolean {
  return plain.length < FEW && danger.length === 0 && !alarm && !isIn(despairs, plain);
}

/** Without the model's opinion: the signs alone. */
function showsDanger(danger: readonly SignSeen[], calls: boolean, alarm: boolean): boolean {
  return alarm || danger.length > 1 || danger.some((sign) => sign.plain) || (danger.length > 0 && calls);
}

function dangerReasons(plain: string, danger: readonly SignSeen[], alarm: boolean, sum = 0): string[] {
  if (danger.length > 0) return danger.map(({ reason }) => `danger:${reason}`);
  if (isIn(despairs, plain)) return [`danger:${SELF_HARM}`];
  if (alarm) return ['danger:reported'];
  return [sum > SURE_ABOVE ? 'danger:told' : 'danger:likely'];
}

interface SignSeen {
  readonly reason: string;
  readonly plain: boolean;
}

function signsIn(text: string, signs: readonly UrgencySign[]): SignSeen[] {
  return signs.flatMap((sign) => {
    const said = saidFor(text, sign);
    return said === undefined ? [] : [{ reason: sign.reason, plain: sign.plain?.test(said) ?? true }];
  });
}

function saidFor(text: string, sign: UrgencySign): string | undefined {
  let from = 0;
  for (let place = 0; place < MOST_PLACES; place++) {
    const match = firstIn(sign.pattern, text.slice(from));
    if (match === undefined) return undefined;
    const start = from + match.index;
    if (isReal(text, sign, start, match[0])) return text.slice(Math.max(0, start - AROUND), start + match[0].length + AROUND);
    from += match.index + match[0].length;
  }
  return undefined;
}

function isReal(text: string, sign: UrgencySign, start: number, said: string): boolean {
  const end = start + said.length;
  const clauseStart = startOf(text, start, clauseEnd);
  const before = text.slice(clauseStart, start);
  const clause = text.slice(clauseStart, endOf(text, end, clauseEnd));
  if (sign.unless?.test(clause) === true) return false;
  if (negatedBefore.test(before.slice(-BEFORE)) || supposedAfter.test(text.slice(end, end + BEFORE))) return false;
  if (sign.standing === true ? supposedRightBefore.test(before) || supposedWithin(said) : supposedBefore.test(before)) return false;
  const sentence = text.slice(startOf(text, start, sentenceEnd), endOf(text, end, sentenceEnd));
  if (sign.once === true && oftenPattern.test(sentence) && !nowPattern.test(sentence)) return false;
  return !isOver(sentence, sign);
}

function supposedWithin(said: string): boolean {
  return supposedRightBefore.test(said.slice(0, -2));
}

function isOver(sentence: string, sign: UrgencySign): boolean {
  if (donePattern.test(sentence)) return true;
  return sign.standing !== true && overPattern.test(sentence) && !nowPattern.test(sentence);
}

function startOf(text: string, start: number, ends: RegExp): number {
  let from = start;
  while (from > 0 && !ends.test(text.charAt(from - 1))) from--;
  return from;
}

function endOf(text: string, end: number, ends: RegExp): number {
  let to = end;
  while (to < text.length && !ends.test(text.charAt(to))) to++;
  return to;
}
