import { expect } from 'chai';
import { aPlay } from '../support/play.ts';
import { PIXEL } from '../support/wechat-sandbox.ts';

const NOTICE = ['我是哨子', '不是真人', '隐私'];

describe('一位居民私聊哨子', () => {
  const play = aPlay();

  it('第一次说话先听到隐私告知，只听一次', async () => {
    const wang = play.person('p-yxl1-1');
    (await wang.says('你好')).hears(NOTICE, '直接说就行');
    (await wang.says('在吗')).hears('直接说就行');
  });

  it('连发三句加一张图，是一件事，一张卡片', async () => {
    const wang = play.person('p-yxl1-1');
    const dispatcher = play.person('p-feng-3');
    const before = await play.count();
    await wang.saysAtOnce('门口的路灯坏了', '银杏花园2号楼', '三天了，老人摔了一跤', { image: PIXEL });
    wang.hears(['【已登记】', '1 事情：', '路灯坏了', '2 地点：银杏花园2号楼', '3 时间：三天了', '4 经过：', '摔了一跤', '5 诉求人：您', /[AB]级 · 由\S+办理/, '下一步：', '明天09:00前接单', '办结', '2 在4号楼']);
    expect(await play.count()).to.equal(before + 1);
    dispatcher.hears(['【新诉求】', '附图 1 张', '明天09:00前接单', `接 ${wang.no()}`]);
  });

  it('谢谢、在吗、表情都不是诉求', async () => {
    const wang = play.person('p-yxl1-1');
    const before = await play.count();
    (await wang.says('谢谢')).hears('不客气');
    (await wang.says('在吗')).hears('直接说就行');
    (await wang.says('👍')).hearsNothing();
    (await wang.says('[微笑]')).hearsNothing();
    (await wang.says('？')).hearsNothing();
    expect(await play.count()).to.equal(before);
  });

  it('按行号改卡片上的五行', async () => {
    const wang = play.person('p-yxl1-1');
    const dispatcher = play.person('p-feng-3');
    (await wang.says('2 在4号楼')).hears('2 地点：银杏花园4号楼');
    dispatcher.hears(['更正', '银杏花园4号楼']);
    (await wang.says('1 门口到车棚的路灯都不亮')).hears('1 事情：门口到车棚的路灯都不亮');
    (await wang.says('3：从上周三开始')).hears('3 时间：从上周三开始');
    (await wang.says('4、上周三换过灯泡，当晚又灭了')).hears('4 经过：上周三换过灯泡，当晚又灭了');
    dispatcher.hearsAmongOthers('门口到车棚的路灯都不亮', '从上周三开始');
    (await wang.says('5 保密')).hears(['保密', '只有我知道']);
    (await wang.says('5 公开')).hears('不再标记保密');
    dispatcher.hearsNothing();
  });

  it('一个人有一件事时，进度、补充不用写编号', async () => {
    const wang = play.person('p-yxl1-1');
    const dispatcher = play.person('p-feng-3');
    (await wang.says('进度')).hears(['门口到车棚的路灯都不亮', '状态：待接单', '明天09:00前接单']);
    (await wang.says('补充 车棚里的也不亮')).hears('已补充');
    dispatcher.hears('有补充：车棚里的也不亮');
    await wang.saysAtOnce({ image: PIXEL });
    wang.hears('已补充');
    dispatcher.hears('附图 1 张');
  });

  it('撤回以后办理单位知道，再撤一次说明已经撤回', async () => {
    const wang = play.person('p-yxl1-1');
    const dispatcher = play.person('p-feng-3');
    const no = (await wang.says('进度')).hears('状态').no();
    (await wang.says('撤回')).hears(`编号 ${no} 已撤回`);
    dispatcher.hears(`${no} 诉求人已撤回`);
    (await wang.says(`撤回 ${no}`)).hears('已撤回');
    (await wang.says('进度')).hears('没有在办的事');
  });

  it('看得到隐私说明', async () => {
    (await play.person('p-yxl1-1').says('隐私')).hears(['隐私说明', '加密保存', '删除我的信息', '转人工']);
  });
});

