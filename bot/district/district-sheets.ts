import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import type { DistrictFault, Path, WrittenFault } from './district-faults.ts';

/** A file as it was read: its parts by name, and where in it they stand. */
export interface Sheet {
  /** Said with a fault; the district's own file is not named. */
  readonly name?: string | undefined;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly extends: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A file, or why it cannot be read. */
export type ReadSheet = { readonly ok: true; readonly sheet: Sheet } | { readonly ok: false; readonly faults: readonly DistrictFault[] };

/** Reads a file; `name` is said with its faults. */
export function readSheet(file: string, name?: string): ReadSheet {
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
export function baseOf(file: string, own: Sheet): ReadSheet | undefined {
  if (own.extends === undefined) return undefined;
  const name = z.string().catch('').parse(own.extends);
  const path = join(dirname(file), name);
  const fault = (code: WrittenFault['code']): ReadSheet => ({ ok: false, faults: [{ line: lineOf(own, ['extends']), path: 'extends', code, params: { file: name } }] });
  if (name === '' || !existsSync(path)) return fault('no-base');
  const base = readSheet(path, basename(path));
  return base.ok && base.sheet.extends !== undefined ? fault('base-extends') : base;
}

/** The file and line of the nearest thing on the way: in the district's own file where it has this part, else in the one it extends. */
export function whereIs(sheets: readonly Sheet[], path: Path): Pick<DistrictFault, 'file' | 'line'> {
  const [part = '', item] = path.map(String);
  const has = ({ parts }: Sheet) => Object.hasOwn(parts, part) && (item === undefined || !isGroup(parts[part]) || Object.hasOwn(parts[part], item));
  const sheet = sheets.find(has) ?? sheets.find(({ parts }) => Object.hasOwn(parts, part)) ?? sheets[0];
  return sheet === undefined ? {} : { file: sheet.name, line: lineOf(sheet, path) };
}

/** The parts of two files as one: the own ones go before, a list as a whole, a group item by item. */
export function merged(base: Sheet['parts'], own: Sheet['parts']): Sheet['parts'] {
  const both = Object.entries(own).map(([part, value]) => [part, isGroup(value) && isGroup(base[part]) ? { ...base[part], ...value } : value] as const);
  return { ...base, ...Object.fromEntries(both) };
}

/** Whether something is a group of items by name. */
export function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
