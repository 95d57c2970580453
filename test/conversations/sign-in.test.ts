import { expect } from 'chai';
import { CaseFile } from '../../web/schemas/console.ts';
import { DemandPage } from '../../web/schemas/demand.ts';
import { Me } from '../../web/schemas/session.ts';
import { aPlay } from '../support/play.ts';

describe('在聊天里要登录码', () => {
  const play = aPlay();
  const dispatcher = play.person('p-feng-3');
  const other = play.person('p-cg-1');

  const post = (path: string, body: object, headers: Record<string, string> = {}) => fetch(`${play.product().url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

  async function session(who: typeof dispatcher): Promise<{ cookie: string; me: Me }> {
    await who.says('登录');
    const code = /登录码：(\d{6})/.exec(who.heard().join('\n'))?.[1] ?? '';
    const response = await post('/api/session', { secret: code });
    expect(response.status).to.equal(201);
    return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', me: Me.parse(await response.json()) };
  }

  it('工作人员收到一次有效的登录码，登进去是本人和本单位', async () => {
    const { me } = await session(dispatcher);
    expect(me).to.deep.include({ kind: 'person', person: 'p-feng-3' });
    expect(me.units.map(({ id }) => id)).to.deep.equal(['u-feng']);
  });

  it('考核给谁看，页面上就只有谁有', async () => {
    const seen = [];
    for (const one of ['p-feng-3', 'p-yxl2-w']) seen.push((await session(play.person(one))).me.seesAssessment);
    expect(seen).to.deep.equal([true, false]);
  });

  it('居民不需要登录', async () => {
    (await play.person('p-yxl1-2').says('登录')).hearsAmongOthers('是给工作人员用的');
  });

  it('只看得到本单位和下级的事，改不了别人的事', async () => {
    const [street, bureau] = [await session(dispatcher), await session(other)];
    const li = play.person('p-yxl1-2');
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    const no = li.no();
    const list = async (cookie: string) => DemandPage.parse(await (await fetch(`${play.product().url}/api/demands`, { headers: { cookie } })).json()).items.map(({ id }) => id);
    expect([await list(street.cookie), await list(bureau.cookie)]).to.deep.equal([[no], []]);
    for (const path of [`/api/demands/${no}`]) expect((await fetch(`${play.product().url}${path}`, { headers: { cookie: bureau.cookie } })).status).to.equal(404);
    const take = await post(`/api/demands/${no}/commands`, { type: 'take' }, { cookie: bureau.cookie, 'x-csrf-token': bureau.me.csrf });
    expect(take.status).to.equal(404);
    for (const path of ['/api/assessments/2026-11', '/api/hotspots', '/api/results?source=chat']) expect((await fetch(`${play.product().url}${path}`)).status, path).to.equal(401);
  });


  it('诉求人只有属地能看，要写理由，被呼叫的单位看不到', async () => {
    const [street, bureau] = [await session(dispatcher), await session(other)];
    const li = play.person('p-yxl1-3');
    await li.says('银杏花园3号楼前面有人占道摆摊，堵住了门');
    const no = li.no();
    await dispatcher.says(`吹哨 ${no} 日常 主办 城管局`);
    const reveal = (who: typeof street, reason: string) => post(`/api/demands/${no}/reveal`, { no, reason }, { cookie: who.cookie, 'x-csrf-token': who.me.csrf });
    const page = await (await fetch(`${play.product().url}/api/demands/${no}/file`, { headers: { cookie: bureau.cookie } })).text();
    expect(page).to.contain(no).and.not.to.contain('赵小芳').and.not.to.contain('p-yxl1-3');
    expect((await reveal(bureau, '想知道是谁')).status).to.equal(403);
    expect((await reveal(street, ' ')).status).to.equal(400);
    expect(await (await reveal(street, '电话核实位置')).json()).to.include({ no, name: '赵小芳' });
    const kept = CaseFile.parse(await (await fetch(`${play.product().url}/api/demands/${no}/file`, { headers: { cookie: street.cookie } })).json());
    expect(kept.reveals).to.deep.include({ ...kept.reveals[0], no, by: '尹文婷', reason: '电话核实位置' });
    const { timeline } = await play.demand(no);
    expect(timeline.at(-1)).to.deep.include({ type: 'revealed', by: 'p-feng-3', data: { no, reason: '电话核实位置' } });
    expect(kept.seal).to.deep.equal({ ok: true, entries: timeline.length });
  });

  it('谁要求保密就为谁保密：附议的人公开不公开，都不替别人作主', async () => {
    const worker = await session(play.person('p-yxl1-w'));
    const [lan, li, zhao] = [play.person('p-yxl1-1'), play.person('p-yxl1-2'), play.person('p-yxl1-3')];
    await lan.says('银杏花园2号楼门口的路灯坏了三天，晚上看不清路。别说是我讲的，我还要在这栋楼里住');
    await li.says('银杏花园2号楼门口路灯不亮，晚上走路看不清');
    await zhao.says('银杏花园2号楼门口的路灯坏了，晚上看不清路。别说是我讲的，我还要在这栋楼里住');
    (await li.says('5 可以公开')).hearsAmongOthers(`编号 ${li.no()} 不再标记保密`);
    const reveal = async (no: string) => (await post(`/api/demands/${lan.no()}/reveal`, { no, reason: '电话核实位置' }, { cookie: worker.cookie, 'x-csrf-token': worker.me.csrf })).status;
    expect([await reveal(lan.no()), await reveal(li.no()), await reveal(zhao.no())]).to.deep.equal([403, 200, 403]);
    await lan.says('5 可以公开');
    expect([await reveal(lan.no()), await reveal(zhao.no()), (await play.demand(lan.no())).facts?.hidden]).to.deep.equal([200, 403, true]);
  });

  it('并单以后，要求保密的人仍然保密', async () => {
    const clerk = await session(play.person('p-yxl-2'));
    const [lan, li] = [play.person('p-yxl1-1'), play.person('p-yxl1-2')];
    await lan.says('银杏花园4号楼楼下垃圾没人清');
    await li.says('银杏花园6号楼楼下垃圾没人清，别说是我讲的，我还要在这栋楼里住');
    const [lead, hidden] = [lan.no(), li.no()];
    await play.person('p-yxl1-w').says(`并 ${lead} ${hidden}`);
    expect((await play.demand(lead)).supporters).to.equal(1);
    const revealed = await post(`/api/demands/${lead}/reveal`, { no: hidden, reason: '电话核实位置' }, { cookie: clerk.cookie, 'x-csrf-token': clerk.me.csrf });
    expect(revealed.status).to.equal(403);
  });

  it('设置只给管理员', async () => {
    const street = await session(dispatcher);
    for (const path of ['/api/setup', '/api/setup/people']) expect((await fetch(`${play.product().url}${path}`, { headers: { cookie: street.cookie } })).status, path).to.equal(403);
    const appoint = await post('/api/setup/admins', { person: 'p-feng-3', admin: true }, { cookie: street.cookie, 'x-csrf-token': street.me.csrf });
    expect(appoint.status).to.equal(403);
  });

  it('管理员任命的人也是管理员，原来的会话同时失效', async () => {
    const before = await session(dispatcher);
    await post('/api/setup/admins', { person: 'p-feng-3', admin: true }, { authorization: `Bearer ${play.product().adminToken}` });
    expect((await fetch(`${play.product().url}/api/session`, { headers: { cookie: before.cookie } })).status).to.equal(401);
    expect((await session(dispatcher)).me.kind).to.equal('admin');
  });
});
