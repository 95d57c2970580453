import type { Kind } from '../../locales/lexicon/when-matter-words.ts';
import type { WhenSaid } from '../understanding.ts';
import { hourMeant } from './clock.ts';
import type { Piece } from './piece.ts';
import { dayOf, hourOf, instantAt } from './shanghai-day.ts';

const HOUR = 3_600_000;
const HALF_DAY = 12;
const DAY_HOURS = 24;

/** When a piece says that it happens: since when, until when, and whether once, again or all the time. */
export function instantsOf(piece: Piece, said: string, now: Date): WhenSaid {
  const pattern = patternOf(piece);
  if (pattern === 'once') return { said, pattern, ...momentOf(piece, now) };
  const from = piece.lasts === undefined ? momentOf(piece, now).from : new Date(now.getTime() - piece.lasts * HOUR);
  const isOver = piece.until !== undefined && momentOf(piece.until, now).to;
  return { said, pattern, from, to: from === undefined ? undefined : isOver === false ? now : isOver };
}

const CONTINUING: ReadonlySet<Kind> = new Set(['since', 'since-event', 'still', 'lasting', 'length', 'lately']);
const REPEATED: ReadonlySet<Kind> = new Set(['each', 'whenever', 'often', 'times']);

/** Whether what is said so comes again, lasts, or happened once. */
function patternOf({ kind, again }: Piece): 'once' | 'repeated' | 'continuing' {
  if (again === true || REPEATED.has(kind)) return 'repeated';
  return CONTINUING.has(kind) ? 'continuing' : 'once';
}

type Span = Pick<WhenSaid, 'from' | 'to'>;

function momentOf(piece: Piece, now: Date): Span {
  if (piece.kind === 'just-now' || piece.kind === 'now') return { from: new Date(now.getTime() - HOUR), to: now };
  if (piece.kind === 'ago') return piece.lasts === undefined ? {} : { from: new Date(now.getTime() - piece.lasts * HOUR), to: undefined };
  const isHour = piece.clock !== undefined || piece.hours !== undefined;
  if (piece.first === undefined) return isHour && isOfToday(piece) ? hourGoneBy(piece, now) : {};
  const { from, to } = hoursOf(piece);
  const end = instantAt(piece.last ?? piece.first, to);
  const begin = instantAt(piece.first, from);
  return { from: begin, to: !isHour && end > now && begin <= now ? now : end };
}

function isOfToday({ kind, first }: Piece): boolean {
  return first === undefined && (kind === 'part' || kind === 'clock' || kind === 'since' || kind === 'each');
}

function hoursOf({ clock, hours }: Piece): { readonly from: number; readonly to: number } {
  if (clock === undefined) return hours ?? { from: 0, to: DAY_HOURS };
  const from = hourMeant(clock, hours);
  return { from, to: from + 1 };
}

/** The last time that hour was: of three o'clock, this afternoon's or tonight's; of a night that began yesterday, yesterday's. */
function hourGoneBy(piece: Piece, now: Date): Span {
  const today = dayOf(now);
  const { from, to } = hoursOf(piece);
  const past = hourOf(now);
  const isOpen = piece.hours === undefined && piece.clock?.exact === false && from <= HALF_DAY;
  const choices = isOpen ? [HALF_DAY, 0, -HALF_DAY] : [0];
  const shift = choices.find((one) => from + one <= past) ?? -DAY_HOURS;
  return { from: instantAt(today, from + shift), to: instantAt(today, to + shift) };
}
