import { expect } from 'chai';
import { aSmallWeb, ADMIN, STREET, type SmallWeb } from '../support/small-web.ts';

describe('assessments over HTTP', () => {
  let web: SmallWeb;
  before(async () => (web = await aSmallWeb()));
  after(() => web.stop());

  const street = { authorization: `Bearer ${STREET}` };
  const get = (path: string, headers: Record<string, string> = street) => web.get(`/api/assessments/${path}`, headers);
  const post = (path: string, body: unknown) => web.post(`/api/assessments/${path}`, body, { authorization: `Bearer ${ADMIN}` });

  it('are read for whoever calls, by month', async () => {
    const answer = await get('2026-11');
    expect(answer.status).to.equal(200);
    expect(await answer.json()).to.include({ period: '2026-11', state: 'running' });
    expect(web.queries.at(-1)).to.deep.equal({ period: '2026-11', caller: { kind: 'person', person: 'zhou', units: ['poplar-street'] } });
    expect((await get('2026-13')).status).to.equal(400);
    expect((await get('2026-09')).status).to.equal(404);
    expect((await get('2026-10')).status).to.equal(403);
    expect((await get('2026-11', {})).status).to.equal(401);
  });

  it('open to the cases of a unit, counted or left out, page by page', async () => {
    const answer = await get('2026-11/poplar-street/cases?indicator=response&counted=false&offset=200&limit=50');
    expect(answer.status).to.equal(200);
    expect(web.queries.at(-1)).to.deep.include({ unit: 'poplar-street', query: { indicator: 'response', counted: 'false', offset: 200, limit: 50 } });
    expect((await get('2026-11/willow-street/cases')).status).to.equal(404);
    expect((await get('2026-11/poplar-street/cases?counted=maybe')).status).to.equal(400);
  });

  it('come as a file', async () => {
    const answer = await get('2026-11/export?format=xlsx');
    expect(answer.headers.get('content-disposition')).to.equal('attachment; filename="assessment.xlsx"');
    expect(await answer.text()).to.equal('a');
    expect((await get('2026-11/export?format=pdf')).status).to.equal(400);
    expect((await get('2026-10/export')).status).to.equal(403);
  });

  it('are tried with other weights', async () => {
    expect(await (await post('2026-11/what-if', { weights: { departments: { share: 0.38 } } })).json()).to.include({ whatIf: true });
    const wrong = await post('2026-11/what-if', { weights: { villages: {} } });
    expect([wrong.status, ((await wrong.json()) as { detail: string }).detail]).to.deep.equal([400, '权重有误：none of these']);
    expect((await post('2026-11/what-if', { weights: { departments: { share: 2 } } })).status).to.equal(400);
  });

  it('take scores, each with its reason', async () => {
    const item = { rated: 'water', relation: 'third-party', marks: [88], reason: '走访' };
    const answer = await post('2026-11/scores', { items: [item, { ...item, about: '2026-11-20' }] });
    expect(await answer.json()).to.include({ kept: 2 });
    expect((await post('2026-11/scores', { items: [{ ...item, reason: ' ' }] })).status).to.equal(400);
    expect((await post('2026-11/scores', { items: [] })).status).to.equal(400);
  });
});
