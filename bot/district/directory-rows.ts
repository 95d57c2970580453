import type { z } from 'zod';
import { DispatchRow, Grid, Person, Place, Room, Unit } from '../../domain/directory/directory-data.ts';
import type { Table } from '../../domain/directory/directory-faults.ts';
import { Service, TeamRow } from '../../domain/services.ts';
import { HEADING_WORDS, NOTE_WORDS, VALUE_WORDS } from '../../locales/lexicon/directory-headings.ts';
import type { Params } from '../../locales/text.ts';
import type { Cell, Sheet } from '../tables/table-files.ts';
import { isEmpty, textOf } from '../tables/written-cell.ts';

/** What is wrong with a column or a cell. */
export type CellFaultCode =
  | 'missing-column'
  | 'unknown-column'
  | 'duplicate-column'
  | 'cell-without-column'
  | 'date-in-cell'
  | 'missing-value'
  | 'invalid-value'
  | 'not-one-of';

/** A fault of a table; `row` counts as the spreadsheet does, `column` is the heading as it is written there. */
export interface CellFault {
  readonly code: CellFaultCode;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly params: Params;
}

/** The rows of one sheet that could be read, with where they stand, and everything that is wrong with the others. */
export interface ReadRows<T> {
  readonly entries: readonly { readonly row: number; readonly value: T }[];
  /** The ids of rows that are there but wrong: to name them is no further fault. */
  readonly brokenIds: readonly string[];
  /** Column → heading as written. */
  readonly headings: ReadonlyMap<string, string>;
  /** All columns that must be there are. */
  readonly whole: boolean;
  readonly faults: readonly CellFault[];
}

type Vocabulary = Readonly<Record<string, readonly string[]>>;
/** How a cell's text becomes a value. */
type Reading = (text: string, categories: Vocabulary) => unknown;

const text: Reading = (cell) => cell;
const number: Reading = (cell) => (/^\d+$/.test(cell) ? Number(cell) : cell);
const list: Reading = (cell) => partsOf(cell);
const flag: Reading = (cell) => (meant(VALUE_WORDS.flag, cell) === 'yes' ? true : meant(VALUE_WORDS.flag, cell) === 'no' ? false : cell);
const word = (words: Vocabulary): Reading => (cell) => meant(words, cell);
const category: Reading = (cell, categories) => meant(categories, cell);
const roles: Reading = (cell) => partsOf(cell).map((role) => meant(VALUE_WORDS.role, role));
/** A unit's id, or its class or name `@` a tier. */
const unitWords: Reading = (cell) => {
  const [first = '', tier] = cell.normalize('NFKC').split('@');
  return tier === undefined ? first : `${meant(VALUE_WORDS.unitClass, first)}@${meant(VALUE_WORDS.tier, tier)}`;
};

const READINGS: Readonly<Record<Table, Readonly<Record<string, Reading>>>> = {
  units: { id: text, name: text, otherNames: list, tier: word(VALUE_WORDS.tier), class: word(VALUE_WORDS.unitClass), parent: text, members: list, duties: list },
  grids: { id: text, name: text, otherNames: list, community: text, households: number, description: text },
  people: {
    id: text,
    name: text,
    roles,
    unit: text,
    team: text,
    grid: text,
    alsoGrids: list,
    phone: text,
    homePlace: text,
    homeBuilding: text,
    homeUnit: text,
    homeRoom: text,
    language: text,
    sources: list,
  },
  rooms: { id: text, name: text, grid: text, unit: text, people: list },
  places: { id: text, name: text, otherNames: list, kind: word(VALUE_WORDS.kind), grids: list, within: text },
  dispatch: { category, place: text, unit: unitWords, role: word(VALUE_WORDS.duty) },
  services: {
    id: text,
    name: text,
    otherNames: list,
    way: word(VALUE_WORDS.way),
    audience: roles,
    unit: unitWords,
    papers: list,
    place: text,
    hours: text,
    limit: text,
    fee: text,
    link: text,
    steps: list,
    onBehalf: flag,
  },
  teams: { place: text, force: word(VALUE_WORDS.force), person: text, unit: unitWords, title: text, duties: list, categories: (cell, categories) => partsOf(cell).map((one) => meant(categories, one)) },
};