describe('更正成一个目录里没有的地点', () => {
  const play = aPlay();
  const [sun, worker, clerk] = [play.person('p-dk1-1'), play.person('p-dk1-w'), play.person('p-dk-2')];

  it('卡片上是他说的话，原来的楼号不再出现，说明有人核实；办理单位看到的一样', async () => {
    (await sun.says('渡口新居3号楼单元门坏了')).hears(NOTICE, '2 地点：渡口新居3号楼');
    worker.hears(['【新诉求】', '渡口新居3号楼']);
    (await sun.says('2 在88号楼')).hears([`编号 ${sun.no()}`, '2 地点：渡口新居（88号楼）\n', '目录里没有这个地点', '核实']);
    worker.hears([sun.no(), '地点 渡口新居（88号楼）', '目录里没有这个地点', `地点 ${sun.no()}`]);
    expect((await play.demand(sun.no())).place).to.deep.equal({ name: '渡口新居', detail: '88号楼', grid: 'g-dk-1' });
  });

  it('英文也一样；再更正成有的，就和从前一样', async () => {
    (await sun.says('2 at building 77')).hears(['2 地点：渡口新居（building 77）', '目录里没有这个地点']);
    worker.hears('渡口新居（building 77）');
    expect((await sun.says('2 at building 4')).heard().join()).to.contain('2 地点：渡口新居4号楼\n').and.not.to.contain('目录里没有');
    expect(worker.heard().join()).to.contain('地点 渡口新居4号楼，').and.not.to.contain('目录里没有');
  });

  it('只添了单元，楼还是那栋楼', async () => {
    expect((await sun.says('2 三单元')).heard().join()).to.contain('2 地点：渡口新居4号楼（三单元）\n').and.not.to.contain('目录里没有');
  });

  it('说的是别处，就不再说是这个小区，社区去核实', async () => {
    (await sun.says('2 金桂路12号')).hears(['2 地点：金桂路12号\n', '目录里没有这个地点']);
    clerk.hears(['地点不明', '金桂路12号', `地点 ${sun.no()}`]);
    expect((await play.demand(sun.no())).owner).to.equal('u-dk');
  });
});

