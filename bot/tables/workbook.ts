import writeWorkbook from 'write-excel-file/node';
import { harmless } from '../../handlers/assessment/sheet.ts';
import type { Cell } from '../../handlers/assessment/sheet.ts';

const MOST_NAME = 31;
const NOT_IN_NAMES = /[\\/?*[\]:]/g;

/** A table as an Excel workbook with one sheet. Every text is written as a text, never as a formula, and stays one when the sheet is saved as CSV. */
export async function workbookOf({ name, rows }: { readonly name: string; readonly rows: readonly (readonly Cell[])[] }): Promise<Uint8Array> {
  const data = rows.map((row, index) => row.map((cell) => written(cell, index === 0)));
  return writeWorkbook(data, { sheet: name.replace(NOT_IN_NAMES, ' ').slice(0, MOST_NAME) }).toBuffer();
}

function written(cell: Cell, heading: boolean) {
  const value = harmless(cell);
  if (value === undefined) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String, ...(heading ? { fontWeight: 'bold' as const } : {}) };
}
