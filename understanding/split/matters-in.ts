import { aboutAll, alsoWords, anotherMatter, continues, faultWords, leadingLink, listNumber, matterBreaks, strongBreak, subjects } from '../../locales/lexicon/split-words.ts';
import { plainText } from '../plain-text.ts';

const LONGEST = 400;
const SHORTEST = 4;
const MOST = 6;
const LONG_ENOUGH = 8;

/** The texts of the matters told in one utterance, in order; a single one when in doubt. */
export function mattersIn(text: string): [string, ...string[]] {
  if (text.length > LONGEST) return [text];
  const parts = sentencesOf(text);
  const matters: string[] = [];
  let open: ReadonlySet<string> = new Set();
  for (const part of parts) {
    const own = subjectsOf(part);
    const begins = matters.length > 0 && matters.length < MOST && beginsAnother(part, own, open, matters.at(-1) ?? '');
    if (begins) matters.push(part);
    else matters[Math.max(0, matters.length - 1)] = (matters.at(-1) ?? '') + part;
    open = begins ? own : new Set([...open, ...own]);
  }
  const [first = text, ...others] = matters;
  return [first, ...others];
}

function beginsAnother(part: string, own: ReadonlySet<string>, open: ReadonlySet<string>, before: string): boolean {
  const plain = plainText(part).trim();
  const rest = plain.replace(leadingLink, '');
  if (rest.length < SHORTEST || aboutAll.test(rest) || continues.test(rest)) return false;
  if ([...own].some((subject) => open.has(subject))) return false;

  const marked = anotherMatter.test(plain) || listNumber.test(plain);
  if (marked && (own.size > 0 || (rest.length >= LONG_ENOUGH && faultWords.test(rest)))) return true;
  if (own.size === 0 || open.size === 0 || !faultWords.test(rest)) return false;
  return alsoWords.test(rest) || strongBreak.test(before);
}

function subjectsOf(part: string): ReadonlySet<string> {
  const plain = plainText(part);
  return new Set(subjects.filter(([, pattern]) => pattern.test(plain)).map(([name]) => name));
}

function sentencesOf(text: string): string[] {
  return text.split(matterBreaks).filter((part) => part !== '');
}
