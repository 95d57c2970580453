import type { Cell } from './table-files.ts';

/** Whether nothing stands in a cell. */
export function isEmpty(cell: Cell): boolean {
  return typeof cell === 'string' && cell.trim() === '';
}

/** What stands in a cell, as a text. */
export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim() : cell.date;
}
