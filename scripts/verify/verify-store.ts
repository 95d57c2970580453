import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../locales/text.ts';
import { connectStore, type StoreSettings } from '../../models/connect.ts';
import { createDemandStore } from '../../models/demands.ts';
import { DataDirBusy } from '../../models/embedded/folder-lock.ts';
import { DataFileDamaged } from '../../models/embedded/journal.ts';
import { verifyDemands, type Fault, type Verified } from './verify-demands.ts';

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
    return reportOf(await verifyDemands(createDemandStore({ store, searchTokens: () => [], known: () => Promise.resolve(new Set<string>()) })));
  } finally {
    await store.close();
  }
}

function reportOf({ faults, ...counts }: Verified): Report {
  const ok = faults.length === 0;
  const outcome: Text = { key: ok ? 'verify.clean' : 'verify.faulty', params: { ...counts, faults: faults.length } };
  return { ok, lines: [...faults.map(faultText), outcome] };
}

function faultText({ why, ...params }: Fault): Text {
  return { key: `verify.fault.${why}`, params };
}

function failed(line: Text): Report {
  return { ok: false, lines: [line] };
}
