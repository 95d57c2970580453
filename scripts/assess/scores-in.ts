import { csvRows } from '../../bot/table-files.ts';

/** A score as a line of a file has it. */
export interface ScoreLine {
  readonly rated?: string | undefined;
  readonly relation: string;
  readonly marks: readonly number[];
  readonly reason: string;
  readonly about?: string | undefined;
}

/** The scores of a CSV file: a heading, then whom, by which rating, the marks with spaces between them, why, and for which day where it is one. */
export function scoresIn(bytes: Uint8Array): readonly ScoreLine[] {
  return csvRows(bytes).slice(1).filter((row) => row.some((cell) => cell.trim() !== '')).map(([rated = '', relation = '', marks = '', reason = '', about = '']) => ({
    ...(rated === '' ? {} : { rated }),
    relation,
    marks: marks.split(/\s+/).filter((mark) => mark !== '').map(Number),
    reason,
    ...(about === '' ? {} : { about }),
  }));
}
