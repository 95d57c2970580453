import { randomBytes } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { createBoundedMap } from '../../handlers/bounded-map.ts';
import { createLogIndex, type LogIndex } from './log-index.ts';
import { Entry, type Chat, type NewEntry, type SandboxLog } from './log.ts';

const RECENT = 1000;
const CHUNK = 1 << 20;
const NEWLINE = 10;

/** The first line: ids begin with it, so that a folder begun anew never gives an old message's id again. */
const Head = z.strictObject({ world: z.string().min(1) });

interface Waiting {
  readonly entry: Entry;
  readonly line: Buffer;
  readonly kept: (entry: Entry) => void;
  readonly failed: (error: unknown) => void;
}

interface State {
  readonly handle: FileHandle;
  readonly world: string;
  readonly index: LogIndex;
  /** By sequence number: where the line begins, and how long it is. */
  readonly places: Map<number, { readonly offset: number; readonly length: number }>;
  end: number;
  lastSeq: number;
}

/**
 * Opens the sandbox's log: JSON lines, only ever added to. A message is on the disk before it is acknowledged; messages
 * that come together are written together. What a sudden death left half written at the end is cut off; throws when
 * anything before it cannot be read.
 */
export async function openFileLog(file: string): Promise<SandboxLog> {
  await mkdir(dirname(file), { recursive: true });
  const state = await opened(file);
  const recent = createBoundedMap<number, Entry>(RECENT);
  const writer = createWriter(state, (entry) => recent.set(entry.seq, entry));

  async function bySeq(seq: number | undefined): Promise<Entry | undefined> {
    if (seq === undefined) return undefined;
    const entry = recent.get(seq) ?? (await readEntry(state, seq));
    if (entry !== undefined) recent.set(seq, entry);
    return entry;
  }

  async function all(seqs: readonly number[]): Promise<Entry[]> {
    const entries = await Promise.all(seqs.map(bySeq));
    return entries.filter((entry) => entry !== undefined);
  }

  return {
    append: (entry) => appended(entry, state, writer, bySeq),
    since: (chat: Chat, after, limit) => all(state.index.seqsSince(chat, after, limit)),
    byId: (id) => bySeq(state.index.seqOf(id)),
    byKey: (key) => bySeq(state.index.seqOfKey(key)),
    last: (limit, but) => all(state.index.lastSeqs(limit, but)),
    close: async () => {
      await writer.idle();
      await state.handle.close();
    },
  };
}

/** Looks and writes without waiting in between, so that a key said twice at once is kept once. */
function appended(entry: NewEntry, state: State, writer: Writer, bySeq: (seq: number) => Promise<Entry | undefined>): Promise<Entry> {
  if (entry.key === undefined) return writer.write(entry);
  const seq = state.index.seqOfKey(entry.key);
  return seq === undefined ? (writer.underWay(entry.key) ?? writer.write(entry)) : bySeq(seq).then(found);
}

function found(entry: Entry | undefined): Entry {
  if (entry === undefined) throw new Error('The log knows a message that it cannot read');
  return entry;
}

interface Writer {
  readonly write: (entry: NewEntry) => Promise<Entry>;
  readonly underWay: (key: string) => Promise<Entry> | undefined;
  readonly idle: () => Promise<void>;
}

function createWriter(state: State, onKept: (entry: Entry) => void): Writer {
  const keys = new Map<string, Promise<Entry>>();
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await writeBatch(state, batch, onKept);
    }
    writing = undefined;
  }

  function write(content: NewEntry): Promise<Entry> {
    state.lastSeq++;
    const entry: Entry = { seq: state.lastSeq, id: `${state.world}-${state.lastSeq}`, ...content };
    const kept = new Promise<Entry>((resolve, reject) => {
      waiting.push({ entry, line: Buffer.from(`${JSON.stringify(entry)}\n`), kept: resolve, failed: reject });
    });
    if (content.key !== undefined) remember(content.key, kept);
    writing ??= drain();
    return kept;
  }

  function remember(key: string, kept: Promise<Entry>): void {
    keys.set(key, kept);
    const forget = () => keys.delete(key);
    kept.then(forget, forget);
  }

  return { write, underWay: (key) => keys.get(key), idle: () => writing ?? Promise.resolve() };
}

async function writeBatch(state: State, batch: readonly Waiting[], onKept: (entry: Entry) => void): Promise<void> {
  try {
    await state.handle.appendFile(Buffer.concat(batch.map(({ line }) => line)));
    await state.handle.datasync();
  } catch (error) {
    await undo(state);
    for (const { failed } of batch) failed(error);
    return;
  }
  for (const { entry, line, kept } of batch) {
    place(state, entry, line.length);
    onKept(entry);
    kept(entry);
  }
}

/** After a failed write: the next message must not stand behind half a line. */
async function undo(state: State): Promise<void> {
  await state.handle.truncate(state.end).catch(() => undefined);
}

function place(state: State, entry: Pick<Entry, 'seq' | 'id' | 'chat' | 'from' | 'key'>, length: number): void {
  state.places.set(entry.seq, { offset: state.end, length });
  state.end += length;
  state.index.add(entry);
}

async function readEntry(state: State, seq: number): Promise<Entry | undefined> {
  const line = state.places.get(seq);
  if (line === undefined) return undefined;
  const { buffer } = await state.handle.read(Buffer.alloc(line.length), 0, line.length, line.offset);
  return Entry.parse(JSON.parse(buffer.toString('utf8')));
}

async function opened(file: string): Promise<State> {
  const handle = await open(file, 'a+');
  try {
    return await loaded(handle);
  } catch (cause) {
    await handle.close();
    throw new Error(`${file} is damaged`, { cause });
  }
}

async function loaded(handle: FileHandle): Promise<State> {
  const lines = linesOf(handle);
  const first = await lines.next();
  if (first.done === true) return begun(handle);

  const { world } = Head.parse(JSON.parse(first.value.toString('utf8')));
  const state: State = { handle, world, index: createLogIndex(), places: new Map(), end: first.value.length, lastSeq: 0 };
  for await (const bytes of lines) {
    const entry = Entry.parse(JSON.parse(bytes.toString('utf8')));
    place(state, entry, bytes.length);
    state.lastSeq = entry.seq;
  }
  await handle.truncate(state.end);
  return state;
}

async function begun(handle: FileHandle): Promise<State> {
  const world = randomBytes(5).toString('hex');
  const head = Buffer.from(`${JSON.stringify({ world })}\n`);
  await handle.truncate(0);
  await handle.appendFile(head);
  await handle.datasync();
  return { handle, world, index: createLogIndex(), places: new Map(), end: head.length, lastSeq: 0 };
}

/** Whole lines with their newline; what follows the last newline is left out. */
async function* linesOf(handle: FileHandle): AsyncGenerator<Buffer, void> {
  let rest: Buffer = Buffer.alloc(0);
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      yield rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
    }
  }
}
