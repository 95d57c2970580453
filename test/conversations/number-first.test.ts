import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('编号写在前面', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');
  let first = '';
  let second = '';

  it('进度、催、补充、撤回都认得是哪一件', async () => {
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    first = wang.no();
    await wang.says('银杏花园2号楼单元门关不上');
    second = wang.no();
    await play.lookAway();
    (await wang.says(`${first} 进度`)).hears([first, '垃圾桶', '状态：待接单']);
    (await wang.says(`${second}催一下`)).hears([second, '单元门', '状态：待接单']);
    (await wang.says(`催 ${first}`)).hears([first, '垃圾桶', '状态：待接单']);
    (await wang.says(`${first} 补充 今天更多了`)).hears(['已补充', first]);
    (await wang.says(`${first}撤回`)).hears([first, '已撤回']);
    (await wang.says(`＃${second}，withdraw`)).hears([second, '已撤回']);
  });

  it('只写编号，或者写编号再催、再抱怨一句，看到的就是那一件', async () => {
    await wang.says('银杏花园2号楼楼下路灯坏了');
    const lamp = wang.no();
    const before = await play.count();
    await play.advance('PT1H');
    await play.lookAway();
    (await wang.says(lamp)).hears([lamp, '路灯', '状态：待接单']);
    (await wang.says(`编号 ${lamp}`)).hears([lamp, '状态：待接单']);
    (await wang.says(`${lamp} 怎么样了`)).hears([lamp, '状态：待接单']);
    (await wang.says(`编号 ${lamp} 还是没解决`)).hears([lamp, '状态：待接单']);
    expect(await play.count()).to.equal(before);
  });

  it('别的编号和它后面的话，不当成问到的地点', async () => {
    const lamp = wang.no();
    const chen = await play.newcomer('陈静');
    await chen.says('公交站牌倒了没人扶');
    const unplaced = chen.no();
    await play.advance('PT1H');
    for (const words of [`${unplaced} 不满意 没修好`, `${lamp} 还是没解决`, '昨天', '对']) {
      await chen.says(words);
      expect((await play.demand(unplaced)).status, words).to.equal('incomplete');
    }
    await play.lookAway();
    (await chen.says(`${unplaced} 银杏路中段`)).hears(['【已登记】', unplaced, '银杏路']);
  });

  it('办理的人也可以这样写', async () => {
    await wang.says('银杏花园2号楼楼道堆了旧家具');
    await play.lookAway();
    await worker.says(`${wang.no()} 办结 已清走`);
    expect((await play.demand(wang.no())).status).to.equal('done');
    await play.lookAway();
    (await worker.says(wang.no())).hears([wang.no(), '等诉求人评价']);
    (await wang.says(wang.no())).hears([wang.no(), '等您评价']);
  });
});
