import {
  callPattern,
  clauseEnd,
  dangerSigns,
  donePattern,
  negatedBefore,
  nowPattern,
  oftenPattern,
  overPattern,
  sentenceEnd,
  supposedAfter,
  supposedBefore,
  supposedRightBefore,
  urgentSigns,
  type UrgencySign,
} from '../../locales/lexicon/urgency-words.ts';
import { plainText } from '../plain-text.ts';
import type { Urgency } from '../understanding.ts';
import type { DangerOpinion } from './danger-opinion.ts';

const REACH = 3000;
const BEFORE = 8;
const AROUND = 10;
const MOST_PLACES = 4;
/** Above which score it is danger, by what else speaks for it. Set on the tuned halves (docs/decisions/0011-danger.md). */
const DANGER_ABOVE = { called: -Infinity, sign: 0.4, alarm: 0.8, hazard: 1.7, nothing: 2.4 };

/** How soon a matter must be looked at, and why: `danger:gas`, `urgent:no-water`. */
export interface UrgencySaid {
  readonly urgency: Urgency;
  readonly reasons: readonly string[];
}

/** What else is known of a text. */
export interface UrgencyHints {
  /** Something else in it cries for help: it reports a danger, or belongs to police, fire brigade or ambulance. */
  readonly alarm?: boolean | undefined;
  /** What the trained model thinks; without it the signs alone decide. */
  readonly opinion?: DangerOpinion | undefined;
}

/**
 * The urgency of a text. What is only supposed, denied, long past or put right is no danger; a sign in doubt is urgent, unless another stands beside it.
 * The model's opinion finds dangers that show no sign, and takes back a sign that nothing else speaks for; a sure sign with a call for help stays.
 */
export function urgencyOf(text: string, { alarm = false, opinion }: UrgencyHints = {}): UrgencySaid {
  const plain = plainText(text.slice(0, REACH));
  const calls = callPattern.test(plain);
  const danger = changesNothing(opinion, calls) ? [] : signsIn(plain, dangerSigns);
  if (isDanger(standingOf(danger, calls, alarm), opinion)) return { urgency: 'danger', reasons: dangerReasons(danger, alarm) };

  const doubted = opinion !== undefined && opinion.score < 0 ? [] : danger;
  const urgent = [...doubted, ...signsIn(plain, urgentSigns)];
  if (urgent.length > 0) return { urgency: 'urgent', reasons: urgent.map(({ reason }) => `urgent:${reason}`) };
  return { urgency: 'routine', reasons: [] };
}

/** Where the model sees nothing and nobody calls for help, a sign is not believed: then it need not be looked for, which is most of the work. */
function changesNothing(opinion: DangerOpinion | undefined, calls: boolean): boolean {
  return opinion !== undefined && opinion.score < 0 && !calls;
}

type Standing = 'called' | 'sign' | 'alarm' | 'none';

function standingOf(danger: readonly SignSeen[], calls: boolean, alarm: boolean): Standing {
  if (danger.some((sign) => sign.plain) && calls) return 'called';
  if (danger.length > 1 || danger.some((sign) => sign.plain) || (danger.length > 0 && (calls || alarm))) return 'sign';
  return alarm ? 'alarm' : 'none';
}

function isDanger(standing: Standing, opinion: DangerOpinion | undefined): boolean {
  if (opinion === undefined) return standing !== 'none';
  if (standing !== 'none') return opinion.score > DANGER_ABOVE[standing];
  return opinion.score > (opinion.hazard ? DANGER_ABOVE.hazard : DANGER_ABOVE.nothing);
}

function dangerReasons(danger: readonly SignSeen[], alarm: boolean): string[] {
  if (danger.length > 0) return danger.map(({ reason }) => `danger:${reason}`);
  return [alarm ? 'danger:reported' : 'danger:likely'];
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
    const match = sign.pattern.exec(text.slice(from));
    if (match === null) return undefined;
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
