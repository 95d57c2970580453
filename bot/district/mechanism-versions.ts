import { isDeepStrictEqual } from 'node:util';
import type { Demand } from '../../domain/demand.ts';
import { Mechanism } from '../../domain/mechanism/mechanism.ts';
import type { Ledger } from '../../handlers/ports/coordination.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';
import { WrongDistrict } from './district-files.ts';

/** The mechanism in force, and every version that a kept demand may have begun under. */
export type MechanismOf = (began: Demand['mechanism']) => Mechanism;

interface Keeping {
  readonly ledger: Pick<Ledger, 'claim' | 'get' | 'set'>;
  readonly now: Now;
  readonly file: string;
  readonly speak: Speak;
  readonly language: Language;
}

/**
 * Keeps the mechanism in force under its version, for the demands that begin now, and gives those of all versions used before. Throws
 * WrongDistrict when the data was begun with another district, or the file was changed and its version was not: a running clock or a
 * past score must never move.
 */
export async function keepVersions(keeping: Keeping, mechanism: Mechanism): Promise<MechanismOf> {
  await mustBeTheSameDistrict(keeping, mechanism);
  const used = [...new Set([...(await versionsUsed(keeping, mechanism)), mechanism.version])];
  const kept = new Map(await Promise.all(used.map(async (version) => [version, await keptVersion(keeping, mechanism.id, version)] as const)));
  const before = kept.get(mechanism.version);
  if (before !== undefined && !isDeepStrictEqual(plain(before), plain(mechanism))) throw complaint(keeping, 'district.version-unchanged');

  const { ledger, now } = keeping;
  await ledger.set(keyOf(mechanism), JSON.stringify(mechanism), now());
  await ledger.set(versionsKey(mechanism.id), JSON.stringify(used), now());
  return ({ id, version }) => (id === mechanism.id ? kept.get(version) : undefined) ?? mechanism;
}

async function mustBeTheSameDistrict(keeping: Keeping, { id }: Mechanism): Promise<void> {
  const { ledger, now } = keeping;
  if (await ledger.claim('begun-with', id, now())) return;
  throw complaint(keeping, 'district.other-district', { began: await ledger.get('begun-with'), now: id });
}

/** The versions used so far; data that is older than this list used every version up to the newest without a gap. */
async function versionsUsed({ ledger }: Keeping, { id, version }: Mechanism): Promise<readonly number[]> {
  const listed = await ledger.get(versionsKey(id));
  return listed === undefined ? Array.from({ length: version }, (_, index) => index + 1) : numbersIn(listed);
}

function numbersIn(listed: string): readonly number[] {
  const written: unknown = JSON.parse(listed);
  return Array.isArray(written) ? written.filter((one) => typeof one === 'number') : [];
}

/** A version as it was kept, read as the file would be today: what the program has learned since stands at its default. */
async function keptVersion(keeping: Keeping, id: string, version: number): Promise<Mechanism | undefined> {
  const kept = await keeping.ledger.get(keyOf({ id, version }));
  if (kept === undefined) return undefined;
  const read = Mechanism.safeParse(JSON.parse(kept));
  if (!read.success) throw complaint(keeping, 'district.version-unreadable', { version });
  return read.data;
}

function complaint({ file, speak, language }: Keeping, key: 'district.version-unchanged' | 'district.other-district' | 'district.version-unreadable', params: Readonly<Record<string, string | number | undefined>> = {}): WrongDistrict {
  return new WrongDistrict(file, [speak(language, key, params)]);
}

/** As it would be after being kept. */
function plain(mechanism: Mechanism): unknown {
  return JSON.parse(JSON.stringify(mechanism));
}

function keyOf({ id, version }: Pick<Mechanism, 'id' | 'version'>): string {
  return `mechanism:${id}:${version}`;
}

function versionsKey(id: string): string {
  return `mechanism-versions:${id}`;
}
