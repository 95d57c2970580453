import { expect } from 'chai';
import { MatterView } from '../../web/schemas/matter.ts';
import { aPlay } from '../support/play.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('卡片里的链接，打开就是自己的事', () => {
  const play = aPlay({}, { PUBLIC_URL: 'https://shaozi.example' });
  const li = play.person('p-yxl1-2');
  const neighbour = play.person('p-yxl1-3');
  const dispatcher = play.person('p-feng-3');
  let token = '';

  const call = (path: string, body?: object, key?: string) => fetch(`${play.product().url}/api/matter/${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) }, body: JSON.stringify(body) });
  const matter = async (of = token) => MatterView.parse(await (await call(of)).json());
  const tokenIn = (texts: readonly string[]) => /https:\/\/shaozi\.example\/r\/(\S+)/.exec(texts.join('\n'))?.[1] ?? '';

  it('链接在卡片里，看到的是自己的话、谁在办、下一步', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    token = tokenIn(li.heard());
    expect(await matter()).to.deep.include({ no: li.no(), words: '银杏花园6号楼后面污水管堵了，污水往外冒', mayAdd: true, mayRate: false });
    expect((await matter()).next).not.to.equal('');
  });

  it('补一句话和一张图片，办理的人看得到', async () => {
    const added = MatterView.parse(await (await call(`${token}/words`, { words: '今天更严重了', picture: PIXEL })).json());
    expect(added.pictures).to.have.length(1);
    expect((await call(`${token}/media/${added.pictures[0] ?? ''}`)).headers.get('content-type')).to.equal('image/png');
    expect((await play.demand(li.no())).timeline.at(-1)).to.include({ type: 'supplemented' });
  });

  it('网络不好，同一次补充发了几遍，只记一次', async () => {
    const said = { words: '水已经流到路上了', picture: PIXEL };
    const before = await matter();
    const answers = await Promise.all([call(`${token}/words`, said, 'k-1'), call(`${token}/words`, said, 'k-1')]);
    expect([...answers, await call(`${token}/words`, said, 'k-1')].map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    const after = await matter();
    expect(after.pictures).to.have.length(before.pictures.length + 1);
    expect(after.steps).to.have.length(before.steps.length + 1);
  });

  it('同一个键换了内容，不做，也说明白', async () => {
    const before = await matter();
    expect((await call(`${token}/words`, { words: '另外一句' }, 'k-1')).status).to.equal(422);
    expect((await matter()).steps).to.deep.equal(before.steps);
  });

  it('同一件事的邻居有自己的链接，看不到别人的话和图片', async () => {
    await neighbour.says('银杏花园6号楼后面污水管堵了，污水往外冒，太臭了');
    const own = tokenIn(neighbour.heard());
    expect(own).not.to.equal('').and.not.to.equal(token);
    const seen = await matter(own);
    expect(seen.pictures).to.deep.equal([]);
    expect(seen.words).to.contain('太臭了');
    expect(JSON.stringify(seen)).not.to.contain('更严重').and.not.to.contain(li.no());
  });

  it('办结以后在页面上评价', async () => {
    const no = li.no();
    await dispatcher.says(`接 ${no}`);
    await dispatcher.says(`办结 ${no} 管道已经疏通`);
    expect((await matter()).result).to.equal('管道已经疏通');
    await play.advance('P2D');
    expect((await matter()).mayRate).to.equal(true);
    for (const time of ['第一遍', '没收到回答，再发一遍']) {
      const rated = MatterView.parse(await (await call(`${token}/rating`, { contacted: 'yes', solved: 'solved', satisfied: 'satisfied' }, 'k-2')).json());
      expect(rated, time).to.deep.include({ mayRate: false, rated: { contacted: 'yes', solved: 'solved', satisfied: 'satisfied' } });
    }
  });

  it('猜的、改过的、别人的编号都打不开', async () => {
    const [no, mac = ''] = token.split('-', 2);
    for (const wrong of [`${String(Number(no) + 1)}-${mac}`, `${no ?? ''}-${'A'.repeat(22)}`, token.slice(0, -1), no ?? '', 'x'.repeat(30)]) expect((await call(wrong)).status, wrong).to.equal(404);
  });

  it('删除个人信息以后链接失效', async () => {
    await li.says('删除我的信息');
    await li.says('确认删除');
    expect((await call(token)).status).to.equal(404);
  });
});
