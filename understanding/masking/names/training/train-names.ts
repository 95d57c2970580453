import { wordsLikeNames } from '../../../../locales/lexicon/words-like-names.ts';
import { createWordCount, type WordCount } from '../common-words.ts';
import { leftRows, leftSide, ownRows, rightRows, rightSide } from '../name-features.ts';
import { eachNameSpan } from '../name-spans.ts';
import { isIntroduced } from '../name-surroundings.ts';
import type { NameWeights } from '../name-weights.ts';
import { createDice } from './dice.ts';
import { markedLesson, type NameLesson, peopled, renamed } from './name-lessons.ts';

/** What is learnt from: texts with their names marked, and ordinary texts that name nobody. */
export interface NameTraining {
  readonly marked: readonly { readonly text: string; readonly names: readonly string[] }[];
  readonly ordinary: readonly string[];
}

interface Example {
  readonly rows: Int32Array;
  readonly isName: boolean;
  readonly weight: number;
}

const ROWS = 1 << 20;
const KEPT = 60_000;
const MOST_TIMES = 50;
const ROUNDS_AFTER = 2;
const PER_UNIT = 12;
const TIMES_LISTED = 2;
const ROUNDS = 5;
const PACE = 0.15;
const RENAMED = 4;
const PEOPLED = 2;
const WEIGHT_OF_MARKED = 4;
const WEIGHT_OF_NAMES = 1.5;
const SHRINK = 3e-6;

/** Weights learnt by logistic regression; the same texts in the same order give the same weights. */
export function trainNames({ marked, ordinary }: NameTraining): NameWeights {
  const words = createWordCount();
  for (const text of ordinary) words.add(text, 1);
  for (const word of wordsLikeNames) words.add(word, TIMES_LISTED);
  const examples = examplesFrom({ marked, ordinary }, words);
  const rows = learnt(examples);
  return { words, rows: Int8Array.from(rows, (weight) => Math.max(-127, Math.min(127, Math.round(weight * PER_UNIT)))), perUnit: PER_UNIT };
}

function examplesFrom({ marked, ordinary }: NameTraining, words: WordCount): Example[] {
  const dice = createDice(1);
  const examples: Example[] = [];
  const learn = (lesson: NameLesson, weight: number) => addExamples(examples, lesson, words, weight);
  for (const { text, names } of marked) {
    const lesson = markedLesson(text, names);
    learn(lesson, 2 * WEIGHT_OF_MARKED);
    if (names.length > 0) for (let copy = 0; copy < RENAMED; copy++) learn(renamed(lesson, dice), WEIGHT_OF_MARKED);
  }
  for (const text of ordinary) {
    // A text's own words must not pass for known ones: those of the next text will not be.
    words.add(text, -1);
    learn({ text, names: [] }, 1);
    for (let copy = 0; copy < PEOPLED; copy++) learn(peopled(text, dice), 1);
    words.add(text, 1);
  }
  return examples;
}

function addExamples(examples: Example[], { text, names }: NameLesson, words: WordCount, weight: number): void {
  eachNameSpan(text, (start) => isIntroduced(text, start), (start, end, kind) => {
    const rows: number[] = [];
    const take = (row: number) => void rows.push(row & (ROWS - 1));
    const [left, right] = [leftSide(text, start), rightSide(text, end)];
    leftRows(text, words, left, take);
    rightRows(text, words, right, take);
    ownRows(text, words, { kind, left, right }, take);
    const isName = names.some((name) => name.start === start && name.end === end);
    examples.push({ rows: Int32Array.from(rows), isName, weight: isName ? weight * WEIGHT_OF_NAMES : weight });
  });
}

/** Learns with all rows first, then again with the weightiest alone: the others are too many for what they add. */
function learnt(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(ROWS);
  const squares = new Float64Array(ROWS).fill(1e-3);
  for (let round = 0; round < ROUNDS; round++) learnRound(weights, squares, examples, round);
  const kept = weightiest(weights, examples);
  kept.forEach((isKept, row) => {
    if (isKept === 0) weights[row] = 0;
  });
  const left = examples.map((example) => ({ ...example, rows: example.rows.filter((row) => kept[row] === 1) }));
  for (let round = 0; round < ROUNDS_AFTER; round++) learnRound(weights, squares, left, ROUNDS + round);
  return weights;
}

/** Those that sway most spans: a large weight that speaks twice in all texts was learnt by heart. */
function weightiest(weights: Float64Array, examples: readonly Example[]): Uint8Array {
  const times = new Float64Array(ROWS);
  for (const { rows } of examples) for (const row of rows) times[row] = (times[row] ?? 0) + 1;
  const sway = weights.map((weight, row) => Math.abs(weight) * Math.sqrt(Math.min(times[row] ?? 0, MOST_TIMES)));
  const least = sway.slice().sort()[ROWS - KEPT] ?? 0;
  return Uint8Array.from(sway, (size) => Number(size >= least));
}

function learnRound(weights: Float64Array, squares: Float64Array, examples: readonly Example[], round: number): void {
  for (const at of shuffled(examples.length, round)) {
    const example = examples[at];
    if (example !== undefined) correct(weights, squares, example);
  }
}

function correct(weights: Float64Array, squares: Float64Array, { rows, isName, weight }: Example): void {
  let score = 0;
  for (const row of rows) score += weights[row] ?? 0;
  const error = ((isName ? 1 : 0) - 1 / (1 + Math.exp(-score))) * weight;
  if (Math.abs(error) < 0.01) return;
  for (const row of rows) {
    const pull = error - SHRINK * (weights[row] ?? 0);
    squares[row] = (squares[row] ?? 0) + pull * pull;
    weights[row] = (weights[row] ?? 0) + (PACE * pull) / Math.sqrt(squares[row] ?? 1);
  }
}

function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, at) => at);
  const { below } = createDice(seed);
  for (let at = length - 1; at > 0; at--) {
    const other = below(at + 1);
    const moved = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
