import { csvRows } from '../../bot/tables/table-files.ts';

/** A score as a line of a file has it. */
export interface ScoreLine {
  readonly rated?: string | undefined;
  readonly relation: string;
  readonly marks: readonly number[];
  readonly reason: string;
  readonly about?: string | undefined;
}

/** The scores of a CSV file, and the line of each: a heading, then whom, by which rating, the marks with spaces between them, why, and for which day where it is one. */
export function scoresIn(bytes: Uint8Array): { readonly items: readonly ScoreLine[]; readonly lines: readonly number[] } {
  const rows = csvRows(bytes).map((cells, index) => ({ cells, line: index + 1 })).slice(1);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { lines: filled.map(({ line }) => line), items: filled.map(({ cells }) => scoreIn(cells)) };
}

function scoreIn([rated = '', relation = '', marks = '', reason = '', about = '']: readonly string[]): ScoreLine {
  return {
    ...(rated === '' ? {} : { rated }),
    relation,
    marks: marks.split(/\s+/).filter((mark) => mark !== '').map(Number),
    reason,
    ...(about === '' ? {} : { about }),
  };
}
