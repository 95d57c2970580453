import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createMediaFolder } from '../../bot/media-folder.ts';
import { createMediaStore } from '../../bot/media-store.ts';
import type { MediaShelf } from '../../handlers/ports/media.ts';
import { connectStore, type Store } from '../../models/connect.ts';
import { createMediaGrid } from '../../models/media-grid.ts';
import { at } from '../support/local-time.ts';
import { aPng } from '../support/pictures.ts';

const all = async (ids: AsyncIterable<string>) => {
  const found: string[] = [];
  for await (const id of ids) found.push(id);
  return found.sort();
};

/** What every place for files must do. */
function keepsFiles(open: () => MediaShelf): void {
  let shelf: MediaShelf;
  beforeEach(() => { shelf = open(); });

  it('gives back what was kept, byte for byte, to whoever looks', async () => {
    const large = Buffer.alloc(700_000, 'one after another ');
    await shelf.keep('large.mp4', large, at('2026-07-06 10:00'));
    await shelf.keep('empty.pdf', Buffer.alloc(0), at('2026-07-06 10:00'));
    expect(Buffer.from((await open().read('large.mp4')) ?? []).equals(large)).to.equal(true);
    expect((await shelf.read('empty.pdf'))?.byteLength).to.equal(0);
    expect(await shelf.read('none.png')).to.equal(undefined);
  });

  it('removes a file for good, and is content when it is gone already', async () => {
    await shelf.keep('a.png', Buffer.from('a'), at('2026-07-06 10:00'));
    await shelf.remove('a.png');
    await shelf.remove('a.png');
    expect(await open().read('a.png')).to.equal(undefined);
  });

  it('lets several remove the same file at once', async () => {
    await shelf.keep('a.png', Buffer.from('a'), at('2026-07-06 10:00'));
    await Promise.all([1, 2, 3].map(() => open().remove('a.png')));
    expect(await open().read('a.png')).to.equal(undefined);
  });

  it('knows which were kept before a moment, by the time they were kept at', async () => {
    for (const [id, when] of [['old.png', '2026-07-01 10:00'], ['new.png', '2026-07-06 10:00']] as const) await shelf.keep(id, Buffer.from('a'), at(when));
    expect(await all(shelf.keptBefore(at('2026-07-06 10:00')))).to.deep.equal(['old.png']);
    expect(await all(shelf.keptBefore(at('2026-06-01 10:00')))).to.deep.equal([]);
    expect(await all(shelf.keptBefore(at('2027-01-01 00:00')))).to.deep.equal(['new.png', 'old.png']);
  });

  it('keeps what the media store puts, under a name of its own', async () => {
    const media = createMediaStore(shelf, () => at('2026-07-06 10:00'));
    const put = await media.put(aPng('where it was taken'), '../../etc/passwd');
    if (!put.ok) throw new Error(put.refusal);
    const kept = await media.get(put.id);
    expect([kept?.type, Buffer.from(kept?.bytes ?? []).includes('where it was taken')]).to.deep.equal(['image/png', false]);
    expect(await media.get('../../etc/passwd')).to.equal(undefined);
    expect(await all(media.keptBefore(at('2026-07-07 10:00')))).to.deep.equal([put.id]);
    await media.remove(put.id);
    expect(await media.get(put.id)).to.equal(undefined);
  });
}

describe('a place for files', () => {
  describe('in a folder', () => {
    let folder: string;
    beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'shelf-'))));
    afterEach(() => rm(folder, { recursive: true }));
    keepsFiles(() => createMediaFolder(folder));

    it('leaves nothing behind', async () => {
      const shelf = createMediaFolder(folder);
      await shelf.keep('ab.png', Buffer.from('a'), at('2026-07-06 10:00'));
      await shelf.remove('ab.png');
      expect(await readdir(join(folder, 'ab'))).to.deep.equal([]);
      expect(await all(createMediaFolder(join(folder, 'not-there')).keptBefore(at('2027-01-01 00:00')))).to.deep.equal([]);
    });
  });

  describe('in GridFS', () => {
    const uri = process.env['MONGODB_TEST_URI'];
    if (uri === undefined) {
      it.skip('skipped, because MONGODB_TEST_URI names no server');
      return;
    }
    let store: Store;
    before(async () => {
      store = await connectStore({ uri, dataDir: '' });
    });
    beforeEach(() => store.connection.dropDatabase());
    after(async () => {
      await store.connection.dropDatabase();
      await store.close();
    });
    keepsFiles(() => createMediaGrid(store.connection));
  });

  it('is not the embedded store', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'no-grid-'));
    const store = await connectStore({ dataDir: folder });
    expect(() => createMediaGrid(store.connection)).to.throw('GridFS needs MongoDB');
    await store.close();
    await rm(folder, { recursive: true });
  });
});
