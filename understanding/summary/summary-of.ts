import { ofOneUndertaking } from '../../locales/lexicon/split-words.ts';
import {
  andMore,
  closingPattern,
  cutSign,
  emptySentence,
  introduction,
  joinSign,
  matterWords,
  openingPattern,
  partEnds,
  sentenceEnds,
  softBreaks,
  titleLine,
  titleSign,
} from '../../locales/lexicon/summary-words.ts';

/** In Chinese characters; a Latin letter takes half the room of one. */
const LONGEST = 40;
const LAST_LATIN = 0x24f;
const SHORTEST = 6;
const REACH = 1600;
const MOST_SENTENCES = 40;
const MOST_STRIPS = 12;

/** Whether words tell what the line must keep. */
type Tells = (words: string) => boolean;

/** One line of the width of at most 40 Chinese characters in the resident's own terms, from a text whose personal data are already masked. Where given, what tells of a danger is in it. */
export function summaryOf(masked: string, tells: Tells = () => false): string {
  const [, title, point] = ofOneUndertaking.exec(masked.slice(0, REACH)) ?? [];
  if (title !== undefined && point !== undefined && !tells(masked)) return ofSeveral(title.trim() + titleSign + summaryOf(point));
  const sentences = masked
    .slice(0, REACH)
    .split(sentenceEnds)
    .slice(0, MOST_SENTENCES)
    .map((sentence) => stripped(sentence))
    .filter((sentence, at, all) => sentence.length > 0 && !emptySentence.test(sentence) && all.indexOf(sentence) === at);
  const telling = sentences.findIndex(tells);
  const best = telling < 0 ? bestOf(sentences) : telling;
  if (best === undefined) return cut(masked.replace(/\s+/g, ' ').trim());
  const line = cut(withNeighbour(sentences, best));
  return telling < 0 || tells(line) ? line : cut(fromTelling(sentences[best] ?? '', tells));
}

/** The first of several points stands for them. */
function ofSeveral(line: string): string {
  return widthOf(line) + widthOf(andMore) > LONGEST ? cut(line) : line + andMore;
}

/** What is too long for a line begins with the part that tells. */
function fromTelling(sentence: string, tells: Tells): string {
  const parts = sentence.split(partEnds);
  const first = parts.findIndex(tells);
  return parts.slice(Math.max(0, first)).join('');
}

function bestOf(sentences: readonly string[]): number | undefined {
  let best: number | undefined;
  let bestScore = -Infinity;
  for (const [at, sentence] of sentences.entries()) {
    const score = scoreOf(sentence, at);
    if (score > bestScore) [best, bestScore] = [at, score];
  }
  return best;
}

function scoreOf(sentence: string, at: number): number {
  const matter = matterWords.test(sentence) ? 3 : 0;
  const title = titleLine.test(sentence) ? 2 : 0;
  const short = sentence.length < SHORTEST ? 2 : 0;
  return matter + title - short - at * 0.4;
}

function withNeighbour(sentences: readonly string[], best: number): string {
  const sentence = sentences[best] ?? '';
  const next = sentences[best + 1];
  if (next === undefined || sentence.length >= 2 * SHORTEST || widthOf(sentence) + widthOf(next) + 1 > LONGEST) return sentence;
  return sentence + joinSign + next;
}

function stripped(sentence: string): string {
  let rest = sentence.replace(/\s+/g, ' ').trim();
  for (let times = 0; times < MOST_STRIPS; times++) {
    const next = withoutFrame(rest);
    if (next === rest) return rest;
    rest = next;
  }
  return rest;
}

function withoutFrame(sentence: string): string {
  const opened = sentence.replace(introduction, '').replace(openingPattern, '').trim();
  const begun = opened.length < 2 ? '' : opened;
  const tail = begun.slice(-REACH / 32);
  return begun.slice(0, begun.length - tail.length) + tail.replace(closingPattern, '');
}

function cut(line: string): string {
  if (widthOf(line) <= LONGEST) return line;
  const head = thatFits(line, LONGEST - 1);
  const at = Math.max(...softBreaks.map((sign) => head.lastIndexOf(sign)));
  if (at < head.length / 2) return head + cutSign;
  return head.charAt(at) === ' ' ? head.slice(0, at) + cutSign : head.slice(0, at);
}

function thatFits(line: string, width: number): string {
  let head = '';
  let taken = 0;
  for (const character of line) {
    taken += widthOf(character);
    if (taken > width) break;
    head += character;
  }
  return head;
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) <= LAST_LATIN ? 0.5 : 1;
  return width;
}
