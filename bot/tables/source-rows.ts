import type { HandedIn } from '../../handlers/intake/intake.ts';
import { MATTER_HEADINGS, NOTHING_WORDS } from '../../locales/lexicon/source-headings.ts';
import type { Params } from '../../locales/text.ts';
import { IntakeBody } from '../../web/schemas/intake.ts';
import type { Cell, Sheet } from './table-files.ts';
import { isEmpty, textOf } from './written-cell.ts';
import { writtenTime } from './written-time.ts';

/** What may be wrong with a table of matters. */
export type MatterFaultCode =
  | 'nothing-in-it'
  | 'too-many-rows'
  | 'missing-column'
  | 'duplicate-column'
  | 'missing-value'
  | 'unknown-source'
  | 'which-source'
  | 'listed-twice'
  | 'digits-lost'
  | 'date-in-cell'
  | 'too-long'
  | 'not-a-phone'
  | 'not-a-time'
  | 'time-ahead'
  | 'invalid-value';

/** One fault; `row` counts as the spreadsheet does, `column` is the heading as it is written there. */
export interface MatterFault {
  readonly code: MatterFaultCode;
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly params: Params;
}

/** A matter and the row it stands in. */
export interface MatterRow {
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly matter: HandedIn;
}

/** What is in the tables: matters, everything that is wrong, and the headings of columns that are not looked at. */
export interface ReadMatters {
  /** How many rows have anything in them. */
  readonly total: number;
  readonly rows: readonly MatterRow[];
  readonly faults: readonly MatterFault[];
  readonly ignored: readonly string[];
}

/** How tables are read. */
export interface ReadingMatters {
  /** The district's kinds of source, each with the names it may be called by. */
  readonly sources: readonly { readonly id: string; readonly names: readonly string[] }[];
  /** The source of rows that name none. */
  readonly source?: string | undefined;
  readonly now: Date;
  readonly most: number;
}

/** The same, with the sources found by any of their names. */
interface Reading extends ReadingMatters {
  readonly named: ReadonlyMap<string, string>;
}

type Field = keyof typeof MATTER_HEADINGS;
const FIELDS = Object.keys(MATTER_HEADINGS).filter((field): field is Field => field in MATTER_HEADINGS);
const REQUIRED = ['externalId', 'text'] as const satisfies readonly Field[];
/** Exports often have a title and a date above the headings. */
const HEADINGS_WITHIN = 10;
const TEXT_MOST = 20_000;
const EXPONENT = /^\d(?:\.\d+)?e\+\d+$/i;
const TOLERANCE_MS = 3600_000;

/** Reads every sheet that has the headings of matters; all faults are told at once, with row and column. */
export function readMatters(sheets: readonly Sheet[], asked: ReadingMatters): ReadMatters {
  const how: Reading = { ...asked, named: new Map(asked.sources.flatMap(({ id, names }) => [id, ...names].map((name): [string, string] => [plain(name), id]))) };
  const filled = sheets.filter(({ rows }) => rows.some((cells) => !cells.every(isEmpty)));
  const withHeadings = filled.filter((sheet) => headingsOf(sheet).missing.length === 0);
  const chosen = withHeadings.length > 0 ? withHeadings : filled.slice(0, 1);
  if (chosen.length === 0) return { total: 0, rows: [], faults: [{ code: 'nothing-in-it', params: {} }], ignored: [] };
  const several = filled.length > 1;
  const read = chosen.map((sheet) => readSheet(sheet, several ? sheet.title : undefined, how));
  const total = read.reduce((sum, one) => sum + one.total, 0);
  const rows = read.flatMap((one) => one.rows);
  const faults = [...read.flatMap((one) => one.faults), ...twice(read.flatMap((one) => one.named)), ...(total > how.most ? [{ code: 'too-many-rows' as const, params: { most: String(how.most), count: String(total) } }] : [])];
  const wrong = new Set(faults.map(({ sheet, row }) => `${sheet ?? ''}#${row ?? ''}`));
  return { total, rows: rows.filter(({ sheet, row }) => !wrong.has(`${sheet ?? ''}#${row}`)), faults, ignored: [...new Set(read.flatMap((one) => one.ignored))] };
}

interface Headings {
  /** Where in the sheet they stand, from 0. */
  readonly at: number;
  readonly fields: readonly (Field | undefined)[];
  readonly written: readonly string[];
  readonly missing: readonly Field[];
  readonly twice: readonly string[];
}

