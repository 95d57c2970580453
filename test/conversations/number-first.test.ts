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

  it('办理的人也可以这样写', async () => {
    await wang.says('银杏花园2号楼楼道堆了旧家具');
    await play.lookAway();
    await worker.says(`${wang.no()} 办结 已清走`);
    expect((await play.demand(wang.no())).status).to.equal('done');
  });
});
