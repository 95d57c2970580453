import { expect } from 'chai';
import { aSmallWeb, STREET, type SmallWeb } from '../support/small-web.ts';

describe('services, teams and records, over HTTP', () => {
  let web: SmallWeb;
  before(async () => (web = await aSmallWeb()));
  after(() => web.stop());

  const get = (path: string) => web.get(path, { authorization: `Bearer ${STREET}` });

  it('are asked for with words, or without', async () => {
    expect((await get('/api/services')).status).to.equal(200);
    expect((await get(`/api/services?q=${encodeURIComponent('老年卡')}`)).status).to.equal(200);
    expect(web.queries.at(-1)).to.deep.equal({ query: { q: '老年卡' } });
    expect((await get('/api/services?page=2')).status).to.equal(400);
  });

  it('are those of a grid, read on behalf of whoever calls', async () => {
    expect((await get('/api/grids/g1/team')).status).to.equal(200);
    expect((await get('/api/grids/g1/records?section=houses')).status).to.equal(200);
    expect(web.queries.at(-1)).to.have.nested.property('caller.kind', 'person');
    for (const path of ['team', 'records', 'records.csv?section=houses']) expect((await get(`/api/grids/g9/${path}`)).status, path).to.equal(404);
  });

  it('come as a table too, one section at a time', async () => {
    const table = await get('/api/grids/g1/records.csv?section=houses');
    expect([table.status, table.headers.get('content-type')]).to.deep.equal([200, 'text/csv; charset=utf-8']);
    expect((await get('/api/grids/g1/records.csv')).status).to.equal(400);
  });

  it('are nothing for strangers', async () => {
    for (const path of ['/api/services', '/api/grids/g1/team', '/api/grids/g1/records', '/api/grids/g1/records.csv?section=houses']) expect((await web.get(path)).status, path).to.equal(401);
  });
});
