import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectStore, type Store } from '../../../models/connect.ts';

/** A folder of its own under the system's temporary one, and how to remove it. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'shaozi-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs the same examples on the embedded store, and on a MongoDB server when MONGODB_TEST_URI names one. */
export function onEachStore(behaviour: (store: () => Store) => void): void {
  describe('on the embedded store', () => {
    let opened: Store;
    let removeFolder: () => Promise<void>;
    before(async () => {
      const { folder, remove } = await temporaryFolder();
      removeFolder = remove;
      opened = await connectStore({ dataDir: folder });
    });
    after(async () => {
      await opened.close();
      await removeFolder();
    });
    behaviour(() => opened);
  });

  const uri = process.env['MONGODB_TEST_URI'];
  if (uri === undefined) {
    it.skip('on MongoDB: skipped, because MONGODB_TEST_URI names no server');
    return;
  }
  describe('on MongoDB', () => {
    let opened: Store;
    before(async () => {
      opened = await connectStore({ uri, dataDir: '' });
      await opened.connection.dropDatabase();
    });
    after(async () => {
      await opened.connection.dropDatabase();
      await opened.close();
    });
    behaviour(() => opened);
  });
}
