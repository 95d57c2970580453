import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('居民问怎么办事', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const wang = play.person('p-yxl1-1');
  const clerk = play.person('p-yxl-2');

  it('马上照办事指南回答：方式、材料、地点、时间、时限、谁经办', async () => {
    (await li.says('居住证怎么办')).hears('我是哨子', ['居住证申领：现场一次办', '要带：身份证、租房合同或房产证、一寸照片一张', '地点：社区警务室', '时间：工作日 9:00—17:00', '时限：15 个工作日', '经办：公安分局', '回复 1']);
    (await li.says('老年卡在哪里办')).hears(['老年人优待证：免申帮你办', '主动为您办', '经办：银杏里社区']);
    (await li.says('异地就医备案在手机上怎么操作')).hears(['全程网上办', /网上办：https:\/\/\S+/]);
    expect(await play.count()).to.equal(0);
  });

  it('可能是好几项，先问是哪一项', async () => {
    (await li.says('居住证快到期了怎么续')).hears(['您问的是哪一项', '1 居住证申领', '2 居住证签注', '3 都不是']);
    (await li.says('7')).hears('请回复列出的数字');
    (await li.says('2')).hears('居住证签注：全程网上办');
  });

  it('都不是，就交给社区的人', async () => {
    (await li.says('居住证快到期了怎么续')).hears('您问的是哪一项');
    (await li.says('3')).hears(['银杏里社区', '工作时间内答复']);
    clerk.hears(['【咨询】1：居住证快到期了怎么续']);
  });

  it('指南里没有的照旧问人', async () => {
    (await li.says('社区几点上班')).hears('工作时间内答复');
    clerk.hears('【咨询】2：社区几点上班');
  });

  it('埋怨办证慢的不是问路，照样登记', async () => {
    (await wang.says('银杏花园2号楼，居住证办了三个月还没下来，到底管不管')).hearsAmongOthers('【已登记】');
  });

  it('说到了办事的名字、讲的是别的事，照样登记', async () => {
    const chen = play.person('p-yxl1-3');
    (await chen.says('孩子上学的路上没有斑马线')).hearsAmongOthers(['已记下', '斑马线', '什么地方']);
  });

  it('在群里@哨子问，就在群里答，不招呼代办', async () => {
    const group = play.group('r-yxl-1');
    await li.saysIn(group, '老年卡怎么办', { mention: ['bot'] });
    group.hearsOnly(['老年人优待证', /^(?![\s\S]*回复 1)/]);
  });
});

describe('不回 1，说句话也能请网格员代办', () => {
  const play = aPlay({}, { DISTRICT: 'wuchang' });
  const words = { 'p-yxl1-1': '帮我弄一个呗 我不会用手机', 'p-yxl1-2': '好 麻烦你们了', 'p-yxl1-3': 'yes please', 'p-yxl2-1': '代办吧', 'p-yxl2-2': '那就帮我办一下吧，谢谢' };

  for (const [id, said] of Object.entries(words)) {
    const one = play.person(id);
    it(`“${said}”`, async () => {
      (await one.says('高龄补贴咋领')).hearsAmongOthers(['高龄津贴', '回复 1']);
      (await one.says(said)).hears(['【代办已登记】', '高龄津贴']);
    });
  }

  it('只是道谢就不办，说的是另一件事就登记那件事', async () => {
    const zhao = play.person('p-yxl2-3');
    const before = await play.count();
    (await zhao.says('高龄补贴咋领')).hearsAmongOthers('回复 1');
    (await zhao.says('好的，谢谢')).hears('不客气');
    expect(await play.count()).to.equal(before);
    (await zhao.says('帮我弄一下 银杏花园8号楼楼道灯坏了')).hearsAmongOthers(['【已登记】', '楼道灯坏了']);
  });
});

