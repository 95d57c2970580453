import { PROMPT_VERSION } from '../../locales/lexicon/prompts.ts';
import type { Intent, Matter, PlaceGuess, Situation, Understand, Understanding, Urgency } from '../../understanding/understanding.ts';
import { doubtsClass, doubtsIntent, DOUBT_BELOW } from './doubt.ts';
import type { Draft, DraftedMatter } from './draft.ts';
import { isMatter } from './is-matter.ts';
import { moreUrgent } from './more-urgent.ts';
import { ownTerms, saidIn } from './own-terms.ts';
import { splitByDraft } from './split-by-draft.ts';

/** What is needed to weigh a draft against what was understood offline. */
export interface Merging {
  readonly understand: Understand;
  readonly findPlace: (words: string, near: { grid?: string | undefined }) => PlaceGuess;
  readonly petitionOf: (category: string) => Matter['petition'] | undefined;
  readonly maskPersonal: (text: string) => string;
}

/** An utterance, and what was understood of it offline. */
export interface Heard {
  readonly text: string;
  readonly situation: Situation;
  readonly offline: Understanding;
}

/**
 * The offline understanding, made better where a draft may: the line that sums it up, class and intent where they were in doubt, the place's words where no
 * place was found. Urgency is never lowered, and raised only to be looked at; no matter is lost. What the two disagree about stays in the reasons.
 */
export function mergeDraft(deps: Merging, heard: Heard, { matters: drafted }: Draft): Understanding {
  const [first, ...others] = splitByDraft({ ...heard, understand: deps.understand }, drafted);
  const alone = others.length === 0;
  const better = (one: Matter): Matter => {
    const draft = alone ? drafted[0] : drafted.find(({ words }) => saidIn(one.masked, words));
    return draft === undefined ? one : improved(deps, heard.situation, one, alone ? { ...draft, urgency: mostUrgent(drafted) } : draft);
  };
  const matter = better(first);
  return { intent: alone ? matter.intent : heard.offline.intent, matters: [matter, ...others.map(better)] };
}

function mostUrgent(drafted: readonly DraftedMatter[]): Urgency {
  return drafted.reduce<Urgency>((most, { urgency }) => (moreUrgent(urgency, most) ? urgency : most), 'routine');
}

type Change = Partial<Matter> & Pick<Matter, 'reasons'>;

function improved(deps: Merging, situation: Situation, offline: Matter, drafted: DraftedMatter): Matter {
  const urgency = urgencyWith(offline, drafted);
  const meant = { ...offline, intent: intentWith(offline, drafted), summary: ownTerms(drafted.summary, offline.masked, deps.maskPersonal) ?? offline.summary };
  const kind = classWith(deps, meant, drafted);
  const place = placeWith(deps, situation, offline, drafted);
  const reasons = [...offline.reasons, `model:${PROMPT_VERSION}`, ...intentReasons(offline, meant), ...kind.reasons, ...place.reasons, ...urgency.reasons];
  return { ...meant, ...kind, ...place, ...urgency, reasons };
}

const CHANGEABLE: ReadonlySet<Intent> = new Set(['question', 'praise', 'small-talk', 'abuse']);

/** A matter stays one; of what is none, a doubted one may become one. Only the offline engine sees a danger. */
function intentWith(offline: Matter, { intent }: DraftedMatter): Intent {
  if (isMatter(offline) || !CHANGEABLE.has(offline.intent) || !doubtsIntent(offline)) return offline.intent;
  return intent === 'danger' ? 'complaint' : intent;
}

function intentReasons(offline: Matter, { intent }: Matter): readonly string[] {
  return intent === offline.intent ? [] : [`model:intent:${intent}`, `offline:intent:${offline.intent}`];
}

/** A draft settles a doubt between the classes that the offline engine has in mind; it does not bring up another. */
function classWith({ petitionOf }: Merging, offline: Matter, { category }: DraftedMatter): Change {
  if (category === offline.category) return { confidence: Math.max(offline.confidence, DOUBT_BELOW.category), reasons: [] };
  const reasons = [`model:class:${category}`, `offline:class:${offline.category}`];
  const petition = petitionOf(category);
  const others = offline.alternatives.filter((one) => one.category !== category);
  if (petition === undefined || !doubtsClass(offline) || others.length === offline.alternatives.length) return { reasons };
  return { category, petition, alternatives: [{ category: offline.category, confidence: offline.confidence }, ...others], reasons };
}

/** Its words are looked up like any others, and only where they were said and nothing was found. */
function placeWith({ findPlace }: Merging, { grid }: Situation, { place, masked }: Matter, drafted: DraftedMatter): Change {
  const said = drafted.place;
  if (said === null || !saidIn(masked, said)) return { reasons: [] };
  const guess = findPlace(said, { grid });
  const reasons = differs(guess, place) ? [`model:place:${nameOf(guess)}`, `offline:place:${nameOf(place)}`] : [];
  if (place.kind !== 'unknown') return { reasons };
  return { place: guess.kind === 'unknown' ? { kind: 'unknown', said: place.said ?? said } : guess, reasons };
}

function differs(guess: PlaceGuess, offline: PlaceGuess): boolean {
  return nameOf(guess) !== nameOf(offline);
}

function nameOf(guess: PlaceGuess): string {
  return guess.kind === 'found' ? (guess.place.placeId ?? guess.place.grid ?? 'unlisted') : guess.kind;
}

/** Whether the words make a matter urgent, and not only a language model, which words can steer. */
export function isUrgentByWords({ urgency, reasons }: Pick<Matter, 'urgency' | 'reasons'>): boolean {
  return urgency !== 'routine' && !reasons.includes(offlineUrgency('routine'));
}

function offlineUrgency(urgency: Urgency): string {
  return `offline:urgency:${urgency}`;
}

function urgencyWith({ urgency: offline }: Matter, { urgency: model }: DraftedMatter): Change & Pick<Matter, 'urgency'> {
  const reasons = model === offline ? [] : [`model:urgency:${model}`, offlineUrgency(offline)];
  return { urgency: offline === 'routine' && moreUrgent(model, offline) ? 'urgent' : offline, reasons };
}
