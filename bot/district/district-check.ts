import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { contradictions } from '../../domain/mechanism/faults.ts';
import { Mechanism, wholeParts } from '../../domain/mechanism/mechanism.ts';
import { placeNamed, schemaFaults, valueAt } from './district-faults.ts';
import type { DistrictFault, Path, WrittenFault } from './district-faults.ts';
import { baseOf, isGroup, merged, readSheet, whereIs } from './district-sheets.ts';

/** A mechanism, or everything that is wrong with its file. */
export type CheckedDistrict =
  | { readonly ok: true; readonly mechanism: Mechanism }
  | { readonly ok: false; readonly faults: readonly DistrictFault[] };

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
  const found = [...issues.filter(({ code }) => code !== 'custom').flatMap((issue) => schemaFaults(issue, written)), ...contradictions(wholeParts(written)), ...unknown];
  const faults = found.map(({ path, code, params }) => ({ ...whereIs(sheets, path), path: placeNamed(written, path), code, params }));
  return { ok: false, faults: faults.sort((a, b) => Number(a.file !== undefined) - Number(b.file !== undefined) || (a.line ?? 0) - (b.line ?? 0)) };
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
  const { classes } = z.object({ classes: z.array(z.object({ id: z.string() })) }).parse(parse(readFileSync(join(import.meta.dirname, '..', '..', 'districts', 'classes.yaml'), 'utf8')));
  return classes.map(({ id }) => id);
}