describe('请网格员代办', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');

  it('回复 1，网格员收到材料和步骤，居民拿到编号', async () => {
    (await li.says('老年卡在哪里办')).hears('我是哨子', '回复 1');
    (await li.says('1')).hears(['【代办已登记】编号', '老年人优待证', '由银杏里社区的网格员帮您办', '请备好：身份证', '门牌和电话']);
    worker.hears(['【代办】', li.no(), '银杏花园6号楼', '要收的材料：身份证', '到哪里办：社区党群服务中心 1 号窗', '步骤：1 核对身份证和照片 2', `接 ${li.no()}`, `反馈 ${li.no()} 内容`, /^(?![\s\S]*李建平)/]);
    const task = await play.demand(li.no());
    expect([task.source, task.category, task.categoryName, task.owner, task.tier]).to.deep.equal(['on-behalf', 'service-task', '代办服务', 'u-yxl', 'community']);
  });

  it('再说 1 不会多出一件', async () => {
    (await li.says('1')).hears('已经登记了，编号');
    expect(await play.count()).to.equal(1);
    worker.hearsNothing();
  });

  it('登记好了再客气一句，不会多出一件', async () => {
    (await li.says('好的，麻烦你们了')).hears('不客气');
    expect(await play.count()).to.equal(1);
  });

  it('和诉求一样接、反馈、补充、办结、评价', async () => {
    (await worker.says('接')).hears(['已接单', '办结']);
    li.hearsAmongOthers('银杏里社区已接单');
    (await li.says(`补充 ${li.no()} 2单元203，电话13800001111`)).hearsAmongOthers('已补充');
    worker.hears(['有补充', '203', '13800001111']);
    (await worker.says('反馈 明天上午十点上门收身份证')).hears('已送达');
    li.hears('明天上午十点上门');
    (await worker.says('办结 卡已送到家')).hears('已记为办结');
    li.hears('卡已送到家');
    await play.advance('PT2H1M');
    li.hears('想听听您的评价');
    (await li.says('满意')).hears('谢谢您的评价');
    expect((await play.demand(li.no())).ratings.map(({ answers }) => answers.satisfied)).to.deep.equal(['satisfied']);
  });

  it('写明要代办什么也行；要本人到场的说清楚；没有的说没有', async () => {
    (await li.says('代办')).hears('要代办哪件事？请这样写：代办 老年卡');
    (await li.says('代办 身份证丢了补办')).hears(['本人到场', '街道派出所户籍窗口']);
    (await li.says('代办 遛狗')).hears('没有找到“遛狗”');
    (await li.says('代办 高龄津贴')).hears(['【代办已登记】', '高龄津贴']);
    worker.hears('【代办】');
  });

  it('没人接就提醒，办不了可以上呼', async () => {
    await play.until('周三', '10:00');
    worker.hearsAmongOthers('提醒');
    (await worker.says('上呼 银行卡信息要街道核对')).hears('已提到街道');
    dispatcher.hearsAmongOthers(['【代办】', '由银杏里社区转来']);
    expect((await play.demand(li.no())).owner).to.equal('u-feng');
  });
});

describe('企业和还不认识的人', () => {
  const play = aPlay();
  const firm = play.person('p-qh-1');

  it('企业也一样问、一样代办，不知道在哪里就问一句', async () => {
    (await firm.says('法人变更要带什么')).hears('我是哨子', ['营业执照变更', '回复 1']);
    await firm.says('1');
    firm.hearsAmongOthers(/代办|在什么地方/);
    expect((await play.demand(firm.no())).source).to.equal('on-behalf');
  });

  it('新来的人先问在哪里，再交给那里的网格', async () => {
    const guest = await play.newcomer('刚搬来的小周');
    (await guest.says('居住证怎么办')).hearsAmongOthers('居住证申领');
    (await guest.says('1')).hears(['代办：居住证申领', '请问在什么地方']);
    (await guest.says('听松苑3号楼')).hears(['【代办已登记】', '由听松社区的网格员帮您办']);
    expect((await play.demand(guest.no())).owner).to.equal('u-ts');
  });
});

describe('坏了的东西，问怎么办', () => {
  const play = aPlay();
  const resident = play.person('p-thx1-1');

  it('是反映一件事，不是问政策', async () => {
    for (const words of ['孩子上学路上没有红绿灯，怎么办', '楼道灯不亮怎么弄', '家里停水了怎么办', '下水道堵了咋办']) {
      const before = await play.count();
      (await resident.says(`桐花大院3号楼${words}`)).hearsAmongOthers('编号');
      expect(await play.count(), words).to.equal(before + 1);
    }
    const smith = play.person('p-dk1-2');
    expect((await smith.says('The lift is broken, what should I do?')).no()).to.equal('10005');
  });

  it('证件、社保、上学怎么办，还是问题，等着问地点的时候也是', async () => {
    await resident.says('有人乱贴小广告');
    const before = await play.count();
    await play.lookAway();
    (await resident.says('居住证丢了怎么办')).hears('居住证申领');
    (await resident.says('孩子上学怎么办')).hears('义务教育入学登记');
    (await resident.says('老人没有退休金怎么办')).hearsAmongOthers('工作人员');
    expect(await play.count()).to.equal(before);
  });
});