describe('没有说地点的诉求', () => {
  const play = aPlay();

  it('会问地点，住址是一个选项，回一个数字就完整了', async () => {
    const luo = play.person('p-yxl2-1');
    const dispatcher = play.person('p-feng-3');
    (await luo.says('路灯坏了三天了，晚上看不清路')).hears(NOTICE, ['已记下', '请问在什么地方', '1 银杏花园8号楼（您登记的住址）']);
    dispatcher.hearsNothing();
    const no = luo.no();
    (await luo.says('1')).hears(['【已登记】', no, '2 地点：银杏花园8号楼']);
    dispatcher.hears(['【新诉求】', no, '银杏花园8号楼']);
    expect(await play.count()).to.equal(1);
  });

  it('也可以用话回答', async () => {
    const duan = play.person('p-yxl2-2');
    (await duan.says('电梯一直晃，不敢坐')).hears(NOTICE, '请问在什么地方');
    (await duan.says('在我们小区9号楼')).hears(['【已登记】', '2 地点：银杏花园9号楼']);
  });

  it('谁也不知道的地方，原话交给工作人员核实，派给对的单位', async () => {
    const sun = play.person('p-yxl3-1');
    const [dispatcher, worker] = [play.person('p-feng-3'), play.person('p-yxl3-w')];
    (await sun.says('路边的垃圾好几天没人收')).hears(NOTICE, '请问在什么地方');
    (await sun.says('老油坊后面那条小路')).hears(['【已登记】', '2 地点：老油坊后面那条小路', '目录里没有这个地点']);
    dispatcher.hears(['地点不明', '老油坊后面那条小路', `地点 ${sun.no()}`]);
    (await dispatcher.says(`地点 ${sun.no()} 荷香公寓3号楼`)).hears('已转银杏里社区办理', ['地点已更新', '荷香公寓3号楼']);
    sun.hears('已交银杏里社区办理');
    worker.hears(['【新诉求】', sun.no(), '荷香公寓3号楼']);
  });

  it('说不清在哪里也行，由工作人员来问', async () => {
    const ye = play.person('p-thx1-1');
    const dispatcher = play.person('p-feng-3');
    (await ye.says('路灯坏了三天了，晚上看不清路')).hears(NOTICE, '请问在什么地方');
    expect((await ye.says('说不清')).heard().join()).to.contain('【已登记】').and.not.to.contain('目录里没有');
    dispatcher.hears(['地点不明', ye.no()]);
  });

  it('说的是另一件事，不当成地点，哪怕里面有“没有”', async () => {
    const xu = play.person('p-thx1-2');
    (await xu.says('路灯坏了三天了，晚上看不清路')).hears(NOTICE, '请问在什么地方');
    const first = xu.no();
    for (const said of ['小区里的健身器材没有人修', '孩子上学的路上没有斑马线']) {
      (await xu.says(said)).hears([said]);
      expect(xu.no(), said).to.not.equal(first);
      expect((await play.demand(first)).status, said).to.equal('incomplete');
    }
    const last = xu.no();
    (await xu.says('路名不知道，在学校后面')).hears(['【已登记】', last]);
  });

  it('一天没有回答，就转给人，不再等', async () => {
    const feng = play.person('p-yxl3-2');
    const dispatcher = play.person('p-feng-3');
    await feng.says('垃圾没人清理');
    feng.hears(NOTICE, '请问在什么地方');
    await play.advance('PT24H');
    feng.hearsAmongOthers('人工核实');
    dispatcher.hearsAmongOthers(['地点不明', feng.no()]);
  });
});

describe('只说了一个地方', () => {
  const play = aPlay();

  it('问那里怎么了，不登记；接着说的事照样登记', async () => {
    const wei = play.person('p-thx1-1');
    (await wei.says('银杏花园')).hears(NOTICE, ['银杏花园', '什么事']);
    (await wei.says('2 银杏花园6号楼')).hears(['银杏花园6号楼', '什么事']);
    expect(await play.count()).to.equal(0);
    (await wei.says('银杏花园6号楼停水')).hears(['【已登记】', '2 地点：银杏花园6号楼']);
  });
});

describe('本来就没有地点的事', () => {
  const play = aPlay();
  const [ye, yan] = [play.person('p-thx1-1'), play.person('p-thx1-2')];

  it('不问地点，由住的网格办；邻居说一样的话，也是各人的事', async () => {
    (await ye.says('我的养老金这个月没发')).hears(NOTICE, ['【已登记】', '2 地点：桐花巷第一网格']);
    (await yan.says('我的养老金这个月没发')).hears(NOTICE, ['【已登记】', '2 地点：桐花巷第一网格']);
    expect(await play.count()).to.equal(2);
  });

  it('不知道他住哪里，还是要问', async () => {
    const guest = await play.newcomer('过客');
    (await guest.says('我的养老金这个月没发')).hearsAmongOthers('请问在什么地方');
  });
});

