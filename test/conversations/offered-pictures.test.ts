import { expect } from 'chai';
import { aPlay } from '../support/play.ts';
import { PIXEL } from '../support/wechat-sandbox.ts';

describe('话里说的步骤先问一句，一起说的话和图片不丢', () => {
  const play = aPlay({}, { PUBLIC_URL: 'https://shaozi.example' });
  const [wang, worker] = [play.person('p-yxl1-1'), play.person('p-yxl1-w')];
  const picturesIn = async (no: string, type: string) => (await play.demand(no)).timeline.filter((entry) => entry.type === type).map(({ data }) => (Array.isArray(data['media']) ? data['media'].length : 0));
  const registers = async (words: string) => /编号 (1\d{4})/.exec((await wang.says(words)).heard().join('\n'))?.[1] ?? '';

  it('办好了的，回“是”，图片跟着办结走', async () => {
    const no = await registers('银杏花园2号楼楼道堆满垃圾');
    await worker.says('这边的垃圾清走了', { image: PIXEL });
    (await worker.says('是')).hearsAmongOthers(`${no} 已记为办结`);
    wang.hearsAmongOthers(['已办结', '附图 1 张']);
    expect(await picturesIn(no, 'done')).to.deep.equal([1]);
  });

  it('还没接单就说在路上了：接单，话和图片也告诉反映的人', async () => {
    const no = await registers('银杏花园3号楼3单元楼下垃圾桶满了没人清');
    await play.lookAway();
    (await worker.says('师傅在路上了', { image: PIXEL })).hears([`是 ${no} 接单吗（银杏花园3号楼3单元楼下垃圾桶满了没人清）`, '也一起告诉反映的人', `只接单，就写“接 ${no}”`]);
    (await worker.says('是')).hears(`${no} 已接单`, `${no} 反馈已送达`);
    wang.hears('已接单', ['师傅在路上了', '附图 1 张']);
    expect(await picturesIn(no, 'fed-back')).to.deep.equal([1]);
  });

  it('有几件，选了数字也一样', async () => {
    const first = await registers('银杏花园5号楼楼下垃圾桶满了没人清');
    await registers('银杏花园4号楼门口的垃圾好几天没人收');
    await play.lookAway();
    (await worker.says('环卫下午来清这个垃圾')).hears(['哪一件', `接单 ${first}`, '也一起告诉反映的人']);
    await worker.says('2');
    wang.hears([first, '已接单', '环卫下午来清这个垃圾']);
  });

  it('只说收到，就只是接单，什么话也不转', async () => {
    const no = await registers('银杏花园1号楼电梯口小广告贴满了');
    await play.lookAway();
    await worker.says('收到');
    expect(worker.heard().join()).to.not.include('告诉反映的人');
    expect(no).to.not.equal('');
  });
});

describe('报到、接单后面还写了话', () => {
  const play = aPlay();
  const [li, street, water, worker] = [play.person('p-yxl1-2'), play.person('p-feng-3'), play.person('p-sw-1'), play.person('p-yxl1-w')];

  it('话跟着告诉反映的人；不写话的，只是报到', async () => {
    await li.says('银杏花园6号楼地下室积水，水泵不转了');
    const no = li.no();
    await street.says(`吹哨 ${no} 日常 主办 水务局 协办 暖杏物业`);
    await play.lookAway();
    (await water.says('报到 下午带泵过来')).hears(`${no} 已报到`);
    li.hears(['水务局已报到', '下午带泵过来']);
    (await play.person('p-yxl-wy-1').says(`报到 ${no}`)).hearsAmongOthers(`${no} 已报到`);
    li.hearsNothing();
  });

  it('接单也一样', async () => {
    await li.says('银杏花园6号楼楼下垃圾桶满了三天没人清');
    const no = li.no();
    await play.lookAway();
    (await worker.says(`接 ${no} 环卫车十点到`)).hears(`${no} 已接单`);
    li.hears(['已接单', '环卫车十点到']);
  });

  it('连着图片一起发的，就是反馈，图片也在', async () => {
    const no = (await li.says('银杏花园5号楼楼道堆满垃圾')).no();
    await play.lookAway();
    (await worker.says(`接 ${no} 已到现场，正在清`, { image: PIXEL })).hears(`${no} 已接单`, `${no} 反馈已送达`);
    li.hears('已接单', ['已到现场，正在清']);
    const fedBack = (await play.demand(no)).timeline.find(({ type }) => type === 'fed-back');
    expect(fedBack?.data['media']).to.have.lengthOf(1);
  });
});
