import { expect } from 'chai';
import { createDirectory } from '../../../domain/directory/directory.ts';
import { openRecord, removeRecord, sectionNamed, takeDown, type Recording } from '../../../handlers/records/recording.ts';
import type { OpenStores } from '../../../models/open-stores.ts';
import { morning, onKeptStores } from '../../models/support/kept.ts';
import { wuchang } from '../../support/rules.ts';
import { smallDirectory } from '../../support/small-directory.ts';

const everybody = smallDirectory();
const people = sectionNamed(wuchang.mechanism.records!, 'people')!;
const phone = people.fields.find(({ type }) => type === 'phone')!.id;

describe('a record that is removed', () => {
  onKeptStores((start) => {
    let stores: OpenStores;
    let directory = createDirectory(everybody);
    beforeEach(() => {
      stores = start().stores;
      directory = createDirectory(everybody);
    });
    const recording = (): Recording => ({ ...stores, directory: () => directory, now: () => morning });
    const about = async (name: string) => {
      const record = await openRecord(recording(), 'g1', people, name);
      return takeDown(recording(), people, record, { [phone]: '13800001111' }, 'p-worker');
    };

    it('takes nothing from somebody whom the directory has dropped meanwhile', async () => {
      const words = await stores.sealer.seal('p-wang', '四号楼漏水');
      const record = await about('王兰');
      directory = createDirectory({ ...everybody, people: everybody.people.filter(({ id }) => id !== 'p-wang'), rooms: [] });
      await removeRecord(recording(), record);
      expect(await stores.gridRecords.of('g1')).to.deep.equal([]);
      expect(await stores.sealer.open(words)).to.equal('四号楼漏水');
    });

    it('cannot be read any more in a copy, when it was about nobody of the directory', async () => {
      const record = await about('何秀英');
      await removeRecord(recording(), record);
      expect(await stores.sealer.open(record.fields[phone]!.value)).to.equal(undefined);
    });
  });
});
