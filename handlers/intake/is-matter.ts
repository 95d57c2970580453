import type { Intent, Matter } from '../../understanding/understanding.ts';

const MATTERS: ReadonlySet<Intent> = new Set(['complaint', 'help', 'danger', 'suggestion', 'enterprise']);

/** Whether a matter is one that somebody must handle. */
export function isMatter({ intent, urgency }: Pick<Matter, 'intent' | 'urgency'>): boolean {
  return MATTERS.has(intent) || urgency === 'danger';
}

const WRONG: ReadonlySet<Intent> = new Set(['complaint', 'help', 'danger']);
/** What a firm asks for is told from what a unit says of its work only by the thing it names. */
const WANTED: ReadonlySet<Intent> = new Set([...WRONG, 'enterprise']);
const LIKELY = 0.6;
const SURE = 0.9;
/** Why a class was found where not a word was understood. */
const NOTHING_SAID = 'class:nothing-said';

/** Whether the words plainly report something, also from somebody who talks of work: surely that something is wrong, or they name a thing and where it is or that it is likely wrong or wanted. */
export function isPlainReport({ intent, intentConfidence = 1, urgency, place, reasons }: Matter): boolean {
  if (WRONG.has(intent) && intentConfidence >= SURE) return true;
  return namesThing({ reasons }) && (urgency === 'danger' || (WANTED.has(intent) && intentConfidence >= LIKELY) || saysWhere(place));
}

/** Whether the words name something by which their class is told. */
export function namesThing({ reasons }: Pick<Matter, 'reasons'>): boolean {
  return reasons.some((reason) => reason.startsWith('class:') && reason !== NOTHING_SAID);
}

const CERTAIN = 0.7;

/** Whether the words surely tell of a thing of another class than this. */
export function isSurelyOther(one: Pick<Matter, 'category' | 'confidence' | 'reasons'>, { category }: Pick<Matter, 'category'>): boolean {
  return namesThing(one) && one.category !== category && one.confidence >= CERTAIN;
}

/** Whether it is said where it is, as far as that can be told. */
export function saysWhere(place: Matter['place']): boolean {
  return place.kind === 'unknown' ? place.said !== undefined : place.kind === 'unsure' || !place.place.reasons.includes('place:group-grid');
}
