import { presentPattern, sentenceEnd, toldPattern } from '../../locales/lexicon/urgency-words.ts';
import type { GiveDangerOpinion } from './danger-opinion.ts';
import { urgencyOf, type UrgencySaid } from './urgency-of.ts';

/** What is longer is a letter, in characters. */
export const LETTER_FROM = 120;

/** What stands for the lead of danger in a passage: so much against it that a sign alone is not believed. */
const LEAD = -1;
/** Sentences shorter than this are read together with the next, in characters. */
const TOGETHER = 30;

/**
 * The urgency of a letter: that of its most urgent passage. Letters tell of hospitals, quarrels and walls at length, and rarely of somebody in danger while they are read:
 * so a sign counts only in a passage that the model believes too, and that does not tell of a day long past or of what might be.
 */
export function urgencyOfLetter(letter: string, opinionOn: GiveDangerOpinion): UrgencySaid {
  const said = passagesOf(letter).map((passage) => urgencyOfPassage(passage, opinionOn));
  return said.find(({ urgency }) => urgency === 'danger') ?? said.find(({ urgency }) => urgency === 'urgent') ?? { urgency: 'routine', reasons: [] };
}

function urgencyOfPassage(passage: string, opinionOn: GiveDangerOpinion): UrgencySaid {
  const said = urgencyOf(passage, { lead: LEAD, opinion: opinionOn(passage) });
  if (said.urgency !== 'danger') return said;
  if (said.reasons.includes('danger:likely')) return { urgency: 'routine', reasons: [] };
  return toldPattern.test(passage) && !presentPattern.test(passage) ? { urgency: 'routine', reasons: [] } : said;
}

function passagesOf(letter: string): readonly string[] {
  const passages: string[] = [];
  for (const piece of letter.split(sentenceEnd).flatMap(pieces)) {
    const last = passages.at(-1);
    if (last !== undefined && last.length + piece.length < TOGETHER) passages[passages.length - 1] = `${last} ${piece}`;
    else passages.push(piece);
  }
  return passages;
}

function pieces(sentence: string): readonly string[] {
  const words = sentence.trim();
  return Array.from({ length: Math.ceil(words.length / LETTER_FROM) }, (_, nth) => words.slice(nth * LETTER_FROM, (nth + 1) * LETTER_FROM));
}
