import { expect } from 'chai';
import type { GridRecord } from '../../domain/records.ts';
import { VersionConflict } from '../../handlers/ports/kept.ts';
import { failure, morning, onKeptStores } from './support/kept.ts';

describe('what was collected of a grid', () => {
  onKeptStores((start, store) => {
    const house = { id: 'rec-1', grid: 'g1', section: 'houses', name: '~sealed~', owner: 'rec-1' };
    const withArea = (record: GridRecord): GridRecord => ({ ...record, fields: { area: { value: '89', at: morning, by: 'zhou' } }, version: record.version + 1 });

    it('is found again by its name, in whatever process, though the name is not there to be read', async () => {
      const opened = await start().stores.gridRecords.open(house, '6号楼2单元203');
      const { gridRecords } = start().stores;
      expect(await gridRecords.named('g1', 'houses', ' 6号楼 2单元203')).to.deep.equal(opened);
      expect(await gridRecords.named('g2', 'houses', '6号楼2单元203')).to.equal(undefined);
      expect(await gridRecords.named('g1', 'people', '6号楼2单元203')).to.equal(undefined);
      expect(JSON.stringify(await store().connection.collection('gridRecords').find({}).toArray())).to.not.match(/单元|(?<![0-9a-f.])203(?![0-9a-f])/);
    });

    it('is opened once, however many open it', async () => {
      const { gridRecords } = start().stores;
      const opened = await Promise.all(['rec-1', 'rec-2', 'rec-3'].map((id) => gridRecords.open({ ...house, id }, '203')));
      expect(new Set(opened.map(({ id }) => id)).size).to.equal(1);
      expect(await gridRecords.of('g1')).to.have.length(1);
    });

    it('is changed only as it was read', async () => {
      const { gridRecords } = start().stores;
      const opened = await gridRecords.open(house, '203');
      await gridRecords.change(opened, withArea(opened));
      expect((await gridRecords.get('rec-1'))?.fields).to.deep.equal({ area: { value: '89', at: morning, by: 'zhou' } });
      expect(await failure(gridRecords.change(opened, withArea(opened)))).to.be.instanceOf(VersionConflict);
    });

    it('can be removed, and forgotten with the person it is about', async () => {
      const { gridRecords } = start().stores;
      await gridRecords.open(house, '203');
      await gridRecords.open({ ...house, id: 'rec-2', owner: 'wang' }, '204');
      await gridRecords.open({ ...house, id: 'rec-3', owner: 'wang' }, '205');
      await gridRecords.remove('rec-1');
      expect((await gridRecords.of('g1')).map(({ id }) => id)).to.deep.equal(['rec-2', 'rec-3']);
      await gridRecords.forget('wang');
      expect(await gridRecords.of('g1')).to.deep.equal([]);
    });
  });
});
