import { afraidToGoPattern, anonymityPattern, secrecyPattern } from '../../locales/lexicon/circumstance-words.ts';
import { bothEnds } from '../both-ends.ts';
import { readSparse } from '../classify/sparse-model.ts';
import { feelingText } from './feeling-text.ts';

/** What the tables know of an utterance's circumstances, each against its absence. */
export const FEELINGS = { hidden: ['hidden', 'open'], upset: ['upset', 'calm'] } as const;

/** What is felt around a matter. */
export interface Feelings {
  /** Wants not to be known. */
  readonly hidden: boolean;
  /** Angry, desperate, at the end of his tether. */
  readonly upset: boolean;
}

/** Tells what is felt around a matter. */
export type FeelingsIn = (text: string) => Feelings;

/** By how much each must be likelier than not. */
const FROM = 0.1;
/** Longer texts are read in pieces too: a plea for silence is one sentence of a long letter. */
const PIECE = 100;
const BETWEEN_CLAUSES = /[\s\p{P}]+/u;
const HAN = /[\u4e00-\u9fff]/;

/** Makes the reader from the numbers of both tables; throws where the bytes are others. */
export function createFeelingsIn(files: Readonly<Record<keyof typeof FEELINGS, Uint8Array>>): FeelingsIn {
  const hidden = createSense(files.hidden, 'hidden');
  const upset = createSense(files.upset, 'upset');
  return (text) => {
    const said = bothEnds(text);
    const pieces = piecesOf(said).map(feelingText);
    return { hidden: (pieces.some(hidden) && isHiddenElsewhere(said, hidden)) || asksInEnglish(text), upset: pieces.some(upset) };
  };
}

/** Clauses that tell only where nobody dares to go sound like a wish to stay hidden: it is one where the rest says so too. */
function isHiddenElsewhere(text: string, hidden: (written: string) => boolean): boolean {
  const clauses = text.split(BETWEEN_CLAUSES);
  const others = clauses.filter((one) => !afraidToGoPattern.test(one) || secrecyPattern.test(one));
  return others.length === clauses.length || piecesOf(others.join('\n')).map(feelingText).some(hidden);
}

/** Hardly an English sentence was learnt from: there the plain words decide. */
function asksInEnglish(text: string): boolean {
  return !HAN.test(text) && anonymityPattern.test(text);
}

function createSense(bytes: Uint8Array, feeling: keyof typeof FEELINGS): (written: string) => boolean {
  const model = readSparse(bytes);
  if (model.labels.join() !== FEELINGS[feeling].join()) throw new Error(`The model tells nothing of whether somebody is ${feeling}`);
  const [usual = 0, unusual = 0] = model.leanings;
  return (written) => {
    const [yes = 0, no = 0] = model.score(written);
    return (usual + yes - unusual - no) / 2 > FROM;
  };
}

function piecesOf(text: string): string[] {
  if (text.length <= 2 * PIECE) return [text];
  return Array.from({ length: Math.ceil(text.length / PIECE) }, (_, at) => text.slice(at * PIECE, (at + 1) * PIECE + PIECE / 2));
}
