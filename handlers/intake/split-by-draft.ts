import { MASK_BEGINS } from '../../locales/lexicon/prompts.ts';
import type { Matter, Situation, Understand, Understanding } from '../../understanding/understanding.ts';
import { doubtsClass } from './doubt.ts';
import type { DraftedMatter } from './draft.ts';
import { isMatter } from './is-matter.ts';
import { moreUrgent } from './more-urgent.ts';

type Matters = Understanding['matters'];

/** What may be split, and with what. */
export interface Splitting {
  readonly text: string;
  readonly situation: Situation;
  readonly offline: Understanding;
  readonly understand: Understand;
}

const SHORTEST_HEAD = 4;
const LONGEST_HEAD = 12;
const CLAUSE_ENDS = /[\s\p{P}]$/u;

/**
 * The text cut where the draft's matters begin, so that no word is lost. Only where the offline engine sees one sure matter of its own class in every
 * piece, and none of the urgency goes; what was understood offline otherwise.
 */
export function splitByDraft({ text, situation, offline, understand }: Splitting, drafted: readonly DraftedMatter[]): Matters {
  const [whole] = offline.matters;
  if (offline.matters.length > 1 || drafted.length < 2) return offline.matters;
  const cuts = [0, ...drafted.slice(1).map(({ words }) => startOf(text, words)), text.length];
  if (cuts.some((cut, at) => at > 0 && cut <= (cuts[at - 1] ?? 0))) return offline.matters;

  const understood = cuts.slice(1).map((cut, at) => {
    const words = text.slice(cuts[at], cut);
    return understand(words, situation).matters.map((one) => ({ ...one, words }));
  });
  const [first, ...others] = understood.flat().map((one) => (one.place.kind === 'unknown' ? { ...one, place: whole.place } : one));
  if (first === undefined || understood.some(({ length }) => length > 1)) return offline.matters;
  return areOwnMatters([first, ...others], whole) ? [first, ...others] : offline.matters;
}

function areOwnMatters(pieces: Matters, whole: Matter): boolean {
  if (new Set(pieces.map(({ category }) => category)).size < pieces.length) return false;
  if (pieces.some((one) => !isMatter(one) || doubtsClass(one))) return false;
  return pieces.some(({ urgency }) => !moreUrgent(whole.urgency, urgency));
}

/** Where a matter's words begin in the text; -1 when they are not its words, or begin within a clause. */
function startOf(text: string, words: string): number {
  const head = (words.split(MASK_BEGINS)[0] ?? '').trim().slice(0, LONGEST_HEAD);
  const at = head.length < SHORTEST_HEAD ? -1 : text.indexOf(head);
  return CLAUSE_ENDS.test(text.slice(0, Math.max(0, at))) ? at : -1;
}
