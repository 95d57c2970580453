import { expect } from 'chai';
import { Me } from '../../web/schemas/session.ts';
import { DemandPage } from '../../web/schemas/demand.ts';
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

});
