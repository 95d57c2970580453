import { randomUUID } from 'node:crypto';
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Holder = z.object({ pid: z.number().int().positive(), startedAt: z.string(), token: z.string() });
type Holder = z.infer<typeof Holder>;

const heldHere = new Set<string>();

/** Thrown when another living process already keeps its data in this folder. */
export class DataDirBusy extends Error {
  readonly code = 'data-dir-busy';
  constructor(readonly folder: string, readonly pid: number) {
    super(`The data folder ${folder} is in use by process ${pid}; stop it first, or choose another folder`);
    this.name = 'DataDirBusy';
  }
}

/** Takes the folder for this process and gives the function that lets go; a lock left by a dead process is taken over. Throws DataDirBusy. */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  const holder: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '', token: randomUUID() };
  while (!written(file, holder)) {
    const other = holderIn(file);
    if (other !== undefined && alive(other)) throw new DataDirBusy(folder, other.pid);
    setAside(file, other);
  }
  heldHere.add(holder.token);
  return () => { release(file, holder); };
}

function release(file: string, holder: Holder): void {
  if (!heldHere.delete(holder.token)) return;
  if (holderIn(file)?.token === holder.token) rmSync(file, { force: true });
}

/** Two processes may find the same dead lock: who moves away a lock that is not the dead one puts it back. */
function setAside(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (holderIn(aside)?.token !== dead?.token) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** A link appears whole or not at all, so nobody ever reads a half-written lock. */
function written(file: string, holder: Holder): boolean {
  const draft = `${file}.${holder.token}`;
  const handle = openSync(draft, 'wx', 0o600);
  writeSync(handle, JSON.stringify(holder));
  closeSync(handle);
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderIn(file: string): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** A number alone proves nothing: after a restart, or in a fresh container, another process may carry it. */
function alive({ pid, startedAt, token }: Holder): boolean {
  if (pid === process.pid) return heldHere.has(token);
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const start = startOf(pid);
  return start === undefined || startedAt === '' || start === startedAt;
}

/** When a process began, in the kernel's ticks since boot; undefined where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
