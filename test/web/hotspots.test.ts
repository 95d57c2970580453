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

  it('takes a day alone for its beginning in the district, as results do', async () => {
    const since = (path: string) => web.get(`${path}since=2026-11-01`, { authorization: `Bearer ${STREET}` });
    for (const path of ['/api/hotspots?', '/api/results?source=hotline&']) {
      expect((await since(path)).status, path).to.equal(200);
      expect(web.queries.at(-1), path).to.have.nested.property('query.since', '2026-11-01T00:00:00+08:00');
    }
    expect((await since('/api/results/export?source=hotline&')).status).to.equal(200);
    for (const wrong of ['2026-02-30', '2026-11', '11-01', '2026-11-01T09:00']) expect((await get(`?since=${wrong}`)).status, wrong).to.equal(400);
  });

  it('needs no moment, but no other word either', async () => {
    expect((await get('')).status).to.equal(200);
    expect((await get('?since=yesterday')).status).to.equal(400);
    expect((await get('?before=2026-11-01T00:00:00Z')).status).to.equal(400);
  });

  it('is nothing for strangers', async () => expect((await web.get('/api/hotspots')).status).to.equal(401));
});
