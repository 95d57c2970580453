import { join } from 'node:path';
import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

const invented = (name: string) => ({ DISTRICT: join(import.meta.dirname, `${name}.yaml`), DIRECTORY: join(import.meta.dirname, name) });

describe('竹溪镇（虚构，两级）：敲钟办事', () => {
  const play = aPlay({}, invented('two-tiers'));
  const zhao = play.person('z-p9');
  const worker = play.person('z-p6');
  const secretary = play.person('z-p5');
  const water = play.person('z-p3');
  const reception = play.person('z-p2');

  it('村里自己办完，走完三步', async () => {
    await zhao.says('竹林路的路灯不亮了');
    zhao.hearsAmongOthers(['【已登记】', '小级 · 由东坡村办理', '步骤 1/3：有事']);
    (await worker.says(`接 ${zhao.no()}`)).hearsAmongOthers('已接单');
    (await worker.says(`办结 ${zhao.no()} 换了灯泡`)).hearsAmongOthers('已记为办结');
    await play.advance('PT3H');
    zhao.hearsAmongOthers('已接单', '已办结（东坡村）：换了灯泡', '想听听您的评价');
    (await zhao.says('满意')).hearsAmongOthers('谢');
    const demand = await play.demand(zhao.no());
    expect([demand.status, demand.tier, demand.stage]).to.deep.equal(['closed', 'hamlet', 'home-again']);
  });

  it('村里敲钟，站所来；一个分，三分制；不满意重办一次，第二次由镇里定', async () => {
    await play.lookAway();
    await zhao.says('竹林路的排水沟堵了，水漫到路上');
    const no = zhao.no();
    zhao.hearsAmongOthers(['大级 · 由竹溪镇办理']);
    (await reception.says(`吹哨 ${no} 敲钟 主办 水利站`)).hearsAmongOthers('哨已吹响：钟，主办 水利站');
    zhao.hearsAmongOthers('已吹哨请水利站');
    water.hearsAmongOthers('【吹哨·钟】');
    expect((await play.demand(no)).stage).to.equal('gone-out');
    await water.says(`报到 ${no}`);
    (await water.says(`办结 ${no} 沟已清通`)).hearsAmongOthers('已记为办结');
    reception.hearsAmongOthers(['请给被呼叫单位打分', '快慢', '1—3']);
    (await reception.says(`评 ${no} 水利站 3`)).hearsAmongOthers('已评价');
    await zhao.says('不满意，又堵了');
    expect((await play.demand(no)).stages?.map(({ state }) => state)).to.deep.equal(['current', 'coming', 'coming']);
    await play.lookAway();
    await reception.says(`接 ${no}`);
    await reception.says(`办结 ${no} 又清了一遍`);
    await zhao.says('不满意');
    expect((await play.demand(no)).status).to.equal('disputed');
    (await reception.says(`不同意 ${no}`)).hearsAmongOthers('已按您的意见处理');
    expect((await play.demand(no)).status).to.equal('closed');
  });

  it('村书记也能敲钟，别人敲不了', async () => {
    await play.lookAway();
    await zhao.says('竹林路的另一盏路灯歪了，快倒了');
    const no = zhao.no();
    (await worker.says(`吹哨 ${no} 主办 路管站`)).hearsAmongOthers(/您|没有|不能|请/);
    (await secretary.says(`吹哨 ${no} 主办 路管站`)).hearsAmongOthers('哨已吹响：钟，主办 路管站');
  });
});

describe('澄江府（虚构，五级）：层层递灯', () => {
  const play = aPlay({}, invented('five-tiers'));
  const he = play.person('c-p13');
  const lane = play.person('c-p11');
  const quarter = play.person('c-p9');
  const quarterHead = play.person('c-p10');
  const ward = play.person('c-p8');
  const county = play.person('c-p4');
  const lamps = play.person('c-p5');
  const bridges = play.person('c-p2');

  it('从街巷一级一级递到县；府里没有管路灯的，就留在县里', async () => {
    await he.says('打铁巷的路灯坏了三盏');
    const no = he.no();
    he.hearsAmongOthers(['甲级 · 由打铁坊办理', '步骤 1/5：点灯']);
    const up = [[lane, 'quarter', '乙'], [quarter, 'ward', '丙'], [ward, 'county', '丁']] as const;
    for (const [who, tier, grade] of up) {
      await who.says(`升级 ${no} 办不了`);
      const demand = await play.demand(no);
      expect([demand.tier, demand.grade]).to.deep.equal([tier, grade]);
    }
    (await county.says(`升级 ${no} 办不了`)).hearsAmongOthers(/没有|请/);
    expect((await play.demand(no)).tier).to.equal('county');
  });

  it('府里不自己办：县里向府局递灯', async () => {
    await play.lookAway();
    await he.says('建议南桥头修一座新桥，规划里没有');
    const no = he.no();
    const start = await play.demand(no);
    expect([start.tier, start.owner]).to.deep.equal(['quarter', 'c-pian']);
    await quarter.says(`升级 ${no} 要镇里定`);
    await ward.says(`升级 ${no} 要县里定`);
    await county.says(`升级 ${no} 涉及大桥`);
    const demand = await play.demand(no);
    expect([demand.tier, demand.whistles[0]?.chain, demand.whistles[0]?.kind, demand.whistles[0]?.callees[0]?.unit]).to.deep.equal(['prefecture', 'lantern-to-prefecture', 'blue', 'c-fu-lu']);
    await bridges.says(`报到 ${no}`);
    expect((await play.demand(no)).stage).to.equal('bright');
    await bridges.says(`办结 ${no} 已列入明年规划`);
    (await county.says(`评 ${no} 府路桥局 9 10`)).hearsAmongOthers('已评价');
    await he.says('满意');
    expect((await play.demand(no)).stages?.map(({ state }) => state)).to.deep.equal(['passed', 'passed', 'passed', 'passed', 'current']);
  });

  it('片区递灯要主事点头，点了头县局才到', async () => {
    await play.lookAway();
    await he.says('打铁巷的路灯线露在外面，怕漏电');
    const no = he.no();
    if ((await play.demand(no)).tier === 'lane') await lane.says(`上呼 ${no} 要片区叫路灯局`);
    await play.lookAway();
    await quarter.says(`吹哨 ${no} 白灯 主办 路灯局`);
    expect((await play.demand(no)).whistles).to.deep.equal([]);
    lamps.hearsNothing();
    quarterHead.hearsAmongOthers(['请审批吹哨', '南桥片', '白灯', '县路灯局']);
    await quarterHead.says(`同意 ${no}`);
    lamps.hearsAmongOthers('【吹哨·白灯】');
    expect((await play.demand(no)).whistles[0]?.caller).to.equal('c-pian');
  });
});
