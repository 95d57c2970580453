import { expect } from 'chai';
import { GroupCode, GroupList } from '../../web/schemas/group-desk.ts';
import { aPlay } from '../support/play.ts';

describe('群用绑定码归到网格', () => {
  const play = aPlay();
  const worker = play.person('p-yxl1-w');
  const other = play.person('p-thx1-w');
  const resident = play.person('p-yxl1-2');
  const group = play.group('r-yxl-1');

  const call = (path: string, init: RequestInit = {}) => fetch(`${play.product().url}${path}`, { ...init, headers: { authorization: `Bearer ${play.product().adminToken}`, 'content-type': 'application/json' } });
  const post = (path: string, body: object) => call(path, { method: 'POST', body: JSON.stringify(body) });
  const code = async (of = 'r-yxl-1') => GroupCode.parse(await (await post('/api/setup/groups/code', { group: of })).json()).words;
  const channelOf = async (id: string) => GroupList.parse(await (await call('/api/setup/groups')).json()).items.find((one) => one.id === id)?.channel;

  it('设置页列出各网格的群；解除以后，群里的话不再归这个网格', async () => {
    expect(await channelOf('r-yxl-1')).to.equal('sandbox');
    expect((await post('/api/setup/groups/release', { group: 'r-yxl-1' })).status).to.equal(200);
    expect(await channelOf('r-yxl-1')).to.equal(undefined);
    const before = await play.count();
    await resident.saysIn(group, '3号楼下面的路灯坏了，晚上看不见路');
    worker.hearsNothing();
    expect(await play.count()).to.equal(before);
  });

  it('只有本网格的工作人员发码才算数，群里不被打扰', async () => {
    const words = await code();
    await resident.saysIn(group, words);
    resident.hears('绑定群要由工作人员来做');
    await worker.saysIn(group, '绑定 AAAA-AAAA');
    worker.hears('群的绑定码不对');
    group.hearsNothing();
    expect(await channelOf('r-yxl-1')).to.equal(undefined);
    await worker.saysIn(group, words);
    worker.hears('“银杏里第一网格居民群”绑定好了');
    group.hearsOnly('大家好，我是哨子');
    expect(await channelOf('r-yxl-1')).to.equal('sandbox');
  });

  it('绑定以后群里的事归这个网格，同一个码不能再用', async () => {
    await resident.saysIn(group, '#上报 3号楼下面的路灯坏了，晚上看不见路');
    expect(group.no()).to.match(/^\d+$/);
    const words = await code();
    await worker.saysIn(group, words);
    worker.hearsAmongOthers('这个群本来就绑定在这个网格');
  });

  it('别的网格的人用不了这个码，没有的群也没有码', async () => {
    const words = await code('r-yxl-2');
    const theirs = play.group('r-thx-1');
    await other.saysIn(theirs, words);
    other.hears('这个码是别的网格的群');
    expect((await post('/api/setup/groups/code', { group: 'r-none' })).status).to.equal(404);
    expect((await post('/api/setup/groups/release', { group: 'r-none' })).status).to.equal(404);
  });

  it('试码的次数有限，码七天后作废', async () => {
    const words = await code('r-thx-1');
    await play.advance('P8D');
    await other.saysIn(play.group('r-thx-1'), words);
    other.hearsAmongOthers('群的绑定码不对');
    for (let nth = 0; nth < 5; nth++) await other.saysIn(play.group('r-thx-1'), `绑定 BBBB-BBB${nth + 2}`);
    other.hearsAmongOthers('试的次数多了');
  });

  it('不是管理员看不到也生成不了', async () => {
    for (const path of ['/api/setup/groups', '/api/setup/channels']) expect((await fetch(`${play.product().url}${path}`)).status).to.equal(401);
  });
});
