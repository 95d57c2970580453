import { existsSync, readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import { contradictions } from '../domain/mechanism-faults.ts';
import type { MechanismFault } from '../domain/mechanism-faults.ts';
import { Mechanism, wholeParts } from '../domain/mechanism.ts';
import type { Speak } from '../locales/speak.ts';
import type { Language, TextKey } from '../locales/text.ts';

type Path = readonly (string | number)[];

/** One thing that is wrong with a district's file: where it is, and what. */
export interface DistrictFault {
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

/** Reads a district's file; all that is wrong with it is found at once, in the order of its lines. */
export function checkDistrict(file: string): CheckedDistrict {
  if (!existsSync(file)) return { ok: false, faults: [{ path: '', code: 'not-found', params: {} }] };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0) {
    return { ok: false, faults: document.errors.map(({ pos, code }) => ({ line: lines.linePos(pos[0]).line, path: '', code: 'not-yaml', params: { detail: code } })) };
  }
  const written: unknown = document.toJS();
  const parsed = Mechanism.safeParse(written);
  if (parsed.success) return { ok: true, mechanism: parsed.data };

  const found = [...parsed.error.issues.filter(({ code }) => code !== 'custom').flatMap((issue) => faultsOf(issue, written)), ...contradictions(wholeParts(written))];
  const faults = found.map(({ path, code, params }) => ({ line: lineOf(document, lines, path), path: named(written, path), code, params }));
  return { ok: false, faults: faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** A fault as a sentence. */
export function districtFaultInWords(speak: Speak, language: Language, { line, path, code, params }: DistrictFault): string {
  const expected = params['expected'];
  const typed = expected === undefined ? {} : { expected: speak(language, TYPES[expected] ?? 'district.type.text') };
  const what = speak(language, `district.fault.${code}`, { ...params, ...typed });
  const where = path === '' ? speak(language, 'district.whole-file') : path;
  return line === undefined ? speak(language, 'district.at-path', { path: where, what }) : speak(language, 'district.at-line', { line, path: where, what });
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
function lineOf(document: Document, lines: LineCounter, path: Path): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const start = isNode(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return undefined;
}