function headingsOf({ rows }: Sheet): Headings {
  const tried = rows.slice(0, HEADINGS_WITHIN).map((cells, at) => headingsIn(cells, at));
  return tried.find(({ missing }) => missing.length === 0) ?? [...tried].sort((a, b) => known(b) - known(a))[0] ?? headingsIn([], 0);
}

function known({ fields }: Headings): number {
  return fields.filter((field) => field !== undefined).length;
}

function headingsIn(cells: readonly Cell[], at: number): Headings {
  const written = cells.map(textOf);
  const named = written.map(fieldNamed);
  const better = (field: Field) => Math.min(...named.flatMap((one) => (one?.field === field ? one.rank : [])));
  const best = named.map((one) => (one !== undefined && one.rank === better(one.field) ? one.field : undefined));
  const fields = best.map((field, index) => (field !== undefined && best.indexOf(field) === index ? field : undefined));
  const repeated = written.filter((_, index) => best[index] !== undefined && fields[index] === undefined);
  return { at, fields, written, missing: REQUIRED.filter((field) => !fields.includes(field)), twice: repeated };
}

/** Which column a heading is, and how plainly it says so: where two stand for the same, the plainer counts. */
function fieldNamed(heading: string): { readonly field: Field; readonly rank: number } | undefined {
  const said = plain(heading);
  const found = FIELDS.map((field) => ({ field, rank: [field, ...MATTER_HEADINGS[field]].findIndex((word) => plain(word) === said) }));
  return said === '' ? undefined : found.find(({ rank }) => rank >= 0);
}

interface Named {
  readonly sheet: string | undefined;
  readonly row: number;
  readonly column: string | undefined;
  readonly key: string;
  readonly value: string;
}

interface SheetRead extends ReadMatters {
  /** The source and number of each row, right or wrong. */
  readonly named: readonly Named[];
}

function readSheet(sheet: Sheet, title: string | undefined, how: Reading): SheetRead {
  const headings = headingsOf(sheet);
  const { at, fields, written, missing, twice: repeated } = headings;
  const top = { sheet: title, row: at + 1 };
  const faults: MatterFault[] = [
    ...missing.map((field): MatterFault => ({ code: 'missing-column', ...top, params: { value: MATTER_HEADINGS[field][0] } })),
    ...repeated.map((value): MatterFault => ({ code: 'duplicate-column', ...top, column: value, params: { value } })),
  ];
  if (missing.length === 0 && !fields.includes('source') && how.source === undefined) faults.push({ code: 'which-source', ...top, params: { allowed: allowed(how) } });
  const ignored = written.filter((heading, index) => heading !== '' && fields[index] === undefined && !repeated.includes(heading));
  const below = sheet.rows.map((cells, index) => ({ cells, row: index + 1 })).slice(at + 1).filter(({ cells }) => !cells.every(isEmpty));
  if (missing.length > 0) return { total: below.length, rows: [], faults, ignored, named: [] };
  if (below.length === 0) faults.push({ code: 'nothing-in-it', sheet: title, params: {} });
  const read = below.map(({ cells, row }) => readRow({ cells, row, title, headings }, how));
  return { total: below.length, rows: read.flatMap(({ rows }) => rows), faults: [...faults, ...read.flatMap((one) => one.faults)], ignored, named: read.flatMap(({ named }) => named) };
}

interface Standing {
  readonly cells: readonly Cell[];
  readonly row: number;
  readonly title: string | undefined;
  readonly headings: Headings;
}

type Wrong = (code: MatterFaultCode, field: Field, params?: MatterFault['params']) => void;

function readRow(line: Standing, how: Reading): Pick<SheetRead, 'rows' | 'faults' | 'named'> {
  const { row, title, headings } = line;
  const faults: MatterFault[] = [];
  const columnOf = (field: Field) => headings.written[headings.fields.indexOf(field)] ?? MATTER_HEADINGS[field][0];
  const wrong: Wrong = (code, field, params = {}) => void faults.push({ code, sheet: title, row, column: columnOf(field), params });
  const cellAt = (field: Field) => line.cells[headings.fields.indexOf(field)] ?? '';
  const source = headings.fields.includes('source') ? sourceIn(cellAt('source'), how, wrong) : (how.source ?? '');
  const externalId = idIn(cellAt('externalId'), wrong);
  const drawn = { source, externalId, text: wordsIn(textOf(cellAt('title')), cellAt('text'), wrong), reporter: reporterIn(cellAt('reporter'), cellAt('phone'), wrong), place: placeIn(cellAt('place'), wrong), occurredAt: timeIn(cellAt('occurredAt'), how.now, wrong) };
  const parsed = faults.length > 0 || source === '' ? undefined : IntakeBody.safeParse(given({ ...drawn, occurredAt: drawn.occurredAt?.toISOString() }));
  for (const { path } of parsed?.error?.issues ?? []) wrong('invalid-value', FIELDS.find((field) => field === path[0]) ?? 'text', { value: '' });
  const named = source === '' || externalId === '' ? [] : [{ sheet: title, row, column: columnOf('externalId'), key: `${source} ${externalId}`, value: externalId }];
  return { faults, named, rows: parsed?.data === undefined || faults.length > 0 ? [] : [{ sheet: title, row, matter: parsed.data }] };
}

