import { expect } from 'chai';
import { Me } from '../../web/schemas/session.ts';
import { createSignIn } from '../../web/sign-in.ts';
import { createTokens } from '../../web/tokens.ts';
import { hearStream } from '../support/hear-stream.ts';
import { memoryPasses } from '../support/memory-passes.ts';
import { problemIn } from '../support/problem-in.ts';
import { ADMIN, aSmallWeb, type SmallWeb } from '../support/small-web.ts';

describe('signing in to the pages', () => {
  let web: SmallWeb;
  beforeEach(async () => void (web = await aSmallWeb()));
  afterEach(() => web.stop());

  async function enter(secret: string, headers: Record<string, string> = {}) {
    const response = await web.post('/api/session', { secret }, headers);
    const cookie = response.headers.get('set-cookie') ?? '';
    return { response, cookie, session: { cookie: cookie.split(';')[0] ?? '' } };
  }

  async function signedIn() {
    const { code } = await web.deps.signIn.issue('zhou');
    const { response, session } = await enter(code);
    const { csrf } = Me.parse(await response.json());
    return { session, changing: { ...session, 'x-csrf-token': csrf } };
  }

  it('works with a code sent in chat, and sets a cookie that scripts and other sites cannot use', async () => {
    const { code } = await web.deps.signIn.issue('zhou');
    const { response, cookie, session } = await enter(code);
    expect(response.status).to.equal(201);
    expect(cookie).to.match(/^shaozi-session=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/);
    expect(Me.parse(await (await web.get('/api/session', session)).json())).to.include({ kind: 'person', name: 'zhou' });
  });

  it('keeps the cookie to https where people come by it', async () => {
    const secure = await aSmallWeb({ publicUrl: 'https://shaozi.example' });
    const { headers } = await secure.post('/api/session', { secret: ADMIN });
    expect(headers.get('set-cookie')).to.contain('; Secure');
    await secure.stop();
  });

  it('works with the link instead, and with neither a second time', async () => {
    const { code, link } = await web.deps.signIn.issue('zhou');
    expect((await enter(link)).response.status).to.equal(201);
    for (const secret of [link, code]) expect(await problemIn((await enter(secret)).response)).to.include({ status: 403, refusal: 'wrong-code' });
  });

  it("works with the administrator's token", async () => {
    const { session } = await enter(ADMIN);
    expect(Me.parse(await (await web.get('/api/session', session)).json())).to.include({ kind: 'admin' });
  });

  it('is not for whoever has nothing to do here', async () => {
    const { code } = await web.deps.signIn.issue('a-resident');
    expect((await enter(code)).response.status).to.equal(403);
  });

  it('is refused after five wrong codes, the right one too', async () => {
    const { code } = await web.deps.signIn.issue('zhou');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let attempt = 0; attempt < 5; attempt++) expect((await enter(wrong)).response.status).to.equal(403);
    expect(await problemIn((await enter(code)).response)).to.include({ status: 429, refusal: 'too-many-attempts' });
  });

  it('counts attempts that are made all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, nth) => enter(String(100_000 + nth))));
    expect(answers.filter(({ response }) => response.status === 403)).to.have.length(5);
  });

  it('refuses codes from many addresses, and lets a link through', async () => {
    const proxied = (nth: number) => ({ 'x-forwarded-for': `203.0.113.${nth}` });
    for (let nth = 0; nth < 30; nth++) await enter('123456', proxied(nth));
    const { code, link } = await web.deps.signIn.issue('zhou');
    expect((await enter(code, proxied(200))).response.status).to.equal(429);
    expect((await enter(link, proxied(201))).response.status).to.equal(201);
  });

  it('is not done by a page of another site', async () => {
    const { code } = await web.deps.signIn.issue('zhou');
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      expect(await problemIn((await enter(code, headers)).response)).to.include({ status: 403, type: 'urn:shaozi:problem:cross-site' });
    }
  });

  it('lets a session read what its person may see', async () => {
    const { session } = await signedIn();
    await web.get('/api/demands', session);
    expect(web.queries[0]).to.have.deep.property('caller', { kind: 'person', person: 'zhou', units: ['poplar-street'] });
    expect((await web.get('/api/demands/26112001', session)).status, 'a demand of another unit').to.equal(404);
  });

  it('lets a session change something only with its own token, from its own site', async () => {
    const { session, changing } = await signedIn();
    const take = (headers: Record<string, string>) => web.post('/api/demands/26112001/commands', { type: 'take' }, headers);
    expect((await take(session)).status).to.equal(403);
    expect((await take({ ...session, 'x-csrf-token': 'another' })).status).to.equal(403);
    expect((await take({ ...changing, 'sec-fetch-site': 'same-site' })).status).to.equal(403);
    expect((await take(changing)).status).to.equal(200);
  });

  it('knows no session that it has not opened', async () => {
    for (const cookie of ['', 'shaozi-session=', 'shaozi-session=made-up', `shaozi-session=${ADMIN}`]) expect((await web.get('/api/demands', { cookie })).status).to.equal(401);
  });

  it('ends here, or everywhere', async () => {
    const [one, other, third] = [await signedIn(), await signedIn(), await signedIn()];
    await web.post('/api/session/end', {}, one.changing);
    expect([(await web.get('/api/session', one.session)).status, (await web.get('/api/session', other.session)).status]).to.deep.equal([401, 200]);
    await web.post('/api/session/end', { everywhere: true }, other.changing);
    expect((await web.get('/api/session', third.session)).status).to.equal(401);
  });

  it('ends the news that goes on with it, and no other', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const listen = ({ session }: typeof one) => hearStream(`http://127.0.0.1:${web.port}/api/stream`, session);
    const [ended, going] = [await listen(one), await listen(other)];
    await web.post('/api/session/end', {}, one.changing);
    await ended.ended;
    web.deps.console.stream.tell('demand', { id: '26112001' }, ['poplar-street']);
    expect((await going.next()).data).to.deep.equal({ id: '26112001' });
    going.stop();
  });

  it('is kept open by being used, not by news that goes on by itself', async () => {
    let now = new Date('2026-11-20T01:30:00.000Z');
    const hoursLater = (hours: number) => void (now = new Date(now.getTime() + hours * 3600_000));
    const signIn = createSignIn({ passes: memoryPasses(), tokens: createTokens([{ token: ADMIN, caller: { kind: 'admin' } }]), callerOf: () => Promise.resolve(undefined), now: () => now });
    const entered = await signIn.enter(ADMIN, '');
    if (!entered.ok) throw new Error('The token does not open');
    const { token } = entered.value;
    hoursLater(11);
    expect(await signIn.callerOf(token)).to.deep.equal({ kind: 'admin' });
    hoursLater(11);
    expect(await signIn.callerStill(token)).to.deep.equal({ kind: 'admin' });
    hoursLater(2);
    expect([await signIn.callerStill(token), await signIn.callerOf(token)]).to.deep.equal([undefined, undefined]);
  });
});
