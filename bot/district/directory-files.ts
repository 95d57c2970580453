import type { DirectoryData } from '../../domain/directory/directory-data.ts';
import { inconsistencies, type DirectoryFault, type Table } from '../../domain/directory/directory-faults.ts';
import { TABLE_WORDS } from '../../locales/lexicon/directory-headings.ts';
import type { Params } from '../../locales/text.ts';
import type { DirectoryTextKey } from '../../locales/zh-CN/directory.ts';
import { readTables, type Sheet, type UnreadableFile } from '../tables/table-files.ts';
import { readTable, type CellFaultCode, type ReadRows } from './directory-rows.ts';

/** One thing that is wrong with a directory's files; `row` counts as the spreadsheet does, `column` is the heading as it is written there. */
export interface FileFault {
  readonly code: UnreadableFile['code'] | 'missing-table' | 'unknown-table' | 'duplicate-table' | CellFaultCode | DirectoryFault['code'];
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly params: Params;
}

/** The whole directory, or everything that is wrong with it: never a part. */
export type ReadDirectory =
  | { readonly ok: true; readonly data: DirectoryData }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** A class of matters: its id, and the names by which the files may call it. */
export interface Category {
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * Reads a folder of CSV files or one XLSX workbook. With `categories`, the dispatch directory may name a class of matters by any of its names, and one
 * that is not listed is a fault.
 */
export async function readDirectoryFiles(path: string, categories?: readonly Category[]): Promise<ReadDirectory> {
  const { sheets, unreadable } = await readTables(path);
  const { chosen, faults } = choose(sheets, path);
  const tables = read(chosen, categories ?? []);
  const found = [...unreadable.map(unreadableFault), ...(unreadable.length === 0 ? faults : []), ...TABLES.flatMap((table) => cellFaults(chosen.get(table), tables[table]))];
  const data = dataOf(tables);
  const whole = TABLES.every((table) => tables[table].whole);
  const all = whole ? [...found, ...contradictions(data, chosen, tables, categories)] : found;
  return all.length === 0 ? { ok: true, data } : { ok: false, faults: all };
}

const TABLES = ['units', 'grids', 'people', 'rooms', 'places', 'dispatch', 'services', 'teams'] as const satisfies readonly Table[];
/** Tables that a directory may be without. */
const OPTIONAL: readonly Table[] = ['services', 'teams'];

type Chosen = ReadonlyMap<Table, Sheet>;

/** The sheet of each table; sheets that are empty do not count. */
function choose(sheets: readonly Sheet[], path: string): { chosen: Chosen; faults: FileFault[] } {
  const chosen = new Map<Table, Sheet>();
  const faults: FileFault[] = [];
  for (const sheet of sheets.filter(({ rows }) => rows.length > 0)) {
    const title = sheet.title.trim().toLowerCase();
    const table = TABLES.find((one) => one === title || TABLE_WORDS[one].some((word) => word === title));
    if (table === undefined) faults.push({ code: 'unknown-table', ...spot(sheet), params: { value: sheet.title } });
    else if (chosen.has(table)) faults.push({ code: 'duplicate-table', ...spot(sheet), params: { value: sheet.title } });
    else chosen.set(table, sheet);
  }
  const missing = TABLES.filter((table) => !chosen.has(table) && !OPTIONAL.includes(table));
  return { chosen, faults: [...faults, ...missing.map((table): FileFault => ({ code: 'missing-table', file: path, params: { value: table, word: TABLE_WORDS[table][0] } }))] };
}

type ReadTables = { readonly [T in Table]: ReadRows<DirectoryData[T][number]> };

function read(chosen: Chosen, categories: readonly Category[]): ReadTables {
  const names = Object.fromEntries(categories.map((category) => [category.id, category.names]));
  const sheet = <T>(table: Table, reader: (sheet: Sheet) => ReadRows<T>): ReadRows<T> => {
    const found = chosen.get(table);
    return found === undefined ? { entries: [], brokenIds: [], headings: new Map(), whole: OPTIONAL.includes(table), faults: [] } : reader(found);
  };
  return {
    units: sheet('units', readTable.units),
    grids: sheet('grids', readTable.grids),
    people: sheet('people', readTable.people),
    rooms: sheet('rooms', readTable.rooms),
    places: sheet('places', readTable.places),
    dispatch: sheet('dispatch', (found) => readTable.dispatch(found, names)),
    services: sheet('services', readTable.services),
    teams: sheet('teams', (found) => readTable.teams(found, names)),
  };
}

function dataOf(tables: ReadTables): DirectoryData {
  const values = <T>({ entries }: ReadRows<T>) => entries.map(({ value }) => value);
  return {
    units: values(tables.units),
    grids: values(tables.grids),
    people: values(tables.people),
    rooms: values(tables.rooms),
    places: values(tables.places),
    dispatch: values(tables.dispatch),
    services: values(tables.services),
    teams: values(tables.teams),
  };
}

function contradictions(data: DirectoryData, chosen: Chosen, tables: ReadTables, categories: readonly Category[] | undefined): FileFault[] {
  const known = categories && new Set(categories.map(({ id }) => id));
  return inconsistencies(data, { categories: known })
    .filter((fault) => !follows(fault, tables))
    .map(({ code, table, index, field, params }) => ({
      code,
      ...spot(chosen.get(table)),
      row: tables[table].entries[index]?.row,
      column: field === undefined ? undefined : (tables[table].headings.get(field) ?? field),
      params,
    }));
}

/** Whether a fault says no more than that another row, named already, could not be read. */
function follows({ code, params }: DirectoryFault, tables: ReadTables): boolean {
  if (code === 'unknown-reference') return TABLES.some((table) => tables[table].brokenIds.includes(params['value'] ?? ''));
  if (code === 'unit-without-people' || code === 'grid-without-worker') return tables.people.faults.length > 0;
  return (code === 'unknown-tier' || code === 'unknown-unit-words') && tables.units.faults.length > 0;
}

function cellFaults(sheet: Sheet | undefined, { faults }: ReadRows<unknown>): FileFault[] {
  return faults.map((fault) => ({ ...fault, ...spot(sheet) }));
}

function unreadableFault({ code, file, row }: UnreadableFile): FileFault {
  return { code, file, row, params: {} };
}

function spot(sheet: Sheet | undefined): { file: string; sheet: string | undefined } {
  return { file: sheet?.file ?? '', sheet: sheet?.sheet };
}

/** A fault in words: where it is, and what is wrong. `say` looks a sentence up and fills it in. */
export function faultInWords(fault: FileFault, say: (key: DirectoryTextKey, params: Params) => string): string {
  const file = fault.sheet === undefined ? fault.file : say('directory.where.sheet', { file: fault.file, sheet: fault.sheet });
  const row = String(fault.row ?? '');
  const where = fault.row === undefined ? file : say(fault.column === undefined ? 'directory.where.row' : 'directory.where.cell', { file, row, column: fault.column ?? '' });
  return say('directory.fault', { where, what: say(`directory.fault.${fault.code}`, fault.params) });
}
