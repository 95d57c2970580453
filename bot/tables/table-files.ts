import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { unpackedSize } from './unpacked-size.ts';

/** One cell as text; a cell that the spreadsheet keeps as a date is given apart, with its time of day, because where texts are expected nobody meant one. */
export type Cell = string | { readonly date: string; readonly at: string };

/** One table as it stands in a file: the rows of a CSV file, or of one sheet of a workbook, headings and empty rows included. */
export interface Sheet {
  readonly file: string;
  /** Absent for a CSV file. */
  readonly sheet?: string | undefined;
  /** The name of the sheet, or of the file without its ending. */
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A file that cannot be read, and where in it. */
export interface UnreadableFile {
  readonly code: 'not-found' | 'not-a-directory' | 'not-readable' | 'too-large';
  readonly file: string;
  readonly row?: number | undefined;
}

/** What could be read of a folder of CSV files or of one XLSX workbook, and what could not. */
export interface Tables {
  readonly sheets: readonly Sheet[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Reads a folder's .csv files (UTF-8, with or without its mark, UTF-16 or GBK; commas, semicolons or tabs), or the sheets of an .xlsx file. */
export async function readTables(path: string): Promise<Tables> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return failed('not-found', path);
  if (found.isDirectory()) return readFolder(path);
  return extname(path).toLowerCase() === '.xlsx' ? readXlsx(await readFile(path), basename(path)) : failed('not-a-directory', path);
}

async function readFolder(folder: string): Promise<Tables> {
  const names = (await readdir(folder)).filter((name) => extname(name).toLowerCase() === '.csv').sort();
  if (names.length === 0) return failed('not-a-directory', folder);
  return merged(await Promise.all(names.map(async (name) => sheetOf(name, await readFile(join(folder, name))))));
}

/** One uploaded file, told apart by its name: the table of a .csv file, or the sheets of an .xlsx file. */
export async function readTableFile(name: string, bytes: Uint8Array): Promise<Tables> {
  const ending = extname(name).toLowerCase();
  if (ending === '.xlsx') return readXlsx(Buffer.from(bytes), basename(name));
  return ending === '.csv' ? sheetOf(basename(name), bytes) : failed('not-a-directory', name);
}

/** The rows of a CSV file's bytes, headings and empty rows included. Throws when it cannot be read. */
export function csvRows(bytes: Uint8Array): string[][] {
  const text = decoded(bytes);
  return parse(text, { delimiter: delimiterOf(text), bom: true, relax_column_count: true, skip_empty_lines: false });
}

function sheetOf(file: string, bytes: Uint8Array): Tables {
  try {
    const rows = csvRows(bytes);
    return { sheets: [{ file, title: basename(file, extname(file)), rows }], unreadable: [] };
  } catch (error) {
    return failed('not-readable', file, recordOf(error));
  }
}

/** A spreadsheet saved in China is most often GBK; it is hardly ever valid UTF-8 by chance. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function delimiterOf(text: string): string {
  const headings = text.slice(0, text.search(/\r|\n|$/));
  const often = (delimiter: string) => headings.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (often(delimiter) > often(best) ? delimiter : best));
}

function recordOf(error: unknown): number | undefined {
  return error instanceof Error && 'records' in error && typeof error.records === 'number' ? error.records + 1 : undefined;
}

/** A workbook whose sheets were formatted down to their last row unpacks to a thousand times its size. */
const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;

async function readXlsx(bytes: Buffer, file: string): Promise<Tables> {
  if (unpackedSize(bytes) > MOST_UNPACKED_BYTES) return failed('too-large', file);
  try {
    const sheets = await readWorkbook(bytes, { trim: true });
    return { sheets: sheets.map(({ sheet, data }) => ({ file, sheet, title: sheet, rows: data.map((row) => row.map(cellOf)) })), unreadable: [] };
  } catch {
    return failed('not-readable', file);
  }
}

/** A spreadsheet keeps 15 digits of a number. */
const DIGITS_LOST = 1e15;

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return { date: value.toISOString().slice(0, 10), at: value.toISOString().slice(0, 19).replace('T', ' ') };
  if (typeof value === 'number' && Math.abs(value) >= DIGITS_LOST) return value.toExponential();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function merged(tables: readonly Tables[]): Tables {
  return { sheets: tables.flatMap(({ sheets }) => sheets), unreadable: tables.flatMap(({ unreadable }) => unreadable) };
}

function failed(code: UnreadableFile['code'], file: string, row?: number): Tables {
  return { sheets: [], unreadable: [{ code, file, row }] };
}
