import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { appendFile, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { connectStore, type Store } from '../../../models/connect.ts';
import type { EmbeddedCollection } from '../../../models/embedded/collection.ts';
import { EmbeddedDatabase } from '../../../models/embedded/driver.ts';
import { temporaryFolder } from '../support/stores.ts';

interface Matter {
  _id: string;
  version: number;
  at?: Date;
  text?: string;
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return await work.then(() => undefined, (error: unknown) => error);
}

/** What the first list has that the second has not. */
function differing(one: readonly Matter[], other: readonly Matter[]): Matter[] {
  const known = new Set(other.map((matter) => JSON.stringify(matter)));
  return one.filter((matter) => !known.has(JSON.stringify(matter)));
}

const mattersOf = (store: Store) => store.connection.collection<Matter>('matters');

describe('the embedded store', () => {
  let dataDir: string;
  let remove: () => Promise<void>;
  let open: Store[];
  beforeEach(async () => {
    ({ folder: dataDir, remove } = await temporaryFolder());
    open = [];
  });
  afterEach(async () => {
    for (const store of open) await store.close();
    await remove();
  });

  const file = (): string => join(dataDir, 'matters.db');
  const start = async (): Promise<Store> => {
    const store = await connectStore({ dataDir });
    open.push(store);
    return store;
  };
  const stop = async (store: Store): Promise<void> => {
    open.splice(open.indexOf(store), 1);
    await store.close();
  };
  /** The collection itself, which whoever wrote before still holds after the store is closed. */
  const opened = (store: Store): EmbeddedCollection => {
    const database: unknown = store.connection.db;
    if (!(database instanceof EmbeddedDatabase)) throw new Error('Not the embedded store');
    return database.collection('matters');
  };
  const all = async (store: Store): Promise<Matter[]> => await mattersOf(store).find({}).sort({ _id: 1 }).toArray();
  const seeded = async (): Promise<void> => {
    const store = await start();
    await mattersOf(store).insertMany([{ _id: 'a', version: 1, at: new Date(5) }, { _id: 'b', version: 1 }, { _id: 'c"\\\n', version: 1, text: '"$$deleted":true}' }]);
    await mattersOf(store).updateOne({ _id: 'a' }, { $set: { version: 2 } });
    await mattersOf(store).deleteOne({ _id: 'b' });
    await stop(store);
  };
  const kept: Matter[] = [{ _id: 'a', version: 2, at: new Date(5) }, { _id: 'c"\\\n', version: 1, text: '"$$deleted":true}' }];

  it('has everything again after a restart', async () => {
    await seeded();
    expect(await all(await start())).to.deep.equal(kept);
  });

  it('cuts off a line that a crash tore, and goes on', async () => {
    await seeded();
    await appendFile(file(), '{"_id":"torn","vers');
    const store = await start();
    await mattersOf(store).insertOne({ _id: 'z', version: 1 });
    await stop(store);
    expect(await all(await start())).to.deep.equal([...kept, { _id: 'z', version: 1 }]);
  });

  it('has nothing but whole documents wherever the file is torn', async () => {
    await seeded();
    const whole = await readFile(file());
    for (let length = 0; length <= whole.length; length += 7) {
      await writeFile(file(), whole);
      await truncate(file(), length);
      const store = await start();
      const versions = (await all(store)).map(({ version }) => version);
      expect(versions.every((version) => version === 1 || version === 2), `torn at ${length}`).to.equal(true);
      await stop(store);
    }
  });

  it('refuses to start on a damaged file and says where', async () => {
    await writeFile(file(), '{"_id":"a","version":1}\nrubbish\n{"_id":"b","version":1}\n');
    expect(await failure(start())).to.include({ code: 'data-file-damaged', byte: 24 });
  });

  it('leaves no old form of a document in the file once compacted', async () => {
    const store = await start();
    await mattersOf(store).insertMany([{ _id: 'a', version: 1, text: 'first words' }, { _id: 'b', version: 1, text: 'other words' }]);
    await mattersOf(store).updateOne({ _id: 'a' }, { $set: { text: 'new' } });
    await mattersOf(store).deleteOne({ _id: 'b' });
    await store.compact('matters');
    const text = await readFile(file(), 'utf8');
    expect(text).to.equal('{"_id":"a","version":1,"text":"new"}\n');
  });

  it('keeps what is written while it compacts', async () => {
    const store = await start();
    const matters = mattersOf(store);
    await matters.insertMany(Array.from({ length: 2000 }, (_, nth) => ({ _id: `m${nth}`, version: 1, text: 'x'.repeat(500) })));
    const compacted = store.compact('matters');
    for (let nth = 0; nth < 300; nth++) {
      await matters.updateOne({ _id: `m${nth * 5}` }, { $set: { version: 2 } });
      await matters.deleteOne({ _id: `m${nth * 5 + 1}` });
      await matters.insertOne({ _id: `n${nth}`, version: 1 });
      await new Promise(setImmediate);
    }
    await compacted;
    const before = await all(store);
    await stop(store);
    expect(before).to.have.length(2000);
    const after = await all(await start());
    expect(differing(after, before)).to.deep.equal([]);
    expect(differing(before, after)).to.deep.equal([]);
  });

  it('writes nothing once it is closed, least of all into a file that was opened since', async () => {
    const store = await start();
    const matters = opened(store);
    await stop(store);
    const [other, another] = [join(dataDir, 'other'), join(dataDir, 'another')];
    const since = [openSync(other, 'w+'), openSync(another, 'w+')];
    const refusals = [await failure(matters.insertOne({ _id: 'late', version: 1 })), await failure(matters.compact())];
    for (const handle of since) closeSync(handle);
    for (const refusal of refusals) expect(refusal).to.include({ code: 'store-closed' });
    expect(await readFile(other, 'utf8') + await readFile(another, 'utf8') + await readFile(file(), 'utf8')).to.equal('');
  });

  it('leaves memory and file as they were when a document cannot be kept', async () => {
    const store = await start();
    await mattersOf(store).insertOne({ _id: 'a', version: 1 });
    const size = (await stat(file())).size;
    expect(await failure(mattersOf(store).updateOne({ _id: 'a' }, { $set: { text: Buffer.from('x') } as never }))).to.include({ code: 'not-in-embedded-store' });
    expect(await failure(mattersOf(store).insertOne({ _id: 7 as unknown as string, version: 1 }))).to.include({ code: 'not-in-embedded-store' });
    expect(await all(store)).to.deep.equal([{ _id: 'a', version: 1 }]);
    expect((await stat(file())).size).to.equal(size);
  });

  it('finds dates by a sparse index after they change and after a restart', async () => {
    const due = async (store: Store): Promise<string[]> => {
      const found = await mattersOf(store).find({ at: { $lte: new Date(10) } }).sort({ at: 1 }).toArray();
      return found.map(({ _id }) => _id);
    };
    const first = await start();
    await mattersOf(first).createIndex({ at: 1 }, { sparse: true }, {});
    await mattersOf(first).insertMany([{ _id: 'a', version: 1, at: new Date(9) }, { _id: 'b', version: 1, at: new Date(3) }, { _id: 'c', version: 1 }]);
    await mattersOf(first).updateOne({ _id: 'c' }, { $set: { at: new Date(5) } });
    await mattersOf(first).updateOne({ _id: 'b' }, { $unset: { at: '' } });
    expect(await due(first)).to.deep.equal(['c', 'a']);
    await stop(first);
    const second = await start();
    await mattersOf(second).createIndex({ at: 1 }, { sparse: true }, {});
    expect(await due(second)).to.deep.equal(['c', 'a']);
  });

  it('keeps several fields unique together', async () => {
    const matters = mattersOf(await start());
    await matters.createIndex({ version: 1, text: 1 }, { unique: true }, {});
    await matters.insertMany([{ _id: 'a', version: 1, text: 'x' }, { _id: 'b', version: 1, text: 'y' }, { _id: 'c', version: 2, text: 'x' }]);
    expect(await failure(matters.insertOne({ _id: 'd', version: 1, text: 'x' }))).to.include({ code: 11000 });
    expect(await failure(matters.updateOne({ _id: 'c' }, { $set: { version: 1 } }))).to.include({ code: 11000 });
    expect((await matters.find({ text: 'x' }).toArray()).map(({ version }) => version)).to.have.members([1, 2]);
  });

  it('belongs to one at a time', async () => {
    await start();
    expect(await failure(connectStore({ dataDir }))).to.include({ code: 'data-dir-busy', pid: process.pid });
  });

  it('is free again after closing, with nothing left behind but its files', async () => {
    await stop(await start());
    await seeded();
    expect(await readdir(dataDir)).to.deep.equal(['matters.db']);
  });

  it('is not taken from a process that lives', async () => {
    await writeFile(join(dataDir, 'lock'), JSON.stringify({ pid: process.ppid, startedAt: '', token: 'other' }));
    expect(await failure(connectStore({ dataDir }))).to.include({ code: 'data-dir-busy', pid: process.ppid });
  });

  it('is taken over from a dead process, also when its number has been given to another', async () => {
    for (const startedAt of ['1', '']) {
      const pid = startedAt === '' ? 2 ** 22 + 1 : process.ppid;
      await writeFile(join(dataDir, 'lock'), JSON.stringify({ pid, startedAt, token: 'dead' }));
      await stop(await start());
    }
  });

  it('has lost nothing that was answered when its process is killed', async () => {
    const writer = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../support/writer.ts'), dataDir]);
    let answered = '';
    writer.stdout.on('data', (text: Buffer) => {
      answered += text.toString();
      if (answered.length > 2000) writer.kill('SIGKILL');
    });
    await once(writer, 'close');
    const count = answered.split('\n').length - 1;
    const store = await start();
    expect(count).to.be.greaterThan(100);
    expect(await mattersOf(store).countDocuments({ version: 2 })).to.be.at.least(count);
    for (let nth = 1; nth <= count; nth++) expect(await mattersOf(store).findOne({ _id: `m${nth}` })).to.deep.equal({ _id: `m${nth}`, version: 2 });
  }).timeout(20_000);
});
