import { CARDS, tellsState, trouble } from '../locales/lexicon/intents.zh-CN.ts';
import { letterEnd } from '../locales/lexicon/letter-frames.ts';
import { OWN_PAPERS } from '../locales/lexicon/service-words.ts';
import { type Circumstances, circumstancesOf } from './circumstances/circumstances-of.ts';
import type { Feelings, FeelingsIn } from './circumstances/feelings.ts';
import type { Classified, Classify } from './classify/classified.ts';
import { inChinese } from './classify/in-chinese.ts';
import type { DetectedIntent, DetectIntent, IntentHints } from './intent/detected-intent.ts';
import { masked, type PersonalIn } from './masking/personal-data.ts';
import type { PersonalPiece } from './masking/personal-piece.ts';
import { isIn, without } from './patterns/matches.ts';
import type { Gazetteer } from './place/gazetteer.ts';
import { inStandardWords, plainText } from './plain-text.ts';
import { rememberLast } from './remember-last.ts';
import type { MattersIn } from './split/matters-in.ts';
import { ownMatters, type PartKind } from './split/own-matters.ts';
import { summaryOf } from './summary/summary-of.ts';
import type { Intent, Matter, PlaceFound, PlaceGuess, Situation, Understand } from './understanding.ts';
import type { GiveDangerOpinion } from './urgency/danger-opinion.ts';
import { LETTER_FROM, urgencyOfLetter } from './urgency/letter-urgency.ts';
import { tellsOfDanger, type UrgencySaid, urgencyOf } from './urgency/urgency-of.ts';
import { nameless } from './when/nameless.ts';
import { whenSaid } from './when/when-said.ts';
import { withoutPoliteness } from './without-courtesy.ts';
import { withoutSpeakers } from './without-speakers.ts';
import { withoutCompound } from './without-where.ts';

const LONGEST = 20_000;
const REACH_OF_CLASS = 4000;
const ONE_MATTER: ReadonlySet<Intent> = new Set(['praise', 'answer', 'command', 'small-talk', 'abuse', 'not-for-us']);
/** Who thanks or chats is upset about nothing. */
const CONTENT: ReadonlySet<Intent> = new Set(['praise', 'small-talk']);
/** What nobody would look at. Any other wish that the table told stays what it is, with its urgency. */
const UNHEARD: ReadonlySet<Intent> = new Set(['small-talk', 'answer']);
/** The model's opinion alone makes a matter urgent, and does not make something else of what was said. */
const NOT_RAISED_BY = 'danger:likely';
const EMERGENCY_ROUTES: ReadonlySet<string> = new Set(['route:fire', 'route:ambulance']);

/** What the engine is assembled from. */
export interface EngineDeps {
  readonly classify: Classify;
  readonly detectIntent: DetectIntent;
  readonly gazetteer: Gazetteer;
  readonly personalIn: PersonalIn;
  readonly mattersIn: MattersIn;
  readonly feelingsIn: FeelingsIn;
  /** Not given: the signs of the lexicon alone decide on danger. */
  readonly dangerOpinion?: GiveDangerOpinion | undefined;
}

/** Puts the parts together. What it gives never throws, whatever the text. */
export function createUnderstand({ classify, detectIntent, gazetteer, personalIn, mattersIn, feelingsIn, dangerOpinion }: EngineDeps): Understand {
  return (text, situation) => {
    const said = withoutSpeakers(text.slice(0, LONGEST));
    const hints: IntentHints = { group: situation.group, asked: situation.asked };
    const intentOf = (words: string): DetectedIntent => detectIntent(withoutPapers(words), hints);
    const whole = intentOf(standard(said.slice(0, REACH_OF_CLASS)));
    const hear = (part: string, known?: DetectedIntent): Heard => {
      const meant = standard(part);
      const detected = known ?? intentOf(meant);
      return { detected, urgency: urgencyFor(part, meant === part ? detected : intentOf(part), dangerOpinion) };
    };
    const heard = rememberLast((part) => hear(part));
    const kindOf = (part: string): PartKind => {
      const { detected, urgency } = heard(part);
      if (urgency.urgency === 'danger') return 'danger';
      return ONE_MATTER.has(detected.intent) ? 'aside' : 'matter';
    };
    const [first, ...others] = ONE_MATTER.has(whole.intent) ? [said] : ownMatters(mattersIn(said), kindOf);
    const place = gazetteer.find(said, situation);
    const alone = others.length === 0;
    const places = alone ? [place] : placesIn(gazetteer, [first, ...others], situation).map((own) => ownOr(own, place));
    const feelings = feelingsIn(said);

    const understood = (part: string, nth: number): Matter => {
      const own = places[nth] ?? place;
      const named = withoutPapers(standard(withoutNames(part.slice(0, REACH_OF_CLASS), own)));
      const classified = classify(part.length > LETTER_FROM ? named : withoutCompound(withoutPoliteness(named)));
      const told = alone ? hear(part, whole) : heard(part);
      return { ...matterOf(part, { classified, ...told, place: own, personal: personalIn(part), feelings, now: situation.now }), words: alone ? undefined : part.trim() };
    };
    const matter = understood(first, 0);
    return { intent: alone ? matter.intent : whole.intent, matters: [matter, ...others.map((part, nth) => understood(part, nth + 1))] };
  };
}