describe('问着地点，说不用了', () => {
  const play = aPlay();
  const [wang, smith] = [play.person('p-yxl1-1'), play.person('p-yxl2-3')];

  it('不当成地点，问是不是撤回，写明是哪一件', async () => {
    await wang.says('垃圾没人清理');
    const no = wang.no();
    for (const words of ['不用了 已经倒了', '垃圾已经清走了', '算了，谢谢']) (await wang.says(words)).hearsAmongOthers([no, '垃圾没人清理', `撤回 ${no}`]);
    expect(await play.demand(no)).to.include({ status: 'incomplete' }).and.not.have.property('place');
    (await wang.says(`撤回 ${no}`)).hears(['已撤回', no]);
  });

  it('用英语说也一样', async () => {
    await smith.says('The street lamp is broken');
    const no = smith.no();
    for (const words of ["It's fixed now thanks", 'Never mind', 'The lamp works again']) (await smith.says(words)).hearsAmongOthers([no, `withdraw ${no}`]);
    expect((await play.demand(no)).status).to.equal('incomplete');
  });

  it('打招呼、问话和电话号码也不是地点，还没修好的不是不用了', async () => {
    for (const words of ['你好', '你们几点上班？', '13912345678']) await smith.says(words);
    expect((await play.demand(smith.no())).status).to.equal('incomplete');
    const before = await play.count();
    await smith.says('还没修好，老油坊后面那条小路');
    expect((await play.demand(smith.no())).status).to.equal('waiting');
    expect(await play.count()).to.equal(before);
  });
});

