import { expect } from 'chai';
import mongoose, { Schema, type Model } from 'mongoose';
import type { Store } from '../../models/connect.ts';
import { onEachStore } from './support/stores.ts';

const { trusted } = mongoose;

interface Entry {
  seq: number;
  type: string;
  at: Date;
  data?: unknown;
}

interface Matter {
  _id: string;
  version: number;
  nextDueAt?: Date;
  owing?: string[];
  origin?: string;
  place?: { grid: string; building?: string | null };
  timeline: Entry[];
  note?: unknown;
}

const day = (nth: number): Date => new Date(Date.UTC(2026, 0, nth));
const entry = (seq: number): Entry => ({ seq, type: 'moved', at: day(seq) });
const matter = (_id: string, fields: Partial<Matter> = {}): Matter => ({ _id, version: 1, timeline: [entry(1)], ...fields });

function mattersOf({ connection }: Store): Model<Matter> {
  if (connection.models['Matter'] !== undefined) return connection.model<Matter>('Matter');
  const { Mixed } = Schema.Types;
  const schema = new Schema<Matter>(
    { _id: String, version: Number, nextDueAt: Date, owing: Mixed, origin: String, place: Mixed, timeline: [Mixed], note: Mixed },
    { versionKey: false, minimize: false },
  );
  schema.index({ nextDueAt: 1 }).index({ origin: 1 }, { unique: true, sparse: true }).index({ 'place.grid': 1, nextDueAt: 1 });
  return connection.model<Matter>('Matter', schema);
}

async function failure(work: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await work;
  } catch (error) {
    return error as Record<string, unknown>;
  }
  throw new Error('It was expected to fail');
}

