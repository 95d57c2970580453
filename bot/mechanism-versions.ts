import { isDeepStrictEqual } from 'node:util';
import type { Demand } from '../domain/demand.ts';
import { Mechanism } from '../domain/mechanism.ts';
import type { Ledger, Now } from '../handlers/ports.ts';
import { WrongDistrict } from './district-files.ts';

/** The mechanism in force, and every version that a kept demand may have begun under. */
export type MechanismOf = (began: Demand['mechanism']) => Mechanism;

/**
 * Keeps the mechanism in force under its version, for the demands that begin now. Throws WrongDistrict with `complaint` when the
 * file was changed and its version was not: a running clock or a past score must never move.
 */
export async function keepVersions(ledger: Pick<Ledger, 'get' | 'set'>, mechanism: Mechanism, now: Now, file: string, complaint: string): Promise<MechanismOf> {
  const kept = await ledger.get(keyOf(mechanism));
  if (kept !== undefined && !isDeepStrictEqual(JSON.parse(kept), JSON.parse(JSON.stringify(mechanism)))) throw new WrongDistrict(file, [complaint]);
  if (kept === undefined) await ledger.set(keyOf(mechanism), JSON.stringify(mechanism), now());

  const versions = new Map([[keyOf(mechanism), mechanism]]);
  for (let version = mechanism.version - 1; version >= 1; version--) {
    const older = await ledger.get(keyOf({ id: mechanism.id, version }));
    if (older !== undefined) versions.set(keyOf({ id: mechanism.id, version }), Mechanism.parse(JSON.parse(older)));
  }
  return (began) => versions.get(keyOf(began)) ?? mechanism;
}

function keyOf({ id, version }: Pick<Mechanism, 'id' | 'version'>): string {
  return `mechanism:${id}:${version}`;
}
