import { anotherBegins, pointsBack } from '../../locales/lexicon/split-words.ts';
import { type ClassScores, pieceOf } from '../classify/piece.ts';
import { readSparse } from '../classify/sparse-model.ts';
import { announcesSeveral, type Boundary, boundaryText } from './boundary-text.ts';
import { clausesOf } from './clauses.ts';

/** The texts of the matters told in one utterance, in order, together the whole text; a single one when in doubt. */
export type MattersIn = (text: string) => [string, ...string[]];

/** What a boundary in a text may be, as the table of boundaries knows it. */
export const BOUNDARIES = ['another', 'more'] as const;

/** Letters are filed as they are. */
const LONGEST = 400;
const MOST_MATTERS = 6;
const MOST_CLAUSES = 40;

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
    const [first, ...others] = clausesOf(text);
    if (text.length > LONGEST || others.length === 0 || others.length > MOST_CLAUSES) return [text];
    return cut(text, [first, ...others], begins);
  };
}

function cut(text: string, [first, ...others]: [string, ...string[]], begins: (boundary: Boundary) => boolean): [string, ...string[]] {
  const announced = announcesSeveral(text);
  const matters: [string, ...string[]] = [first];
  let before = first;
  let from = first.length;
  for (const clause of others) {
    const last = matters.length - 1;
    const told = matters[last] ?? '';
    if (matters.length < MOST_MATTERS && begins({ told, before, clause, rest: text.slice(from), announced })) matters.push(clause);
    else matters[last] = told + clause;
    before = clause;
    from += clause.length;
  }
  return matters;
}
