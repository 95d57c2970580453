import { expect } from 'chai';
import { aSmallWeb, STREET, type SmallWeb } from '../support/small-web.ts';

describe('what piles up, over HTTP', () => {
  let web: SmallWeb;
  before(async () => (web = await aSmallWeb()));
  after(() => web.stop());

  const get = (query: string) => web.get(`/api/hotspots${query}`, { authorization: `Bearer ${STREET}` });

  it('is asked for on behalf of whoever calls, since a moment', async () => {
    const answer = await get(`?since=${encodeURIComponent('2026-11-01T00:00:00+08:00')}`);
    expect(answer.status).to.equal(200);
    expect(web.queries.at(-1)).to.deep.include({ query: { since: '2026-11-01T00:00:00+08:00' } });
    expect(web.queries.at(-1)).to.have.nested.property('caller.kind', 'person');
  });

  it('needs no moment, but no other word either', async () => {
    expect((await get('')).status).to.equal(200);
    expect((await get('?since=yesterday')).status).to.equal(400);
    expect((await get('?before=2026-11-01T00:00:00Z')).status).to.equal(400);
  });

  it('is nothing for strangers', async () => expect((await web.get('/api/hotspots')).status).to.equal(401));
});
