import { goingOn } from '../../../locales/lexicon/split-words.ts';
import { type ClassScores, pieceOf } from '../../classify/piece.ts';
import { packSparse } from '../../classify/sparse-model.ts';
import { type Lesson, trainModel } from '../../classify/training/train-model.ts';
import { withoutPoliteness } from '../../without-courtesy.ts';
import { type Boundary, boundaryText } from '../boundary-text.ts';
import { clausesOf } from '../clauses.ts';
import { eachBoundary } from '../each-boundary.ts';
import { BOUNDARIES } from '../matters-in.ts';

/** An utterance with the words that each of its matters begins with, in order. */
export interface MarkedMatters {
  readonly id: string;
  readonly text: string;
  readonly matters: readonly (readonly [begins: string, category: string])[];
}

/** An utterance of one matter; such of one hand are put together to show what two matters look like. */
export interface OneMatter {
  readonly id: string;
  readonly text: string;
  readonly category: string;
}

/** What boundaries are learnt from. */
export interface SplitLessons {
  readonly marked: readonly MarkedMatters[];
  /** Hand by hand. */
  readonly single: readonly (readonly OneMatter[])[];
}

const SETTINGS = { labels: BOUNDARIES, leastGroups: 10, rarityPower: 0.5, cost: 1, rounds: 8, topics: 0, leanings: true };
/** Takes some 50 kB. */
const PACKING = { steps: 31 };
/** What a mistake costs: on a marked boundary, on a made one, within an utterance of one matter. */
const MARKED_COST = 6;
const MADE_COST = 0.1;
const WITHIN_COST = 0.3;
const LONGEST_MADE = 150;

/** Learns where another matter begins; gives the bytes of split.bin, the same for the same lessons and table of classes. */
export function trainSplit({ marked, single }: SplitLessons, classScores: ClassScores): Uint8Array {
  const dice = createDice();
  const made = single.flatMap((hand) => hand.flatMap((one) => madeOf(one, hand, dice)));
  const lessonOf = ({ boundary, begins }: MarkedBoundary, group: string, cost: number): Lesson => ({
    bare: boundaryText(boundary, pieceOf(boundary.told, classScores), pieceOf(boundary.clause, classScores)),
    label: BOUNDARIES[begins ? 0 : 1],
    group,
    cost,
    whole: true,
  });
  const lessons = [
    ...made.map((one, at) => lessonOf(one, `made:${at}`, one.begins ? MADE_COST : WITHIN_COST)),
    ...marked.flatMap((utterance) => boundariesOf(utterance).map((one, at) => lessonOf(one, `${utterance.id}:${at}`, MARKED_COST))),
  ];
  return packSparse(trainModel(lessons, SETTINGS), PACKING);
}

interface MarkedBoundary {
  readonly boundary: Boundary;
  readonly begins: boolean;
}

/** All boundaries of a marked utterance; a matter begins with the clause in which its first words stand. */
function boundariesOf({ text, matters }: MarkedMatters): MarkedBoundary[] {
  const starts = matters.slice(1).map(([begins]) => text.indexOf(begins));
  return boundariesIn(text, (from, to) => starts.some((start) => start >= from && start < to));
}

function boundariesIn(text: string, beginsIn: (from: number, to: number) => boolean): MarkedBoundary[] {
  const found: MarkedBoundary[] = [];
  eachBoundary(text, clausesOf(text), (boundary, from) => {
    const begins = beginsIn(from, from + boundary.clause.length);
    found.push({ boundary, begins });
    return begins;
  });
  return found;
}

/** The boundaries within one matter, and for every other utterance the boundary to another one of the same hand behind it. */
function madeOf(one: OneMatter, hand: readonly OneMatter[], dice: Dice): MarkedBoundary[] {
  if (one.text.length > LONGEST_MADE) return [];
  const within = boundariesIn(one.text, () => false);
  const other = hand[Math.floor(dice() * hand.length)];
  if (dice() < 0.5 || other === undefined || other.category === one.category || other.text.length > LONGEST_MADE) return within;
  const first = one.text.replace(goingOn.noEnd, '') + pick(goingOn.signs, dice);
  const text = first + pick(goingOn.links, dice) + withoutPoliteness(other.text);
  return [...within, ...boundariesIn(text, (from) => from === first.length).filter(({ begins }) => begins)];
}

type Dice = () => number;

/** The same numbers from 0 to 1 each time: the same lessons must give the same bytes. */
function createDice(): Dice {
  let state = 12_345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function pick(list: readonly string[], dice: Dice): string {
  return list[Math.floor(dice() * list.length)] ?? '';
}
