import { anotherBegins, ofOneUndertaking, pointsBack } from '../../locales/lexicon/split-words.ts';
import { type ClassScores, pieceOf } from '../classify/piece.ts';
import { readSparse } from '../classify/sparse-model.ts';
import { type Boundary, boundaryText } from './boundary-text.ts';
import { clausesOf } from './clauses.ts';
import { eachBoundary } from './each-boundary.ts';

/** The texts of the matters told in one utterance, in order, together the whole text; a single one when in doubt. */
export type MattersIn = (text: string) => [string, ...string[]];

/** What a boundary in a text may be, as the table of boundaries knows it. */
export const BOUNDARIES = ['another', 'more'] as const;

/** Letters are filed as they are. */
const LONGEST = 400;
const MOST_MATTERS = 6;
const MOST_CLAUSES = 41;

/** Makes the function that tells the matters of an utterance apart; throws where the bytes are no model of boundaries. */
export function createMattersIn(bytes: Uint8Array, classScores: ClassScores): MattersIn {
  const model = readSparse(bytes);
  if (model.labels.join() !== BOUNDARIES.join()) throw new Error('The model of boundaries tells other things apart');
  const [another = 0, more = 0] = model.leanings;

  const begins = (boundary: Boundary): boolean => {
    if (pointsBack.test(boundary.clause)) return false;
    const [told, own] = [pieceOf(boundary.told, classScores), pieceOf(boundary.clause, classScores)];
    // One class goes on: the table, which costs more than both pieces, says so too in all but one of fifty.
    if (told.best === own.best && !anotherBegins.test(boundary.clause.trim())) return false;
    const read = model.score(boundaryText(boundary, told, own));
    return another + (read[0] ?? 0) > more + (read[1] ?? 0);
  };

  return (text) => {
    const clauses = clausesOf(text);
    if (text.length > LONGEST || clauses.length === 1 || clauses.length > MOST_CLAUSES || ofOneUndertaking.test(text)) return [text];
    return cut(text, clauses, begins);
  };
}

function cut(text: string, clauses: [string, ...string[]], begins: (boundary: Boundary) => boolean): [string, ...string[]] {
  const starts = [0];
  eachBoundary(text, clauses, (boundary, from) => {
    const isAnother = starts.length < MOST_MATTERS && begins(boundary);
    if (isAnother) starts.push(from);
    return isAnother;
  });
  const [first = text, ...others] = starts.map((start, at) => text.slice(start, starts[at + 1]));
  return [first, ...others];
}
