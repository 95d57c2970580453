import { courtesyAtEnd, goodNews, greetingAtStart } from '../locales/lexicon/courtesy.ts';
import { isIn, without } from './patterns/matches.ts';

/** What must be left, and how far courtesy may reach from either end, in characters: a bound on the work too. */
const LEAST = 4;
const REACH = 40;

/** A matter without the thanks and weak pleas that end it: they say nothing of what is wanted, unless somebody is thanked for something. */
export function withoutCourtesy(text: string): string {
  const left = text.slice(0, -REACH) + without(courtesyAtEnd, text.slice(-REACH));
  return left.length < LEAST || isIn(goodNews, left) ? text : left;
}

/** A matter without the greeting that begins it, where something is left of it. */
export function withoutGreeting(text: string): string {
  const left = without(greetingAtStart, text.slice(0, REACH)) + text.slice(REACH);
  return left.length < LEAST ? text : left;
}

/** A matter without the greeting that begins it and the thanks that end it. */
export function withoutPoliteness(text: string): string {
  return withoutGreeting(withoutCourtesy(text));
}