describe('事情说过以后，接着说的话', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');

  it('问有没有人来，看到的是办到哪一步，不另外立案', async () => {
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    wang.hearsAmongOthers('【已登记】');
    worker.hears('【新诉求】');
    for (const words of ['有人来处理吗？', '怎么还没人来', '什么时候能清走？', '处理得怎么样了']) (await wang.says(words)).hears([wang.no(), '待接单', '明天09:00前接单']);
    for (const words of ['你们啥时候来人看看呀 我都跟物业讲了三回了 没人管', '这个事情办好了吗', '那垃圾也清走了吗', 'when will somebody come?', "what's happening with my report?", 'has it been fixed yet']) (await wang.says(words)).hears([wang.no(), '待接单']);
    expect(await play.count()).to.equal(1);
    worker.hearsNothing();
  });

  it('埋怨没人来、没说是什么的，也是这件，不另外立案', async () => {
    for (const words of ['你们到底管不管啊', '根本没人来', '我要投诉你们', '沒人管嗎', 'why has nobody come']) (await wang.says(words)).hears([wang.no(), '待接单']);
    (await wang.says('现在就在飘味')).hears(['已补充', wang.no()]);
    expect(await play.count()).to.equal(1);
    await play.lookAway();
  });

  it('问接下来呢、谁来，看到的是办到哪一步；说收到，不再从头问好', async () => {
    for (const words of ['然后呢', '谁来？', '有人在处理吗', '进度 2', 'what happens next']) (await wang.says(words)).hears([wang.no(), '待接单']);
    for (const words of ['收到', '知道了', 'ok']) (await wang.says(words)).hears('有进展我会告诉您');
    (await wang.says('唔該晒')).hears('不客气');
  });

  it('道谢后面又说的事，不会漏掉', async () => {
    (await wang.says('好的谢谢，对了银杏花园2号楼5楼那家还养了很多狗')).hears(['【已登记】', '狗']);
    expect(await play.count()).to.equal(2);
    await wang.says(`撤回 ${wang.no()}`);
    await play.lookAway();
  });

  it('什么都没反映过，只是埋怨，问是什么事', async () => {
    const ye = play.person('p-thx1-1');
    for (const words of ['你们管不管啊', '我要投诉你们']) (await ye.says(words)).hearsAmongOthers(['把事情和地点告诉我', '转人工']);
  });

  it('问的时候说了别的事，是另一件', async () => {
    const before = await play.count();
    (await wang.says('你们啥时候来人看看呀 银杏花园2号楼的路灯也坏了')).hearsAmongOthers(['【已登记】', '路灯也坏了']);
    expect(await play.count()).to.equal(before + 1);
    await wang.says(`撤回 ${wang.no()}`);
    await play.lookAway();
  });

  it('刚听说办结就说没解决，不用等来问，带着原话退回', async () => {
    await worker.says('办结 已清运');
    await play.lookAway();
    (await wang.says('没解决，还是满的')).hears(['对不起', '退回重办', '没解决，还是满的']);
    worker.hears(['不满意', '没解决，还是满的']);
    expect((await play.demand(wang.no())).ratings.map(({ answers }) => answers)).to.deep.equal([{ solved: 'unsolved', satisfied: 'dissatisfied' }]);
    await worker.says('办结 又清了一遍');
    await play.advance('PT2H1M');
    await play.lookAway();
    (await wang.says('还是没清走')).hears(['对不起', '退回重办']);
    await worker.says('办结 清完了');
    await play.lookAway();
    (await wang.says('满意，辛苦了')).hears('谢谢您的评价');
    expect((await play.demand(wang.no())).status).to.equal('closed');
    await play.advance('PT96H');
    wang.hearsNothing();
  });

  it('回地点时又把事情说了一遍，说的话都留着', async () => {
    const qin = await play.newcomer('秦阿姨');
    (await qin.says('垃圾没人清理')).hears(NOTICE, ['已记下', '请问在什么地方']);
    (await qin.says('桐花大院3号楼，垃圾桶满了三天都没人来清')).hears(['【已登记】', '2 地点：桐花大院3号楼']);
    expect(JSON.stringify((await play.demand(qin.no())).timeline)).to.include('垃圾桶满了三天都没人来清');
  });

  it('正问着地点，又说起另一件事，两件都不丢', async () => {
    (await wang.says('电梯一直晃，不敢坐')).hears('请问在什么地方');
    const first = wang.no();
    (await wang.says('荷香公寓门口的路灯坏了三天，晚上看不清路')).hears(['【已登记】', '路灯', '荷香公寓']);
    expect(wang.no()).to.not.equal(first);
    (await wang.says('电话是多少，我想问问')).hearsAmongOthers('工作人员');
    (await wang.says('在2号楼')).hears(['【已登记】', first, '银杏花园2号楼']);
  });

  it('一句话说了两件事，各登各的，各留各的话', async () => {
    const qin = play.person('p-yxl1-1');
    await qin.says('2号楼的电梯又停了，老人下不了楼，顺便说一下门口的垃圾桶满了三天没人收，我的电话13912345678');
    qin.hears(['【已登记】', '电梯'], ['【已登记】', '垃圾']);
    const told = JSON.stringify((await play.demand(qin.no())).timeline);
    expect(told).to.include('垃圾桶满了三天').and.not.include('电梯');
  });

  it('反映完又问一句，事登记，话有人答', async () => {
    const qin = play.person('p-yxl1-1');
    const before = await play.count();
    (await qin.says('3号楼的路灯坏了好几天，另外想问一下老年证在哪里办')).hears(['【已登记】', '路灯'], '老年人优待证');
    (await qin.says('3号楼门禁也坏了。再问一句，今年中秋社区有没有灯谜会')).hears(['【已登记】', '门禁'], '工作人员');
    expect(await play.count()).to.equal(before + 2);
  });

  it('网格员巡查时说的，地点就在自己的网格', async () => {
    (await worker.says('3号楼门口有一堆建筑垃圾，刚巡查看到的')).hearsAmongOthers(['【已登记】', '银杏花园3号楼']);
    expect((await play.demand(worker.no())).source).to.equal('worker-chat');
  });
});

