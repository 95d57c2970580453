import { expect } from 'chai';
import { DemandPage, DemandView } from '../../web/schemas/demand.ts';
import { problemIn } from '../support/problem-in.ts';
import { ADMIN, aSmallWeb, STREET, type SmallWeb } from '../support/small-web.ts';

const bearer = { authorization: `Bearer ${ADMIN}` };

describe('the API', () => {
  let web: SmallWeb;
  beforeEach(async () => void (web = await aSmallWeb()));
  afterEach(() => web.stop());

  describe('takes a matter from another source', () => {
    const matter = { source: 'hotline', externalId: 'H-1', text: '路灯不亮\r\n已经三天', reporter: '兰婶', place: '杨树里', occurredAt: '2026-11-20T09:30:00Z' };

    it('once: 201 with the id, then 200 with the same one', async () => {
      const first = await web.post('/api/intake', matter, bearer);
      expect([first.status, await first.json()]).to.deep.equal([201, { id: '26112002' }]);
      const again = await web.post('/api/intake', matter, bearer);
      expect([again.status, await again.json()]).to.deep.equal([200, { id: '26112002' }]);
      const other = await web.post('/api/intake', { ...matter, externalId: 'H-2' }, bearer);
      expect([other.status, await other.json()]).to.deep.equal([201, { id: '26112003' }]);
    });

    it('with as much or as little of the reporter as is known', async () => {
      for (const reporter of ['兰婶', { name: '兰婶', phone: '13800000000' }, { id: 'x-9' }, {}, undefined]) {
        expect((await web.post('/api/intake', { ...matter, reporter }, bearer)).status).to.be.oneOf([200, 201]);
      }
    });

    it('but not from a source that is not known', async () => {
      expect(await problemIn(await web.post('/api/intake', { ...matter, source: 'unheard-of' }, bearer))).to.include({ status: 400, refusal: 'unknown-source' });
    });

    it('but not from whoever may not hand in', async () => {
      expect(await problemIn(await web.post('/api/intake', matter, { authorization: `Bearer ${STREET}` }))).to.include({ status: 403, type: 'urn:shaozi:problem:forbidden' });
    });

    it('of 12,000 characters', async () => {
      expect((await web.post('/api/intake', { ...matter, text: '很长的信'.repeat(3000) }, bearer)).status).to.equal(201);
    });
  });

  it('gives what people put right to the administrator, and to nobody else', async () => {
    const response = await web.get('/api/labelled-cases', bearer);
    expect(response.status).to.equal(200);
    expect(response.headers.get('content-type')).to.include('application/x-ndjson');
    expect(await problemIn(await web.get('/api/labelled-cases', { authorization: `Bearer ${STREET}` }))).to.include({ status: 403, type: 'urn:shaozi:problem:forbidden' });
  });

  describe('lists demands', () => {
    it('by filters, fifty at a time unless asked otherwise', async () => {
      const response = await web.get('/api/demands?status=waiting&tier=community&q=%E6%96%BD%E5%B7%A5', bearer);
      expect(DemandPage.parse(await response.json())).to.have.property('next', 'c2');
      expect(web.queries[0]).to.deep.equal({ query: { status: 'waiting', tier: 'community', q: '施工', limit: 50 }, caller: { kind: 'admin' } });
    });

    it('for whoever the token belongs to', async () => {
      await web.get('/api/demands', { authorization: `bearer ${STREET}` });
      expect(web.queries[0]).to.have.deep.property('caller', { kind: 'person', person: 'zhou', units: ['poplar-street'] });
    });

    for (const query of ['status=waiting&status=done', 'status[]=waiting', 'status[$ne]=done', 'q[$regex]=.*', 'limit=0', 'limit=201', 'limit=1e2', 'limit=-1', 'limit=5&limit=6', 'limit=', 'status=sleeping', 'tier=', 'colour=red', 'q=a%00b', 'unit=a%0d%0ab', '__proto__=1', `q=${'a'.repeat(121)}`]) {
      it(`but not by ${query.slice(0, 40)}`, async () => {
        const problem = await problemIn(await web.get(`/api/demands?${query}`, bearer));
        expect(problem).to.include({ status: 400 });
        expect(problem.errors).to.have.length(1);
        expect(web.queries).to.be.empty;
      });
    }
  });

  it('shows a demand', async () => {
    const response = await web.get('/api/demands/26112001', bearer);
    expect(response.headers.get('cache-control')).to.equal('no-store');
    expect(DemandView.parse(await response.json())).to.include({ id: '26112001', status: 'waiting' });
  });

  it('does not tell whether a demand that may not be seen exists', async () => {
    const hidden = await problemIn(await web.get('/api/demands/26112001', { authorization: `Bearer ${STREET}` }));
    const none = await problemIn(await web.get('/api/demands/26112009', { authorization: `Bearer ${STREET}` }));
    expect({ ...hidden, requestId: '', detail: '' }).to.deep.equal({ ...none, requestId: '', detail: '' });
    expect(none).to.include({ status: 404, type: 'urn:shaozi:problem:no-such-demand', detail: '没有找到编号为26112009的诉求，或者它不在您的查看范围内。' });
  });

  it('gives a command and answers with the demand as it then is', async () => {
    const response = await web.post('/api/demands/26112001/commands', { type: 'take' }, bearer);
    expect(response.status).to.equal(200);
    expect(DemandView.parse(await response.json())).to.include({ status: 'handling' });
  });

  it('names the refusal of a command, with its sentence', async () => {
    const problem = await problemIn(await web.post('/api/demands/26112001/commands', { type: 'report-in' }, bearer));
    expect(problem).to.include({ status: 409, type: 'urn:shaozi:refusal:not-in-hand', refusal: 'not-in-hand', title: '现在不能这样做', detail: '(refusal.not-in-hand)' });
  });

  it('knows no command on a demand that is not there', async () => {
    expect(await problemIn(await web.post('/api/demands/1/commands', { type: 'take' }, bearer))).to.include({ status: 404 });
  });

  for (const command of [{}, { type: 'explode' }, { type: 'take', by: 'somebody' }, { type: 'finish' }, { type: 'finish', result: ' ' }, { type: 'rate-callee', unit: 'u', marks: '5' }, [], 'take']) {
    it(`refuses ${JSON.stringify(command)} as a command`, async () => {
      const problem = await problemIn(await web.post('/api/demands/26112001/commands', JSON.stringify(command), bearer));
      expect(problem).to.include({ status: 400 });
    });
  }

  it('says how the program is', async () => {
    expect(await (await web.get('/healthz')).json()).to.deep.equal({ status: 'up' });
    expect(await (await web.get('/readyz')).json()).to.deep.equal({ ready: true, checks: { store: { up: true } } });
    const metrics = await web.get('/metrics');
    expect([metrics.headers.get('content-type'), await metrics.text()]).to.deep.equal(['text/plain; version=0.0.4; charset=utf-8', 'shaozi_up 1\n']);
  });

  it('is not ready with 503 while a part is down', async () => {
    const down = await aSmallWeb({ status: { ready: () => Promise.resolve({ ready: false, checks: { channel: { up: false, detail: 'logged out' } } }), metrics: () => Promise.reject(new Error('none')) } });
    expect((await down.get('/readyz')).status).to.equal(503);
    expect((await down.get('/healthz')).status).to.equal(200);
    expect((await down.get('/metrics')).status).to.equal(500);
    await down.stop();
  });
});