const REQUIRED: Readonly<Record<Table, readonly string[]>> = {
  units: ['id', 'name', 'tier', 'class', 'parent'],
  grids: ['id', 'name', 'community', 'households'],
  people: ['id', 'name', 'roles', 'unit', 'grid'],
  rooms: ['id', 'name', 'people'],
  places: ['id', 'name', 'kind', 'grids'],
  dispatch: ['category', 'unit', 'role'],
  services: ['id', 'name', 'way', 'limit'],
  teams: ['place', 'force'],
};

/** One reader per table. `categories` gives the names by which a class of matters may be called besides its id. */
export const readTable = {
  units: (sheet: Sheet) => readRows(sheet, 'units', Unit, {}),
  grids: (sheet: Sheet) => readRows(sheet, 'grids', Grid, {}),
  people: (sheet: Sheet) => readRows(sheet, 'people', Person, {}),
  rooms: (sheet: Sheet) => readRows(sheet, 'rooms', Room, {}),
  places: (sheet: Sheet) => readRows(sheet, 'places', Place, {}),
  dispatch: (sheet: Sheet, categories: Vocabulary) => readRows(sheet, 'dispatch', DispatchRow, categories),
  services: (sheet: Sheet) => readRows(sheet, 'services', Service, {}),
  teams: (sheet: Sheet, categories: Vocabulary) => readRows(sheet, 'teams', TeamRow, categories),
};

function readRows<T>(sheet: Sheet, table: Table, schema: z.ZodType<T>, categories: Vocabulary): ReadRows<T> {
  const columns = columnsOf(sheet.rows[0] ?? [], table);
  if (columns.missing.length > 0) return { entries: [], brokenIds: [], headings: columns.headings, whole: false, faults: columns.faults };

  const read = sheet.rows.flatMap((cells, index) => (index === 0 || cells.every(isEmpty) ? [] : [readRow(cells, index + 1, columns, { table, schema, categories })]));
  return {
    entries: read.flatMap(({ row, value }) => (value === undefined ? [] : [{ row, value }])),
    brokenIds: read.flatMap(({ value, id }) => (value === undefined && id !== undefined ? [id] : [])),
    headings: columns.headings,
    whole: true,
    faults: [...columns.faults, ...read.flatMap(({ faults }) => faults)],
  };
}

interface Columns {
  /** The column that stands at each place of the sheet. */
  readonly fields: readonly (string | undefined)[];
  readonly headings: ReadonlyMap<string, string>;
  readonly missing: readonly string[];
  readonly faults: readonly CellFault[];
}

function columnsOf(cells: readonly Cell[], table: Table): Columns {
  const headings = new Map<string, string>();
  const faults: CellFault[] = [];
  const fields = cells.map((cell) => {
    const written = textOf(cell);
    const field = fieldNamed(written, table);
    if (field === undefined && !isEmpty(cell) && !NOTE_WORDS.includes(plain(written))) faults.push({ code: 'unknown-column', row: 1, column: written, params: { value: written } });
    if (field === undefined) return undefined;
    if (headings.has(field)) faults.push({ code: 'duplicate-column', row: 1, column: written, params: { value: written } });
    headings.set(field, written);
    return field;
  });
  const missing = REQUIRED[table].filter((field) => !headings.has(field));
  return { fields, headings, missing, faults: [...faults, ...missing.map((field): CellFault => ({ code: 'missing-column', row: 1, params: { value: headingFor(table, field) } }))] };
}

function wordsFor(table: Table, field: string): readonly string[] {
  const words: Vocabulary = HEADING_WORDS[table];
  return words[field] ?? [];
}

