import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isNode, LineCounter, parse, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import { contradictions } from '../domain/mechanism-faults.ts';
import type { MechanismFault } from '../domain/mechanism-faults.ts';
import { Mechanism, wholeParts } from '../domain/mechanism.ts';
import type { Speak } from '../locales/speak.ts';
import type { Language, TextKey } from '../locales/text.ts';

type Path = readonly (string | number)[];

/** One thing that is wrong with a district's file: where it is, and what. */
export interface DistrictFault {
  /** The file it is in, where that is the one that the district's own file extends. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** The way to it by name, such as "tiers.street.takeUp". */
  readonly path: string;
  readonly code: MechanismFault['code'] | WrittenFault['code'];
  readonly params: Readonly<Record<string, string>>;
}

/** A mechanism, or everything that is wrong with its file. */
export type CheckedDistrict =
  | { readonly ok: true; readonly mechanism: Mechanism }
  | { readonly ok: false; readonly faults: readonly DistrictFault[] };

interface WrittenFault {
  readonly code:
    | 'not-found'
    | 'no-base'
    | 'base-extends'
    | 'unknown-category'
    | 'not-yaml'
    | 'missing'
    | 'unknown-field'
    | 'wrong-type'
    | 'not-one-of'
    | 'too-few'
    | 'too-many'
    | 'not-an-id'
    | 'not-a-limit'
    | 'not-a-rung'
    | 'other';
  readonly path: Path;
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Reads a district's file, and the one it extends: what is written in the district's own file goes before the other, a list as a whole, a group
 * item by item. All that is wrong is found at once, in the order of the lines.
 */
export function checkDistrict(file: string, matters: readonly string[] = classIds()): CheckedDistrict {
  const own = readSheet(file);
  if (!own.ok) return own;
  const base = baseOf(file, own.sheet);
  if (base !== undefined && !base.ok) return base;
  const sheets = [own.sheet, ...(base === undefined ? [] : [base.sheet])];
  const written = merged(base?.sheet.parts ?? {}, own.sheet.parts);
  const parsed = Mechanism.safeParse(written);
  const unknown = matterFaults(written, matters);
  if (parsed.success && unknown.length === 0) return { ok: true, mechanism: parsed.data };

  const issues = parsed.error?.issues ?? [];
  const found = [...issues.filter(({ code }) => code !== 'custom').flatMap((issue) => faultsOf(issue, written)), ...contradictions(wholeParts(written)), ...unknown];
  const faults = found.map(({ path, code, params }) => ({ ...whereIs(sheets, path), path: named(written, path), code, params }));
  return { ok: false, faults: faults.sort((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined) || (a.line ?? 0) - (b.line ?? 0)) };
}

function merged(base: Sheet['parts'], own: Sheet['parts']): Sheet['parts'] {
  const both = Object.entries(own).map(([part, value]) => [part, isGroup(value) && isGroup(base[part]) ? { ...base[part], ...value } : value]);
  return { ...base, ...Object.fromEntries(both) };
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MATTERS = /^(?:kinds\.classes|chains\.matters\.classes|admission\.cases\.classes)$|\bcategories$/;

/** Classes of matters that a file names and that there are none of; its own class for services done on behalf is one. */
function matterFaults(written: unknown, known: readonly string[], path: Path = []): WrittenFault[] {
  if (!isGroup(written) && !Array.isArray(written)) return [];
  const own = valueAt(written, ['services', 'onBehalf', 'category', 'id']);
  const all = typeof own === 'string' ? [...known, own] : known;
  return Object.entries(written).flatMap(([name, value]: [string, unknown]): WrittenFault[] => {
    const at = [...path, Array.isArray(written) ? Number(name) : name];
    if (!Array.isArray(value) || !MATTERS.test(at.filter((step) => typeof step === 'string').join('.'))) return matterFaults(value, all, at);
    return value.flatMap((id: unknown, index): WrittenFault[] => (typeof id === 'string' && !all.includes(id) ? [{ code: 'unknown-category', path: [...at, index], params: { id } }] : []));
  });
}

function classIds(): readonly string[] {
  const { classes } = z.object({ classes: z.array(z.object({ id: z.string() })) }).parse(parse(readFileSync(join(import.meta.dirname, '..', 'districts', 'classes.yaml'), 'utf8')));
  return classes.map(({ id }) => id);
}

/** A file as it was read: its parts by name, and where in it they stand. */
interface Sheet {
  /** Said with a fault; the district's own file is not named. */
  readonly name?: string | undefined;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly extends: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

type ReadSheet = { readonly ok: true; readonly sheet: Sheet } | Extract<CheckedDistrict, { ok: false }>;

function readSheet(file: string, name?: string): ReadSheet {
  if (!existsSync(file)) return { ok: false, faults: [{ file: name, path: '', code: 'not-found', params: {} }] };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0) {
    return { ok: false, faults: document.errors.map(({ pos, code }) => ({ file: name, line: lines.linePos(pos[0]).line, path: '', code: 'not-yaml', params: { detail: code } })) };
  }
  const { extends: base, ...parts } = Parts.parse(document.toJS());
  return { ok: true, sheet: { name, parts, extends: base, document, lines } };
}

const Parts = z.record(z.string(), z.unknown()).catch({});

/** The file that a district's file extends, beside it; undefined when it extends none. */
function baseOf(file: string, own: Sheet): ReadSheet | undefined {
  if (own.extends === undefined) return undefined;
  const path = join(dirname(file), String(own.extends));
  const fault = (code: WrittenFault['code']): ReadSheet => ({ ok: false, faults: [{ ...whereIs([own], ['extends']), path: 'extends', code, params: { file: String(own.extends) } }] });
  if (!existsSync(path)) return fault('no-base');
  const base = readSheet(path, basename(path));
  return base.ok && base.sheet.extends !== undefined ? fault('base-extends') : base;
}

/** The file and line of the nearest thing on the way: in the district's own file where it has this part, else in the one it extends. */
function whereIs(sheets: readonly Sheet[], path: Path): Pick<DistrictFault, 'file' | 'line'> {
  const [part = '', item] = path.map(String);
  const has = ({ parts }: Sheet) => Object.hasOwn(parts, part) && (item === undefined || !isGroup(parts[part]) || Object.hasOwn(parts[part], item));
  const sheet = sheets.find(has) ?? sheets.find(({ parts }) => Object.hasOwn(parts, part)) ?? sheets[0];
  return sheet === undefined ? {} : { file: sheet.name, line: lineOf(sheet, path) };
}

/** A fault as a sentence. */
export function districtFaultInWords(speak: Speak, language: Language, { file, line, path, code, params }: DistrictFault): string {
  const expected = params['expected'];
  const typed = expected === undefined ? {} : { expected: speak(language, TYPES[expected] ?? 'district.type.text') };
  const what = speak(language, `district.fault.${code}`, { ...params, ...typed });
  const where = path === '' ? speak(language, 'district.whole-file') : path;
  const told = line === undefined ? speak(language, 'district.at-path', { path: where, what }) : speak(language, 'district.at-line', { line, path: where, what });
  return file === undefined ? told : speak(language, 'district.in-file', { file, what: told });
}

const TYPES: Readonly<Record<string, TextKey>> = {
  number: 'district.type.number',
  int: 'district.type.number',
  boolean: 'district.type.flag',
  array: 'district.type.list',
  object: 'district.type.group',
  record: 'district.type.group',
};

/** A fault of the schema, named. */
function faultsOf(issue: z.core.$ZodIssue, written: unknown): WrittenFault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const value = valueAt(written, path);
  const fault = (code: WrittenFault['code'], params: WrittenFault['params'] = {}): WrittenFault[] => [{ code, path, params }];
  if (issue.message === 'not-a-limit') return fault('not-a-limit', { value: String(value) });
  if (issue.message === 'not-an-id') return fault('not-an-id');
  if (value === undefined && issue.code !== 'unrecognized_keys') return fault('missing');
  switch (issue.code) {
    case 'unrecognized_keys':
      return fault('unknown-field', { names: issue.keys.join(', ') });
    case 'invalid_type':
      return fault('wrong-type', { expected: issue.expected });
    case 'invalid_value':
      return fault('not-one-of', { allowed: issue.values.join(', ') });
    case 'too_small':
      return fault('too-few', { minimum: String(issue.minimum) });
    case 'too_big':
      return fault('too-many', { maximum: String(issue.maximum) });
    case 'invalid_union':
      return fault('not-a-rung');
    default:
      return fault('other', { detail: issue.message });
  }
}

function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === String(step))?.[1] : undefined), written);
}

/** The way to a place in the file, with ids instead of numbers where there are ids. */
function named(written: unknown, path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? (idOf(valueAt(written, path.slice(0, index + 1))) ?? String(step + 1)) : step)).join('.');
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : undefined;
}

/** The line of the nearest thing on the way that is in the file. */
function lineOf({ document, lines }: Sheet, path: Path): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return undefined;
}