describe('a store', () => {
  onEachStore((store) => {
    let matters: Model<Matter>;
    const ids = async (filter: object): Promise<string[]> => (await matters.find(filter).sort({ _id: 1 }).lean()).map(({ _id }) => _id);

    before(async () => {
      matters = mattersOf(store());
      await store().ensureIndexes();
    });
    beforeEach(async () => { await matters.deleteMany({}); });

    describe('keeping documents', () => {
      it('gives back what it was given, dates as dates and nothing for what was undefined', async () => {
        await matters.create(matter('a', { nextDueAt: day(3), note: { deep: [{ at: day(4) }, null, 1.5, true], gone: undefined } }));
        expect(await matters.findById('a').lean()).to.deep.equal({
          _id: 'a', version: 1, nextDueAt: day(3), timeline: [entry(1)], note: { deep: [{ at: day(4) }, null, 1.5, true] },
        });
      });

      it('keeps documents that were changed through Mongoose and saved again', async () => {
        const document = await matters.create(matter('a'));
        document.timeline.push(entry(2));
        document.set('owing', ['letter']);
        await document.save();
        expect(await matters.findById('a').lean()).to.deep.equal(matter('a', { timeline: [entry(1), entry(2)], owing: ['letter'] }));
      });

      it('is not changed by what a caller does to what it was given, where the caller can do anything', async () => {
        await matters.create(matter('a', { nextDueAt: day(1) }));
        const read = await matters.findById('a').lean();
        read?.nextDueAt?.setFullYear(1999);
        if (!Object.isFrozen(read?.timeline)) read?.timeline.push(entry(9));
        expect(await matters.findById('a').lean()).to.deep.equal(matter('a', { nextDueAt: day(1) }));
      });

      it('answers undefined, null or nothing for what is not there', async () => {
        expect(await matters.findById('nobody').lean()).to.equal(null);
        expect(await matters.find({ version: 7 }).lean()).to.deep.equal([]);
      });
    });

    describe('refusing duplicates', () => {
      it('refuses a second document with an id, with code 11000', async () => {
        await matters.create(matter('a'));
        expect(await failure(matters.create(matter('a', { version: 2 })))).to.include({ code: 11000, name: 'MongoServerError' });
        expect((await matters.findById('a').lean())?.version).to.equal(1);
      });

      it('refuses a second value in a unique index, and lets documents without one be', async () => {
        await matters.create([matter('a', { origin: 'x' }), matter('b'), matter('c')]);
        expect(await failure(matters.create(matter('d', { origin: 'x' })))).to.include({ code: 11000 });
        expect(await failure(matters.updateOne({ _id: 'b' }, { $set: { origin: 'x' } }))).to.include({ code: 11000 });
        expect(await ids({})).to.deep.equal(['a', 'b', 'c']);
        expect((await matters.findById('b').lean())?.origin).to.equal(undefined);
      });

      it('frees a unique value when its document goes', async () => {
        await matters.create(matter('a', { origin: 'x' }));
        await matters.deleteOne({ _id: 'a' });
        await matters.create(matter('b', { origin: 'x' }));
        expect(await ids({ origin: 'x' })).to.deep.equal(['b']);
      });

      it('inserts all others and lists the duplicates when order does not matter', async () => {
        await matters.create(matter('b'));
        const error = await failure(matters.insertMany([matter('a'), matter('b'), matter('c'), matter('a')], { ordered: false }));
        expect(error).to.include({ code: 11000, name: 'MongoBulkWriteError' });
        expect((error['writeErrors'] as { index: number; code: number }[]).map(({ index, code }) => [index, code])).to.deep.equal([[1, 11000], [3, 11000]]);
        expect(await ids({})).to.deep.equal(['a', 'b', 'c']);
      });

      it('stops at the first duplicate when order matters', async () => {
        await matters.create(matter('b'));
        expect(await failure(matters.insertMany([matter('a'), matter('b'), matter('c')]))).to.include({ code: 11000 });
        expect(await ids({})).to.deep.equal(['a', 'b']);
      });
    });

    describe('finding', () => {
      beforeEach(async () => {
        await matters.create([
          matter('a', { nextDueAt: day(1), place: { grid: 'g1', building: '4' }, owing: ['x', 'y'] }),
          matter('b', { nextDueAt: day(2), place: { grid: 'g2', building: null }, version: 2, timeline: [entry(1), entry(2)] }),
          matter('c', { place: { grid: 'g1' }, version: 3, owing: [], note: [1, 10] }),
          matter('d', { nextDueAt: day(4), version: 4, note: 'Hello' }),
        ]);
      });

      const cases: [string, object, string[]][] = [
        ['equality', { version: 2 }, ['b']],
        ['equality of a field inside', { 'place.grid': 'g1' }, ['a', 'c']],
        ['equality of a date', { nextDueAt: day(2) }, ['b']],
        ['null, also for what is missing', { 'place.building': null }, ['b', 'c', 'd']],
        ['a value in a list', { owing: 'y' }, ['a']],
        ['a field of the elements of a list', { 'timeline.seq': 2 }, ['b']],
        ['a field of one element of a list', { 'timeline.1.seq': 2 }, ['b']],
        ['$in', { version: trusted({ $in: [1, 4] }) }, ['a', 'd']],
        ['$in with dates', { nextDueAt: trusted({ $in: [day(4), day(9)] }) }, ['d']],
        ['$in of nothing', { version: trusted({ $in: [] }) }, []],
        ['$nin, also for what is missing', { nextDueAt: trusted({ $nin: [day(1), day(2)] }) }, ['c', 'd']],
        ['$ne, also for what is missing', { nextDueAt: trusted({ $ne: day(1) }) }, ['b', 'c', 'd']],
        ['$lt of dates, never for what is missing', { nextDueAt: trusted({ $lt: day(2) }) }, ['a']],
        ['$lte of dates', { nextDueAt: trusted({ $lte: day(2) }) }, ['a', 'b']],
        ['$gt and $lt together', { nextDueAt: trusted({ $gt: day(1), $lt: day(4) }) }, ['b']],
        ['$gte of ids', { _id: trusted({ $gte: 'c' }) }, ['c', 'd']],
        ['$exists', { nextDueAt: trusted({ $exists: false }) }, ['c']],
        ['$exists of an element', { 'owing.0': trusted({ $exists: true }) }, ['a']],
        ['$or', { $or: [{ version: 4 }, { 'place.grid': 'g2' }] }, ['b', 'd']],
        ['$and', { $and: [{ 'place.grid': 'g1' }, { version: trusted({ $gt: 1 }) }] }, ['c']],
        ['$and on an indexed field', { $and: [{ nextDueAt: trusted({ $gte: day(2) }) }, { nextDueAt: trusted({ $lte: day(2) }) }] }, ['b']],
        ['$nor', { $nor: [{ version: 1 }, { version: 2 }] }, ['c', 'd']],
        ['$not', { version: trusted({ $not: { $gt: 2 } }) }, ['a', 'b']],
        ['$elemMatch', { timeline: trusted({ $elemMatch: { seq: 2, at: { $gte: day(2) } } }) }, ['b']],
        ['$elemMatch that no single element meets', { timeline: trusted({ $elemMatch: { seq: 2, at: day(1) } }) }, []],
        ['$size', { owing: trusted({ $size: 0 }) }, ['c']],
        ['$all', { owing: trusted({ $all: ['x', 'y'] }) }, ['a']],
        ['a pattern', { note: /^hel/i }, ['d']],
        ['numbers and texts kept apart', { note: trusted({ $gt: 5 }) }, ['c']],
      ];
      for (const [what, filter, found] of cases) {
        it(`knows ${what}`, async () => { expect(await ids(filter)).to.deep.equal(found); });
      }

      it('gives what is due, earliest first, up to a limit', async () => {
        const due = await matters.find({ nextDueAt: trusted({ $lte: day(3) }) }).sort({ nextDueAt: 1 }).limit(1).lean();
        expect(due.map(({ _id }) => _id)).to.deep.equal(['a']);
      });

      it('puts what has no value first when sorting upwards, last when sorting downwards', async () => {
        const sorted = async (direction: 1 | -1): Promise<string[]> => (await matters.find().sort({ nextDueAt: direction }).lean()).map(({ _id }) => _id);
        expect(await sorted(1)).to.deep.equal(['c', 'a', 'b', 'd']);
        expect(await sorted(-1)).to.deep.equal(['d', 'b', 'a', 'c']);
      });

      it('sorts by several fields, and skips', async () => {
        const page = await matters.find().sort({ 'place.grid': -1, version: -1 }).skip(1).limit(2).lean();
        expect(page.map(({ _id }) => _id)).to.deep.equal(['c', 'a']);
      });

      it('gives only the fields asked for', async () => {
        expect(await matters.find({ _id: 'b' }, { version: 1 }).lean()).to.deep.equal([{ _id: 'b', version: 2 }]);
        expect(await matters.find({ _id: 'a' }, { _id: 0, 'place.grid': 1 }).lean()).to.deep.equal([{ place: { grid: 'g1' } }]);
        expect(await matters.findOne({ _id: 'd' }, { timeline: 0, note: 0 }).lean()).to.deep.equal({ _id: 'd', version: 4, nextDueAt: day(4) });
        expect(await matters.find({ version: 3 }, { _id: 1 }).lean()).to.deep.equal([{ _id: 'c' }]);
      });

      it('counts, and lists distinct values', async () => {
        expect(await matters.countDocuments({ 'place.grid': 'g1' })).to.equal(2);
        expect(await matters.countDocuments({ version: trusted({ $gt: 1 }) }).limit(2)).to.equal(2);
        expect(await matters.estimatedDocumentCount()).to.equal(4);
        expect((await matters.distinct('place.grid')).toSorted()).to.deep.equal(['g1', 'g2']);
        expect((await matters.distinct('owing', { _id: 'a' })).toSorted()).to.deep.equal(['x', 'y']);
      });

      it('can be read one by one', async () => {
        const read: string[] = [];
        for await (const { _id } of matters.find().sort({ _id: 1 }).lean().cursor()) read.push(_id);
        expect(read).to.deep.equal(['a', 'b', 'c', 'd']);
      });

      it('groups and adds up', async () => {
        const groups = await matters.aggregate([
          { $match: { 'place.grid': { $exists: true } } },
          { $group: { _id: '$place.grid', count: { $sum: 1 }, newest: { $max: '$version' } } },
          { $sort: { _id: 1 } },
        ]);
        expect(groups).to.deep.equal([{ _id: 'g1', count: 2, newest: 3 }, { _id: 'g2', count: 1, newest: 2 }]);
      });

      it('unwinds lists', async () => {
        const entries = await matters.aggregate([{ $unwind: '$timeline' }, { $match: { 'timeline.seq': 2 } }, { $project: { _id: 1, seq: '$timeline.seq' } }]);
        expect(entries).to.deep.equal([{ _id: 'b', seq: 2 }]);
      });
    });

    describe('changing', () => {
      beforeEach(async () => { await matters.create(matter('a', { nextDueAt: day(1), place: { grid: 'g1' } })); });
      const now = (): Promise<Matter | null> => matters.findById('a').lean<Matter>();

      it('changes a document only in the version it was read in', async () => {
        const write = async (): Promise<number> => (await matters.updateOne({ _id: 'a', version: 1 }, { $set: { version: 2 }, $push: { timeline: entry(2) } })).matchedCount;
        expect(await Promise.all([write(), write(), write()])).to.have.members([1, 0, 0]);
        expect(await now()).to.deep.include({ version: 2, timeline: [entry(1), entry(2)] });
      });

      it('tells matched from modified', async () => {
        expect(await matters.updateOne({ _id: 'a' }, { $set: { version: 1 } })).to.include({ matchedCount: 1, modifiedCount: 0 });
        expect(await matters.updateOne({ _id: 'a' }, { $set: { version: 5 } })).to.include({ matchedCount: 1, modifiedCount: 1 });
        expect(await matters.updateOne({ _id: 'z' }, { $set: { version: 5 } })).to.include({ matchedCount: 0, modifiedCount: 0 });
      });

      it('sets, unsets and adds inside a document', async () => {
        await matters.updateOne({ _id: 'a' }, { $set: { 'place.building': '4', 'timeline.0.type': 'x' }, $unset: { nextDueAt: '' }, $inc: { version: 2 } });
        expect(await now()).to.deep.equal(matter('a', { version: 3, place: { grid: 'g1', building: '4' }, timeline: [{ ...entry(1), type: 'x' }] }));
      });

      it('adds to lists and takes from them', async () => {
        await matters.updateOne({ _id: 'a' }, { $push: { owing: { $each: ['x', 'y', 'z'] } } });
        await matters.updateOne({ _id: 'a' }, { $addToSet: { owing: { $each: ['y', 'new', 'new'] } } });
        await matters.updateOne({ _id: 'a' }, { $pull: { owing: trusted({ $in: ['x', 'z'] }) } });
        expect((await now())?.owing).to.deep.equal(['y', 'new']);
      });

      it('keeps only the newest of a list', async () => {
        await matters.updateOne({ _id: 'a' }, { $push: { timeline: { $each: [entry(2), entry(3)], $slice: -2 } } });
        expect((await now())?.timeline).to.deep.equal([entry(2), entry(3)]);
      });

      it('changes the elements that a filter names', async () => {
        await matters.updateOne({ _id: 'a' }, { $push: { timeline: entry(2) } });
        await matters.updateOne({ _id: 'a' }, { $set: { 'timeline.$[second].type': 'x' } }, { arrayFilters: [{ 'second.seq': 2 }] });
        expect((await now())?.timeline.map(({ type }) => type)).to.deep.equal(['moved', 'x']);
      });

      it('raises and lowers only in one direction', async () => {
        await matters.updateOne({ _id: 'a' }, { $max: { version: 9 }, $min: { nextDueAt: day(9) } });
        expect(await now()).to.deep.include({ version: 9, nextDueAt: day(1) });
      });

      it('changes all that match, and finds them by their new values', async () => {
        await matters.create([matter('b', { nextDueAt: day(2) }), matter('c', { nextDueAt: day(8) })]);
        expect(await matters.updateMany({ nextDueAt: trusted({ $lte: day(2) }) }, { $set: { nextDueAt: day(20) } })).to.include({ modifiedCount: 2 });
        expect(await ids({ nextDueAt: trusted({ $gte: day(20) }) })).to.deep.equal(['a', 'b']);
        expect(await ids({ nextDueAt: trusted({ $lt: day(20) }) })).to.deep.equal(['c']);
      });

      it('replaces a document in its version', async () => {
        expect(await matters.replaceOne({ _id: 'a', version: 1 }, matter('a', { version: 2 }))).to.include({ matchedCount: 1 });
        expect(await now()).to.deep.equal(matter('a', { version: 2 }));
        expect(await matters.replaceOne({ _id: 'a', version: 1 }, matter('a', { version: 3 }))).to.include({ matchedCount: 0 });
      });

      it('makes what is missing when asked to', async () => {
        const made = await matters.updateOne({ _id: 'z', origin: 'o' }, { $set: { version: 7 }, $setOnInsert: { note: 'new' } }, { upsert: true });
        expect(made).to.include({ matchedCount: 0, upsertedCount: 1, upsertedId: 'z' });
        await matters.updateOne({ _id: 'z' }, { $setOnInsert: { note: 'again' } }, { upsert: true });
        expect(await matters.findById('z').lean()).to.deep.include({ _id: 'z', origin: 'o', version: 7, note: 'new' });
      });

      it('counts upwards without ever giving a number twice', async () => {
        const next = async (): Promise<number | undefined> =>
          (await matters.findOneAndUpdate({ _id: 'counter' }, { $inc: { version: 1 } }, { upsert: true, returnDocument: 'after' }).lean()).version;
        await next();
        expect((await Promise.all([next(), next(), next()])).toSorted()).to.deep.equal([2, 3, 4]);
      });

      it('gives a document as it was, or as it became', async () => {
        expect(await matters.findOneAndUpdate({ _id: 'a' }, { $set: { version: 2 } }).lean()).to.include({ version: 1 });
        expect(await matters.findOneAndUpdate({ _id: 'a' }, { $set: { version: 3 } }, { returnDocument: 'after' }).lean()).to.include({ version: 3 });
        expect(await matters.findOneAndUpdate({ _id: 'z' }, { $set: { version: 3 } }).lean()).to.equal(null);
      });

      it('takes the first in the order asked for', async () => {
        await matters.create(matter('b', { nextDueAt: day(0) }));
        expect(await matters.findOneAndUpdate({ version: 1 }, { $set: { version: 2 } }, { sort: { nextDueAt: 1 } }).lean()).to.include({ _id: 'b' });
      });

      it('removes and gives what it removed', async () => {
        expect(await matters.findOneAndDelete({ _id: 'a' }).lean()).to.include({ _id: 'a' });
        expect(await matters.findOneAndDelete({ _id: 'a' }).lean()).to.equal(null);
        await matters.create([matter('b'), matter('c')]);
        expect(await matters.deleteOne({ version: 1 })).to.include({ deletedCount: 1 });
        expect(await matters.deleteMany({})).to.include({ deletedCount: 1 });
      });

      it('never changes an id', async () => {
        expect(await failure(matters.collection.updateOne({ _id: 'a' } as object, { $set: { _id: 'b' } }))).to.have.property('code');
        expect(await ids({})).to.deep.equal(['a']);
      });

      it('does many writes in one go and says what they did', async () => {
        const done = await matters.bulkWrite([
          { insertOne: { document: matter('b') } },
          { updateOne: { filter: { _id: 'a' }, update: { $set: { version: 2 } } } },
          { updateOne: { filter: { _id: 'c' }, update: { $set: { version: 3 } }, upsert: true } },
          { updateMany: { filter: {}, update: { $set: { note: 1 } } } },
          { deleteOne: { filter: { _id: 'b' } } },
        ]);
        expect(done).to.include({ insertedCount: 1, deletedCount: 1, upsertedCount: 1, matchedCount: 4 });
        expect(await ids({ note: 1 })).to.deep.equal(['a', 'c']);
      });

      it('goes on after a failed write when order does not matter', async () => {
        const writes = matters.bulkWrite([{ insertOne: { document: matter('a') } }, { insertOne: { document: matter('b') } }], { ordered: false });
        expect(await failure(writes)).to.include({ code: 11000 });
        expect(await ids({})).to.deep.equal(['a', 'b']);
      });
    });

    describe('guarding filters', () => {
      it('takes operators from outside for plain values', async () => {
        await matters.create(matter('a'));
        const fromOutside: unknown = JSON.parse('{"$gt":""}');
        expect(await failure(matters.findOne({ _id: fromOutside as string }).exec())).to.include({ name: 'CastError' });
      });
    });

    it('refuses a filter on a field that nobody declared, instead of matching everything', async () => {
      expect(await failure(matters.deleteMany({ colour: 'red' } as object).exec())).to.include({ name: 'StrictModeError' });
    });

    it('lists its indexes', async () => {
      expect((await matters.listIndexes()).map(({ name }: { name: string }) => name)).to.have.members(['_id_', 'nextDueAt_1', 'origin_1', 'place.grid_1_nextDueAt_1']);
    });

    it('answers a ping', async () => { await store().ping(); });
  });
});