describe('说了地方，没听懂是什么事', () => {
  const play = aPlay();

  it('不当成打招呼，请他说是什么事；长的交给人看', async () => {
    const wang = play.person('p-yxl1-1');
    (await wang.says('静川家园那边你们懂的')).hears('我是哨子', '没太听明白');
    (await wang.says('今天天气很好')).hears('直接说就行');
    (await wang.says('今天天气很好，早上起来去江边走了一圈，看见好多人在放风筝，还碰到了老同学，两个人聊了一上午，中午一起吃了碗热干面，下午回来睡了一觉，晚上看电视')).hears('已转银杏里社区的工作人员');
  });

  it('一个词也不认识的外文，也请他再说，长的交给人看', async () => {
    const li = play.person('p-yxl1-2');
    (await li.says('Quarterly shareholder votes postponed')).hears('I am Shaozi', 'did not quite get that');
    (await li.says('Kulttuuritalon remontti alkaa vasta kesällä, joten näyttely siirtyy syksyyn ja liput palautetaan')).hears('during working hours');
  });
});

describe('还在办的诉求，说不用修了', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');

  it('先问是哪一件不用办了，怎么撤回，不当成补充，也不当成表扬', async () => {
    await wang.says('银杏花园3号楼楼下垃圾桶满了三天没人清');
    const first = wang.no();
    for (const words of ['不用修了', '已经有人清走了，谢谢', 'never mind']) (await wang.says(words)).hearsAmongOthers([first, '垃圾桶', `撤回 ${first}`, /^(?![\s\S]*“撤回”加)/]);
    expect((await play.demand(first)).timeline).to.have.length(1);
    await wang.says('银杏花园5号楼门口路灯不亮');
    (await wang.says('算了，不用了')).hearsAmongOthers([wang.no(), '路灯', '“撤回”加']);
  });

  it('说还没修好的不问；没有在办的事，谢谢还是谢谢', async () => {
    (await wang.says('师傅还没修好')).hears(/^(?![\s\S]*不用办了)/);
    const zhao = play.person('p-yxl1-3');
    (await zhao.says('路灯修好了，谢谢师傅')).hears('我是哨子', '谢谢您的肯定');
  });
});

describe('过了时限没有人接的诉求', () => {
  const play = aPlay();

  it('问进度，听到的是已经超时、正在催办，不是一个过去了的时间', async () => {
    const wang = play.person('p-yxl1-1');
    await wang.says('银杏花园3号楼楼下垃圾桶满了三天没人清');
    await play.advance('PT26H');
    await play.lookAway();
    (await wang.says('进度')).hears(['还没接单', '已超过', '正在催办', '预计']);
    await play.advance('P10D');
    await play.lookAway();
    (await wang.says('进度')).hears([/还没接单，已超过.*正在催办$/m]);
  });
});

describe('第一句话是英文的居民', () => {
  const play = aPlay();

  it('从告知起就用英文回答，名册上没写语言的也一样', async () => {
    for (const one of [play.person('p-yxl1-2'), await play.newcomer('Tom')]) {
      (await one.says('There is a gas smell in my kitchen')).hears('I am Shaozi', ['open the windows', 'Registered as']);
      (await one.says('status')).hearsAmongOthers(['gas smell']);
    }
  });

  it('中文居民后来夹一句英文，还是用中文', async () => {
    const wang = play.person('p-yxl1-1');
    await wang.says('你好');
    await play.lookAway();
    (await wang.says('The lift is broken again')).hears(/[\u4e00-\u9fff]{6}/);
  });

  it('说了几单元几室，卡片上照写，不连成一个数', async () => {
    const jiang = play.person('p-yxl2-2');
    (await jiang.says('我住银杏花园12号楼3单元303，楼上漏水')).hears(NOTICE, ['2 地点：银杏花园12号楼（3单元303）']);
    (await play.demand(jiang.no())).timeline.forEach((entry) => expect(JSON.stringify(entry.data)).not.to.include('303'));
  });

  it('看不见的控制字符和反转方向的标记不进卡片', async () => {
    const jiang = play.person('p-yxl-zb-4');
    (await jiang.says('\u0007\u001b[31m银杏花园11号楼的路灯坏了\u202e \ud83d')).hears(NOTICE, ['1 事情：银杏花园11号楼的路灯坏了\n', '4 经过：银杏花园11号楼的路灯坏了\n']);
  });
});