function sourceIn(cell: Cell, how: Reading, wrong: Wrong): string {
  const said = textOf(cell);
  if (said === '') {
    if (how.source === undefined) wrong('missing-value', 'source');
    return how.source ?? '';
  }
  const found = how.named.get(plain(said));
  if (found === undefined) wrong('unknown-source', 'source', { value: said.slice(0, 60), allowed: allowed(how) });
  return found ?? '';
}

function allowed({ sources }: ReadingMatters): readonly string[] {
  return sources.map(({ id, names }) => names[0] ?? id);
}

function idIn(cell: Cell, wrong: Wrong): string {
  const said = textOf(cell);
  if (typeof cell !== 'string') wrong('date-in-cell', 'externalId', { value: cell.date });
  else if (said === '') wrong('missing-value', 'externalId');
  else if (EXPONENT.test(said)) wrong('digits-lost', 'externalId', { value: said });
  else if (said.length > 120) wrong('too-long', 'externalId', { most: '120', count: String(said.length) });
  return said;
}

/** A heading of the source's own goes before the words, unless they begin with it. */
function wordsIn(title: string, cell: Cell, wrong: Wrong): string {
  const said = textOf(cell);
  if (said === '' || isNothing(said)) wrong('missing-value', 'text');
  const words = title === '' || isNothing(title) || said.startsWith(title) ? said : `${title}\n${said}`;
  if (words.length > TEXT_MOST) wrong('too-long', 'text', { most: String(TEXT_MOST), count: String(words.length) });
  return words;
}

function reporterIn(name: Cell, phone: Cell, wrong: Wrong): { name?: string; phone?: string } | undefined {
  const [said, number] = [something(textOf(name)), something(textOf(phone)).normalize('NFKC')];
  if (said.length > 120) wrong('too-long', 'reporter', { most: '120', count: String(said.length) });
  const isPhone = /^[0-9+][0-9 -]{4,19}$/.test(number.replace(/[()]/g, ' ').trim());
  if (number !== '' && !isPhone) wrong('not-a-phone', 'phone', { value: number.slice(0, 60) });
  if (said === '' && number === '') return undefined;
  return { ...(said === '' ? {} : { name: said }), ...(number === '' ? {} : { phone: number.replace(/[()]/g, ' ').trim() }) };
}

function placeIn(cell: Cell, wrong: Wrong): string | undefined {
  const said = something(textOf(cell));
  if (typeof cell !== 'string') wrong('date-in-cell', 'place', { value: cell.date });
  else if (said.length > 300) wrong('too-long', 'place', { most: '300', count: String(said.length) });
  return said === '' ? undefined : said;
}

function timeIn(cell: Cell, now: Date, wrong: Wrong): Date | undefined {
  const said = typeof cell === 'string' ? something(cell.trim()) : cell.at;
  if (said === '') return undefined;
  const at = writtenTime(said, now);
  if (at === undefined) wrong('not-a-time', 'occurredAt', { value: said.slice(0, 60) });
  else if (at.getTime() > now.getTime() + TOLERANCE_MS) wrong('time-ahead', 'occurredAt', { value: said.slice(0, 60) });
  return at;
}

/** The same source and number in a later row would silently be left out. */
function twice(named: readonly Named[]): MatterFault[] {
  const first = new Map<string, number>();
  return named.flatMap(({ key, sheet, row, column, value }): MatterFault[] => {
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    return before === undefined ? [] : [{ code: 'listed-twice', sheet, row, column, params: { value, first: String(before) } }];
  });
}

function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function something(said: string): string {
  return isNothing(said) ? '' : said;
}

function isNothing(said: string): boolean {
  return NOTHING_WORDS.includes(said.trim().toLowerCase());
}

function plain(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/[\s_*:()\u3001.-]/g, '');
}
