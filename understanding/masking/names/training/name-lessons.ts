import { beforeSurnames, calledAfterPersons, joiningSurnames, namesFit, speakerAfter, speakerBefore, titlesOfSurnames } from '../../../../locales/lexicon/given-names.ts';
import { wordsLikeNames } from '../../../../locales/lexicon/words-like-names.ts';
import { plainText, withoutEnd } from '../../../plain-text.ts';
import type { Span } from '../../../span.ts';
import type { Dice } from './dice.ts';
import { inventedGiven, inventedName, inventedSurname } from './invented-names.ts';

/** A text in plain characters with the names of people that it has. */
export interface NameLesson {
  readonly text: string;
  readonly names: readonly Span[];
}

const NAME = 'N';
const SHARE_OF_NAMES = 0.62;

/** A lesson from a text whose names are marked by what they are; every place where one stands counts. */
export function markedLesson(text: string, names: readonly string[]): NameLesson {
  const plain = plainText(text);
  const spans = names.flatMap((name) => placesOf(plain, plainText(name))).sort((one, other) => one.start - other.start || other.end - one.end);
  return { text: plain, names: spans.filter((span, at) => !spans.slice(0, at).some((before) => before.end > span.start)) };
}

/** The same lesson about other people: each name is changed for an invented one, the same one for the same. */
export function renamed({ text, names }: NameLesson, dice: Dice): NameLesson {
  const others = new Map<string, string>();
  return rebuilt(text, names.map(({ start, end }) => {
    const name = text.slice(start, end);
    const other = others.get(name) ?? inventedName(dice);
    others.set(name, other);
    return { start, end, parts: [{ text: other, isName: true }] };
  }));
}

/** An ordinary utterance with somebody in it: named, or called by what is not a full name. */
export function peopled(text: string, dice: Dice): NameLesson {
  const plain = plainText(text);
  if (dice.chance(0.3)) return signed(plain, dice);
  const places = [...after(plain), ...instead(plain)];
  return places.length === 0 ? signed(plain, dice) : rebuilt(plain, [{ ...dice.oneOf(places), parts: [somebody(dice)] }]);
}

interface Part {
  readonly text: string;
  readonly isName: boolean;
}

interface Change extends Span {
  readonly parts: readonly Part[];
}

function placesOf(text: string, name: string): Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(name); start >= 0 && name !== ''; start = text.indexOf(name, start + name.length)) places.push({ start, end: start + name.length });
  return places;
}

function after(text: string): Span[] {
  return [...text.matchAll(namesFit.after)].map((match) => ({ start: match.index + match[0].length, end: match.index + match[0].length }));
}

function instead(text: string): Span[] {
  return [...text.matchAll(namesFit.instead)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function signed(text: string, dice: Dice): NameLesson {
  const isBefore = dice.chance(0.5);
  const parts = dice.oneOf(isBefore ? speakerBefore : speakerAfter).split(NAME).flatMap((words, at) => [...(at === 0 ? [] : [somebody(dice)]), { text: words, isName: false }]);
  const at = isBefore ? 0 : withoutEnd(text, /[\s\u3002!,.]/).length;
  return rebuilt(text, [{ start: at, end: isBefore ? 0 : text.length, parts }]);
}

function somebody(dice: Dice): Part {
  return dice.chance(SHARE_OF_NAMES) ? { text: inventedName(dice), isName: true } : { text: otherwiseCalled(dice), isName: false };
}

function otherwiseCalled(dice: Dice): string {
  const { oneOf } = dice;
  const ways = [
    () => inventedSurname(dice) + oneOf(titlesOfSurnames),
    () => inventedSurname(dice) + oneOf(titlesOfSurnames),
    () => oneOf(beforeSurnames) + inventedSurname(dice),
    () => oneOf(joiningSurnames) + inventedSurname(dice) + oneOf(titlesOfSurnames),
    () => inventedGiven(dice),
    () => inventedSurname(dice) + inventedGiven(dice) + oneOf(calledAfterPersons),
    () => '',
    () => oneOf(wordsLikeNames),
    () => oneOf(wordsLikeNames),
  ];
  return oneOf(ways)();
}

function rebuilt(text: string, changes: readonly Change[]): NameLesson {
  let made = '';
  let from = 0;
  const names: Span[] = [];
  for (const { start, end, parts } of changes) {
    made += text.slice(from, start);
    for (const part of parts) {
      if (part.isName) names.push({ start: made.length, end: made.length + part.text.length });
      made += part.text;
    }
    from = end;
  }
  return { text: made + text.slice(from), names };
}