function fieldNamed(heading: string, table: Table): string | undefined {
  const said = plain(heading);
  return Object.keys(READINGS[table]).find((field) => plain(field) === said || wordsFor(table, field).some((one) => plain(one) === said));
}

function headingFor(table: Table, field: string): string {
  return wordsFor(table, field)[0] ?? field;
}

interface RowRead<T> {
  readonly row: number;
  readonly id: string | undefined;
  readonly value: T | undefined;
  readonly faults: readonly CellFault[];
}

function readRow<T>(cells: readonly Cell[], row: number, columns: Columns, how: { table: Table; schema: z.ZodType<T>; categories: Vocabulary }): RowRead<T> {
  const { values, faults } = valuesOf(cells, row, columns, how);
  const parsed = how.schema.safeParse(withHome(values));
  const wrongCells = new Set(faults.map(({ column }) => column));
  const issues = parsed.success ? [] : parsed.error.issues.map((issue) => issueFault(issue, values, row, columns, how.table)).filter(({ column }) => !wrongCells.has(column));
  const all = [...faults, ...issues];
  const { id } = values;
  return { row, id: typeof id === 'string' ? id : undefined, value: parsed.success && all.length === 0 ? parsed.data : undefined, faults: all };
}

function valuesOf(cells: readonly Cell[], row: number, { fields, headings }: Columns, how: { table: Table; categories: Vocabulary }) {
  const values: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  cells.forEach((cell, index) => {
    if (isEmpty(cell)) return;
    const field = fields[index];
    const column = field === undefined ? undefined : headings.get(field);
    if (typeof cell !== 'string') faults.push({ code: 'date-in-cell', row, column, params: { value: cell.date } });
    else if (index >= fields.length) faults.push({ code: 'cell-without-column', row, params: { value: cell.trim() } });
    else if (field !== undefined) values[field] = READINGS[how.table][field]?.(cell.trim(), how.categories);
  });
  return { values, faults };
}

const HOME_FIELDS = { homePlace: 'place', homeBuilding: 'building', homeUnit: 'unit', homeRoom: 'room' };

function withHome(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const home = Object.entries(HOME_FIELDS).flatMap(([field, part]) => (values[field] === undefined ? [] : [[part, values[field]]]));
  const others = Object.entries(values).filter(([field]) => !(field in HOME_FIELDS));
  return Object.fromEntries(home.length === 0 ? others : [...others, ['home', Object.fromEntries(home)]]);
}

function issueFault(issue: z.core.$ZodIssue, values: Readonly<Record<string, unknown>>, row: number, { headings }: Columns, table: Table): CellFault {
  const [first = '', second] = issue.path.map(String);
  const field = first === 'home' ? (Object.entries(HOME_FIELDS).find(([, part]) => part === second)?.[0] ?? first) : first;
  const value = asText(values[field], Number(second));
  const column = headings.get(field) ?? headingFor(table, field);
  if (value === '') return { code: 'missing-value', row, column, params: {} };
  if (issue.code === 'invalid_value') return { code: 'not-one-of', row, column, params: { value, allowed: issue.values.map((one) => headWord(String(one))) } };
  return { code: 'invalid-value', row, column, params: { value } };
}

function asText(value: unknown, index: number): string {
  if (Array.isArray(value)) return asText(value[index], 0);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** The word for a value that a person would write, or the value itself. */
function headWord(value: string): string {
  const vocabularies: readonly Vocabulary[] = [VALUE_WORDS.role, VALUE_WORDS.kind, VALUE_WORDS.duty, VALUE_WORDS.flag];
  return vocabularies.flatMap((words) => words[value]?.[0] ?? [])[0] ?? value;
}

function meant(words: Vocabulary, said: string): string {
  return Object.keys(words).find((value) => plain(value) === plain(said) || words[value]?.includes(said)) ?? said;
}

function partsOf(cell: string): string[] {
  return cell.split(/[\u3001,\uff0c;\uff1b|\n]/).map((part) => part.trim()).filter((part) => part !== '');
}

function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/[\s_*-]/g, '');
}
