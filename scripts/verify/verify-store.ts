import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldCorrection } from '../../domain/correction.ts';
import { foldDeliberation } from '../../domain/deliberation/evolve.ts';
import { foldNeed } from '../../domain/need/need.ts';
import { foldResource } from '../../domain/need/resource.ts';
import { foldProject } from '../../domain/project/project.ts';
import type { Text } from '../../locales/text.ts';
import { connectStore, type StoreSettings } from '../../models/connect.ts';
import { createDemandStore } from '../../models/demands.ts';
import { DataDirBusy } from '../../models/embedded/folder-lock.ts';
import { DataFileDamaged } from '../../models/embedded/journal.ts';
import { createSideStores, type SideStores } from '../../models/side-stores.ts';
import { verifyDemands, type Fault, type Verified } from './verify-demands.ts';
import { verifyKept, type KeptVerified } from './verify-kept.ts';

/** What is to be said after a check, and whether all was well. */
export interface Report {
  readonly lines: readonly Text[];
  readonly ok: boolean;
}

/** Checks a store without writing to it; one that a process holds, or that cannot be read, is told so. */
export async function verifyStore(settings: StoreSettings): Promise<Report> {
  const { uri, dataDir } = settings;
  if (uri === undefined && !existsSync(join(dataDir, 'demands.db'))) return failed({ key: 'verify.nothing', params: { folder: dataDir } });
  try {
    return await verified(settings);
  } catch (error) {
    if (error instanceof DataDirBusy) return failed({ key: 'verify.busy', params: { folder: error.folder, pid: error.pid } });
    if (error instanceof DataFileDamaged) return failed({ key: 'verify.damaged', params: { file: error.file, byte: error.byte } });
    throw error;
  }
}

async function verified(settings: StoreSettings): Promise<Report> {
  const store = await connectStore(settings);
  try {
    const known = () => Promise.resolve(new Set<string>());
    return reportOf(await verifyDemands(createDemandStore({ store, searchTokens: () => [], known })), await verifyBeside(createSideStores({ store, known })));
  } finally {
    await store.close();
  }
}

/** What stands beside demands, checked in the same way. */
async function verifyBeside({ deliberations, resources, needs, projects, corrections }: SideStores): Promise<KeptVerified> {
  const each = [
    await verifyKept(deliberations, foldDeliberation),
    await verifyKept(resources, foldResource),
    await verifyKept(needs, foldNeed),
    await verifyKept(projects, foldProject),
    await verifyKept(corrections, foldCorrection),
  ];
  const sum = (of: (one: KeptVerified) => number) => each.reduce((all, one) => all + of(one), 0);
  return { count: sum(({ count }) => count), entries: sum(({ entries }) => entries), faults: each.flatMap(({ faults }) => faults) };
}

function reportOf({ faults: ofDemands, ...counts }: Verified, beside: KeptVerified): Report {
  const faults: readonly Fault[] = [...ofDemands, ...beside.faults];
  const ok = faults.length === 0;
  const besides: Text[] = beside.count === 0 ? [] : [{ key: 'verify.beside', params: { count: beside.count, entries: beside.entries } }];
  const outcome: Text = { key: ok ? 'verify.clean' : 'verify.faulty', params: { ...counts, faults: faults.length } };
  return { ok, lines: [...faults.map(faultText), ...besides, outcome] };
}

function faultText({ why, ...params }: Fault): Text {
  return { key: `verify.fault.${why}`, params };
}

function failed(line: Text): Report {
  return { ok: false, lines: [line] };
}
