import { expect } from 'chai';
import { candidatesFor } from '../../../models/embedded/candidates.ts';
import { Documents } from '../../../models/embedded/documents.ts';

describe('the documents looked at for a filter', () => {
  it('are those of a range, not all in the order asked for', async () => {
    const documents = await ranked(200);
    const { documents: looked } = candidatesFor(documents, { alike: { $gte: 'b ', $lt: 'b!' } }, [['rank', -1]]);
    expect([...looked].map(({ _id }) => _id).sort()).to.deep.equal(['101', '151', '51', '1'].sort());
  });

  it('are walked in the order asked for when its own field has the range', async () => {
    const documents = await ranked(200);
    const { documents: looked, ordered } = candidatesFor(documents, { alike: { $gte: 'b ' }, rank: { $lte: '00002' } }, [['rank', -1]]);
    expect(ordered).to.equal(true);
    expect([...looked].map(({ _id }) => _id)).to.deep.equal(['2', '1', '0']);
  });

  it('are walked in the order asked for when nothing else narrows them', async () => {
    const documents = await ranked(4);
    expect(candidatesFor(documents, { status: 'open' }, [['rank', 1]]).ordered).to.equal(true);
  });
});

/** So many documents in the order of their rank; every fiftieth from the second on has a key that begins with b. */
async function ranked(count: number): Promise<Documents> {
  const documents = new Documents('things');
  for (const field of ['rank', 'alike']) await documents.createIndex({ name: field, key: { [field]: 1 }, unique: false, sparse: false });
  for (let nth = 0; nth < count; nth++) {
    const rank = String(nth).padStart(5, '0');
    documents.insert({ _id: String(nth), rank, alike: `${nth % 50 === 1 ? 'b' : 'c'} ${rank}`, status: 'open' });
  }
  return documents;
}