/** Cantonese in the words that the tables have learnt: what is wanted and what it is about are told by these. Whether it is a danger is told, and what is kept stays, as it was said. */
function standard(part: string): string {
  const plain = plainText(part);
  const said = inStandardWords(plain);
  return said === plain ? part : said;
}

/** What a text wants, and how soon it must be looked at. */
interface Heard {
  readonly detected: DetectedIntent;
  readonly urgency: UrgencySaid;
}

function urgencyFor(part: string, detected: DetectedIntent, opinion: GiveDangerOpinion | undefined): UrgencySaid {
  if (part.length > LETTER_FROM && opinion !== undefined) return urgencyOfLetter(part, opinion);
  return urgencyOf(part, { intent: detected.intent, alarm: isAlarm(detected), lead: detected.danger, opinion: opinion?.(withoutPoliteness(part)) });
}

/** The text without the names of its places: a compound called after a garden says nothing of trees. What is said of one's own stairs or lift stays. */
function withoutNames(text: string, place: PlaceGuess): string {
  const places = place.kind === 'found' ? [place.place] : place.kind === 'unsure' ? place.choices : [];
  const named = places.filter(({ reasons }) => reasons.some((reason) => reason.startsWith('place:by-')));
  return named.reduce((left, { said }) => (said.length > 1 ? left.replaceAll(said, '') : left), text);
}

/** The number of one's papers says nothing of what is wanted, unless nothing else is said. */
function withoutPapers(text: string): string {
  const left = without(OWN_PAPERS, text);
  return left.trim() === '' ? text : left;
}

interface Parts extends Heard {
  readonly classified: Classified;
  readonly place: PlaceGuess;
  readonly personal: readonly PersonalPiece[];
  readonly feelings: Feelings;
  readonly now: Date;
}

function matterOf(text: string, { classified, detected, urgency, place, personal, feelings, now }: Parts): Matter {
  const shown = masked(text, personal);
  const intent = intentWith(urgency, detected);
  const circumstances = circumstancesOf(text, personal, { ...feelings, upset: feelings.upset && !CONTENT.has(intent) });
  return {
    intent,
    intentConfidence: detected.confidence,
    category: classified.category,
    petition: classified.petition,
    confidence: classified.confidence,
    alternatives: classified.alternatives,
    place,
    when: nameless(whenSaid(without(letterEnd, text), now), text, personal),
    urgency: urgency.urgency,
    summary: summaryOf(shown, urgency.urgency === 'danger' ? tellsOfDanger : undefined),
    masked: shown,
    ...circumstances,
    tellsWrong: tellsWrong(text),
    reasons: [...detected.reasons, ...classified.reasons, ...placeReasons(place), ...urgency.reasons.map((reason) => `urgency:${reason}`), ...reasonsOf(circumstances)],
  };
}

function tellsWrong(text: string): boolean {
  const said = without(CARDS, inChinese(inStandardWords(plainText(text))));
  return isIn(trouble, said) || isIn(tellsState, said);
}

/** What makes whoever decides call sooner, or look further than one flat. */
function reasonsOf({ upset, affected }: Circumstances): string[] {
  return [...(upset ? ['feeling:upset'] : []), ...(affected === undefined ? [] : ['affected:many'])];
}

function isAlarm({ intent, reasons }: DetectedIntent): boolean {
  return intent === 'danger' || reasons.some((reason) => EMERGENCY_ROUTES.has(reason));
}

function intentWith({ urgency, reasons }: UrgencySaid, { intent, danger: weighed }: DetectedIntent): Intent {
  if (intent === 'danger' && urgency === 'routine') return 'complaint';
  const isRaised = UNHEARD.has(intent) || (intent === 'complaint' && weighed === undefined);
  return urgency === 'danger' && !reasons.includes(NOT_RAISED_BY) && isRaised ? 'danger' : intent;
}

function placeReasons(place: PlaceGuess): readonly string[] {
  if (place.kind === 'found') return place.place.reasons;
  return place.kind === 'unsure' ? (place.choices[0]?.reasons ?? []) : [];
}

/** Where each part is, heard after those before it. */
function placesIn(gazetteer: Gazetteer, parts: readonly string[], situation: Situation): PlaceGuess[] {
  let before: PlaceFound | undefined;
  return parts.map((part) => {
    const place = gazetteer.find(part, { ...situation, before });
    before = (place.kind === 'found' ? place.place : place.kind === 'unsure' ? place.choices[0] : undefined) ?? before;
    return place;
  });
}

function ownOr(own: PlaceGuess, whole: PlaceGuess): PlaceGuess {
  const isDefault = own.kind === 'found' && own.place.reasons.includes('place:group-grid');
  return own.kind === 'unknown' || isDefault ? whole : own;
}
