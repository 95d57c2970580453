import type { z } from 'zod';
import type { MechanismFault } from '../../domain/mechanism/fault.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language, Params, TextKey } from '../../locales/text.ts';

/** The way to something in a file: names and numbers. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a district's file: where it is, and what. */
export interface DistrictFault {
  /** The file it is in, where that is the one that the district's own file extends. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** The way to it by name, such as "tiers.street.takeUp". */
  readonly path: string;
  readonly code: MechanismFault['code'] | WrittenFault['code'];
  readonly params: Params;
}

/** What is wrong as it is written, before anything is said of what it means. */
export interface WrittenFault {
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
    | 'not-a-day'
    | 'worked-and-free'
    | 'other';
  readonly path: Path;
  readonly params: Params;
}

/** A fault as a sentence. */
export function districtFaultInWords(speak: Speak, language: Language, { file, line, path, code, params }: DistrictFault): string {
  const expected = params['expected'];
  const typed = expected === undefined ? {} : { expected: speak(language, TYPES[String(expected)] ?? 'district.type.text') };
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
export function schemaFaults(issue: z.core.$ZodIssue, written: unknown): WrittenFault[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const value = valueAt(written, path);
  const fault = (code: WrittenFault['code'], params: WrittenFault['params'] = {}): WrittenFault[] => [{ code, path, params }];
  if (issue.message === 'not-a-limit') return fault('not-a-limit', { value: String(value) });
  if (issue.message === 'not-an-id') return fault('not-an-id');
  if (issue.message === 'worked-and-free') return fault('worked-and-free', { day: String(value) });
  if (value === undefined && issue.code !== 'unrecognized_keys') return fault('missing');
  switch (issue.code) {
    case 'unrecognized_keys':
      return fault('unknown-field', { names: issue.keys });
    case 'invalid_type':
      return fault('wrong-type', { expected: issue.expected });
    case 'invalid_value':
      return fault('not-one-of', { allowed: issue.values.map(String) });
    case 'too_small':
      return fault('too-few', { minimum: String(issue.minimum) });
    case 'too_big':
      return fault('too-many', { maximum: String(issue.maximum) });
    case 'invalid_format':
      return fault('not-a-day', { value: String(value) });
    case 'invalid_union':
      return fault('not-a-rung');
    default:
      return fault('other', { detail: issue.message });
  }
}

/** What stands at a place of a file; undefined where there is nothing. */
export function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === String(step))?.[1] : undefined), written);
}

/** The way to a place in the file, with ids instead of numbers where there are ids. */
export function placeNamed(written: unknown, path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? (idOf(valueAt(written, path.slice(0, index + 1))) ?? String(step + 1)) : step)).join('.');
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : undefined;
}
