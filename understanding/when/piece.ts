import type { Kind } from '../../locales/lexicon/when-matter-words.ts';
import { matches } from '../patterns/matches.ts';
import type { Span } from '../span.ts';
import type { Day } from './shanghai-day.ts';

/** Hours after a day's midnight; beyond 24 they lie on the next day. */
export interface HoursOfDay {
  readonly from: number;
  readonly to: number;
}

/** A time of the clock as said: twelve hours or twenty-four. */
export interface ClockSaid {
  readonly hour: number;
  readonly minute: number;
  /** Written or said so that it can only be meant by twenty-four hours. */
  readonly exact: boolean;
}

/** Something said of time, where in the text, and what it comes to. */
export interface Piece extends Span {
  readonly kind: Kind;
  /** The days it spans, when they are worked out. */
  readonly first?: Day | undefined;
  readonly last?: Day | undefined;
  readonly hours?: HoursOfDay | undefined;
  readonly clock?: ClockSaid | undefined;
  /** A length, in hours. */
  readonly lasts?: number | undefined;
  /** Until when, for what is said from one time to another; now when not given. */
  readonly until?: Piece | undefined;
  /** Comes again: said of what has lasted, or of a part of many days. */
  readonly again?: boolean | undefined;
}

/** Finds what one way of saying a time comes to, wherever it stands in a text. */
export type Reader = (text: string, today: Day) => readonly Piece[];

/** Every match of a global pattern that `make` makes something of. */
export function read(pattern: RegExp, text: string, make: (match: RegExpExecArray, placed: Span) => Piece | undefined): readonly Piece[] {
  return matches(pattern, text).flatMap((match) => make(match, { start: match.index, end: match.index + match[0].length }) ?? []);
}

/** The days from one to another as fields of a piece; none when either does not exist. */
export function days(first: Day | undefined, last: Day | undefined = first): Pick<Piece, 'first' | 'last'> {
  return first === undefined || last === undefined ? {} : { first, last };
}
