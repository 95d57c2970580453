import { closeSync, fstatSync, fsyncSync, ftruncateSync, fdatasync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { deletedLineOf, documentOf, headOf, lineOf } from './line.ts';
import type { Stored } from './stored.ts';

const READ_BYTES = 4 << 20;
const COMPACT_BYTES = 128 << 10;
const WASTE_FLOOR_BYTES = 32 << 20;
const SYNC_EVERY_MS = 1000;
const NEWLINE = 10;

/** Thrown when a data file holds something that is not a line of a document. */
export class DataFileDamaged extends Error {
  readonly code = 'data-file-damaged';
  constructor(readonly file: string, readonly byte: number) {
    super(`The data file ${file} is damaged at byte ${byte}`);
    this.name = 'DataFileDamaged';
  }
}

/** Thrown when something is written to a store that was closed: its file's number may be another file's by now. */
export class StoreClosed extends Error {
  readonly code = 'store-closed';
  constructor(readonly file: string) {
    super(`The data file ${file} was closed and takes nothing more`);
    this.name = 'StoreClosed';
  }
}

interface Place {
  readonly at: number;
  readonly bytes: number;
}

interface Write {
  readonly id: string;
  /** Absent when the document was deleted. */
  readonly document?: Stored | undefined;
}

/**
 * The append-only file of one collection, in NeDB's line format. Each write is in the operating system's hands before
 * it returns, so kill -9 loses nothing; a power cut may lose the last second.
 */
export class Journal {
  readonly file: string;
  #handle: number;
  #length: number;
  #lineBytes = new Map<string, number>();
  #liveBytes = 0;
  #meanwhile: string[] | undefined;
  #compacting: Promise<void> = Promise.resolve();
  #compactions = 0;
  #dirty = false;
  #closing: Promise<void> | undefined;
  readonly #syncing: NodeJS.Timeout;

  constructor(file: string) {
    this.file = file;
    rmSync(`${file}~`, { force: true });
    this.#handle = openSync(file, 'a+', 0o600);
    this.#length = fstatSync(this.#handle).size;
    this.#syncing = setInterval(() => { this.#sync(); }, SYNC_EVERY_MS).unref();
  }

  /** Every document of the file, reading only the last line of each; a line torn by a crash is cut off. */
  load(): Stored[] {
    const places = this.#placesOfLastLines();
    const documents: Stored[] = [];
    for (const [id, place] of places) {
      documents.push(this.#documentAt(place));
      this.#lineBytes.set(id, place.bytes);
      this.#liveBytes += place.bytes;
    }
    return documents;
  }

  /** Writes them all or none of them; throws when the disk refuses, and StoreClosed after the end. */
  append(writes: readonly Write[]): void {
    this.#refuseWhenClosed();
    const lines = writes.map(({ id, document }) => (document === undefined ? deletedLineOf(id) : lineOf(document)));
    const bytes = this.#write(lines.join(''));
    this.#length += bytes;
    this.#dirty = true;
    this.#meanwhile?.push(...lines);
    writes.forEach(({ id, document }, nth) => { this.#remember(id, document === undefined ? 0 : Buffer.byteLength(lines[nth] ?? '')); });
  }

  /** True once the file is mostly lines that no longer count. */
  get wasteful(): boolean {
    const waste = this.#length - this.#liveBytes;
    return waste > WASTE_FLOOR_BYTES && waste > this.#liveBytes;
  }

  /** True while the file is being rewritten, or waits to be. */
  get compacting(): boolean {
    return this.#compactions > 0;
  }

  /** Rewrites the file with living documents only, in slices between which other work goes on; old lines are gone when it resolves. */
  async compact(living: () => readonly Stored[]): Promise<void> {
    this.#refuseWhenClosed();
    this.#compactions++;
    const run = this.#compacting.then(() => this.#compactNow(living)).finally(() => this.#compactions--);
    this.#compacting = run.catch(() => undefined);
    await run;
  }

  /** Takes nothing more, waits for a running compaction, flushes to the disk and lets go of the file. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    clearInterval(this.#syncing);
    await this.#compacting;
    fsyncSync(this.#handle);
    closeSync(this.#handle);
  }

  #refuseWhenClosed(): void {
    if (this.#closing !== undefined) throw new StoreClosed(this.file);
  }

  #write(text: string): number {
    const buffer = Buffer.from(text);
    try {
      writeWhole(this.#handle, buffer);
      return buffer.length;
    } catch (error) {
      ftruncateSync(this.#handle, this.#length);
      throw error;
    }
  }

  #remember(id: string, bytes: number): void {
    this.#liveBytes += bytes - (this.#lineBytes.get(id) ?? 0);
    if (bytes === 0) this.#lineBytes.delete(id);
    else this.#lineBytes.set(id, bytes);
  }

  async #compactNow(living: () => readonly Stored[]): Promise<void> {
    this.#meanwhile = [];
    const snapshot = living();
    const fresh = await open(`${this.file}~`, 'w', 0o600);
    try {
      for (const slice of slicesOf(snapshot)) {
        await fresh.writeFile(slice);
        await nextTurn();
      }
      await fresh.sync();
    } catch (error) {
      this.#meanwhile = undefined;
      throw error;
    } finally {
      await fresh.close();
    }
    this.#swap();
  }

  #swap(): void {
    const handle = openSync(`${this.file}~`, 'a+', 0o600);
    const rest = this.#meanwhile?.join('') ?? '';
    this.#meanwhile = undefined;
    writeWhole(handle, Buffer.from(rest));
    renameSync(`${this.file}~`, this.file);
    closeSync(this.#handle);
    this.#handle = handle;
    this.#length = fstatSync(handle).size;
    this.#dirty = true;
    syncFolder(dirname(this.file));
  }

  #sync(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    fdatasync(this.#handle, (error) => {
      if (error) this.#dirty = true;
    });
  }

  #placesOfLastLines(): Map<string, Place> {
    const places = new Map<string, Place>();
    const end = eachLine(this.#handle, (line, at) => {
      const head = headOf(line);
      if (head === undefined) throw new DataFileDamaged(this.file, at);
      if (head.deleted) places.delete(head.id);
      else places.set(head.id, { at, bytes: line.length + 1 });
    });
    if (end < this.#length) ftruncateSync(this.#handle, end);
    this.#length = end;
    return places;
  }

  #documentAt({ at, bytes }: Place): Stored {
    const line = Buffer.allocUnsafe(bytes);
    readSync(this.#handle, line, 0, bytes, at);
    try {
      return documentOf(line.toString('utf8'));
    } catch {
      throw new DataFileDamaged(this.file, at);
    }
  }
}

/** The system may take a write in parts. */
function writeWhole(handle: number, buffer: Buffer): void {
  let written = 0;
  while (written < buffer.length) written += writeSync(handle, buffer, written);
}

/** Gives each whole line and its place, and returns where the last whole line ends. */
function eachLine(handle: number, visit: (line: Buffer, at: number) => void): number {
  let rest: Buffer = Buffer.alloc(0);
  let at = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(READ_BYTES);
    const bytes = readSync(handle, chunk, 0, READ_BYTES, at + rest.length);
    if (bytes === 0) return at;
    const buffer = Buffer.concat([rest, chunk.subarray(0, bytes)]);
    let start = 0;
    for (let end = buffer.indexOf(NEWLINE); end !== -1; end = buffer.indexOf(NEWLINE, start)) {
      visit(buffer.subarray(start, end), at + start);
      start = end + 1;
    }
    at += start;
    rest = buffer.subarray(start);
  }
}

function* slicesOf(documents: readonly Stored[]): Generator<string> {
  let slice = '';
  for (const document of documents) {
    slice += lineOf(document);
    if (slice.length < COMPACT_BYTES) continue;
    yield slice;
    slice = '';
  }
  yield slice;
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
