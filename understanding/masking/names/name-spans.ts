import { commonSurnames, doubleSurnames, familyWord, rareSurnames, transcribing } from '../../../locales/lexicon/name-words.ts';
import { isHan } from './sign-kinds.ts';

/** How a span could be a name: by a surname of one or two characters and what follows, or as a run that is set off or written by sound. */
export const spanKinds = { single: 0, double: 1, run: 2 } as const;

const SINGLE = 1;
const DOUBLE = 2;
const TRANSCRIBING = 4;
const LONGEST_RUN = 6;
const LONGEST_SET_OFF = 5;
const SHORTEST_BY_SOUND = 3;
const MOST_APART = 2;

const traits = traitsOfCharacters();
const doubles = new Set(doubleSurnames);

/** Whether names of other tongues are written with a character. */
export function isTranscribing(code: number): boolean {
  return ((traits[code] ?? 0) & TRANSCRIBING) !== 0;
}

/** Visits every span that could be a name, from left to right; `introduced` tells whether a place stands right after a word that introduces names. */
export function eachNameSpan(text: string, introduced: (start: number) => boolean, visit: (start: number, end: number, kind: number) => void): void {
  let runEnd = 0;
  let soundEnd = 0;
  for (let start = 0; start < text.length; start++) {
    if (start >= runEnd) runEnd = endWhere(text, start, isHan);
    if (start >= soundEnd) {
      soundEnd = endWhere(text, start, isTranscribing);
      eachBySound(start, soundEnd, visit);
    }
    const isSetOff = runEnd - start >= 2 && runEnd - start <= LONGEST_SET_OFF && (start === 0 || !isHan(text.charCodeAt(start - 1)) || introduced(start));
    eachBySurname(text, start, runEnd, visit);
    if (isSetOff && !isBySurname(text, start, runEnd)) visit(start, runEnd, spanKinds.run);
    else if (runEnd - start > LONGEST_SET_OFF && introduced(start)) eachIntroduced(text, start, visit);
  }
}

function eachBySurname(text: string, start: number, runEnd: number, visit: (start: number, end: number, kind: number) => void): void {
  const trait = traits[text.charCodeAt(start)] ?? 0;
  if ((trait & (SINGLE | DOUBLE)) === 0) return;
  if (hasDoubleSurname(text, start)) {
    for (let end = start + 3; end <= Math.min(start + 4, runEnd); end++) visit(start, end, spanKinds.double);
  }
  if ((trait & SINGLE) === 0) return;
  for (let end = start + 2; end <= Math.min(start + 3, runEnd); end++) visit(start, end, spanKinds.single);
}

/** Somebody may be introduced by a name that begins with no surname, and the sentence go on. */
function eachIntroduced(text: string, start: number, visit: (start: number, end: number, kind: number) => void): void {
  for (let end = start + 2; end < start + LONGEST_SET_OFF; end++) {
    if (!isBySurname(text, start, end)) visit(start, end, spanKinds.run);
  }
}

function isBySurname(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (((traits[text.charCodeAt(start)] ?? 0) & SINGLE) !== 0 && length <= 3) return true;
  return length >= 3 && length <= 4 && hasDoubleSurname(text, start);
}

/** Two characters that go before a given name together: some surnames, and any with the word for a family after it. */
function hasDoubleSurname(text: string, start: number): boolean {
  const trait = traits[text.charCodeAt(start)] ?? 0;
  if ((trait & SINGLE) !== 0 && text.charAt(start + 1) === familyWord) return true;
  return (trait & DOUBLE) !== 0 && doubles.has(text.slice(start, start + 2));
}

/** A run written by sound is a name as a whole, or without a character or two at either end that belong to the words around it. */
function eachBySound(start: number, end: number, visit: (start: number, end: number, kind: number) => void): void {
  if (end - start < SHORTEST_BY_SOUND || end - start > LONGEST_RUN + 2 * MOST_APART) return;
  for (let from = start; from <= start + MOST_APART; from++) {
    for (let to = end - MOST_APART; to <= end; to++) {
      if (to - from >= SHORTEST_BY_SOUND && to - from <= LONGEST_RUN) visit(from, to, spanKinds.run);
    }
  }
}

function endWhere(text: string, start: number, belongs: (code: number) => boolean): number {
  let end = start;
  while (end < text.length && belongs(text.charCodeAt(end))) end++;
  return end;
}

function traitsOfCharacters(): Uint8Array {
  const all = new Uint8Array(0x10000);
  const note = (characters: string, trait: number) => {
    for (let at = 0; at < characters.length; at++) all[characters.charCodeAt(at)] = (all[characters.charCodeAt(at)] ?? 0) | trait;
  };
  note(commonSurnames + rareSurnames, SINGLE);
  note(doubleSurnames.map((surname) => surname.charAt(0)).join(''), DOUBLE);
  note(transcribing, TRANSCRIBING);
  return all;
}
