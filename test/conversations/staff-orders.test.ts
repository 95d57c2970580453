import { expect } from 'chai';
import type { Speaker } from '../support/play.ts';
import { aPlay } from '../support/play.ts';

/** The number under which somebody's words were registered; a neighbour's may be named behind it. */
async function registers(who: Speaker, words: string): Promise<string> {
  return /编号 (1\d{4})/.exec((await who.says(words)).heard().join('\n'))?.[1] ?? '';
}

describe('派件的人说两件是一回事', () => {
  const play = aPlay();
  const [wang, zhao, shen, street] = [play.person('p-yxl1-1'), play.person('p-yxl1-3'), play.person('p-thx2-2'), play.person('p-feng-3')];
  let [lamp, dark, fumes] = ['', '', ''];

  before(async () => {
    lamp = await registers(wang, '银杏花园2号楼门口路灯坏了');
    dark = await registers(zhao, '银杏花园2号楼前面的路灯不亮，老人看不见');
    fumes = await registers(shen, '静川家园4号楼餐馆油烟太大');
  });

  it('说的是哪两件看得出来，先问一句，列出两件的话和编号', async () => {
    for (const words of ['路灯那两条是一回事，合一起', '把路灯那两个并一下', '两个路灯的合并了吧', '路灯这两件重复了，并成一件', '合并一下路灯那两件', 'please merge the two street light matters']) {
      (await street.says(words)).hears([`是把 ${dark}`, `并到 ${lamp}`, '回复“是”', `并 ${lamp} ${dark}`]);
    }
    expect((await play.demand(dark)).status).to.equal('waiting');
  });

  it('回“是”才并，各人的编号不变', async () => {
    await street.says('路灯那两条是一回事，合一起');
    await play.lookAway();
    (await street.says('是')).hearsAmongOthers(`${dark} 已并入 ${lamp}`);
    (await zhao.says(`进度 ${dark}`)).hearsAmongOthers(`编号 ${dark}`);
  });

  it('没有那样的两件，不猜，告诉怎么写', async () => {
    for (const words of ['垃圾那两件合一起', '油烟那两条并了']) (await street.says(words)).hears(['没有看出是哪两件', '并 主编号 副编号']);
  });

  it('写了两个编号，就照着并', async () => {
    const third = await registers(play.person('p-yxl1-2'), '银杏花园2号楼路灯又灭了一盏');
    await play.lookAway();
    (await street.says(`${lamp} 和 ${third} 是同一件事，合在一起办`)).hearsAmongOthers(`${third} 已并入 ${lamp}`);
  });

  it('三件里不知道是哪两件，列出来选数字', async () => {
    const more = ['银杏花园5号楼路灯坏了', '银杏花园3号楼路灯坏了'];
    for (const words of more) await wang.says(words);
    await play.lookAway();
    (await street.says('路灯那两件合一起')).hears(['哪两件', '回复数字', '\n1 ', '\n2 ', '\n3 ']);
  });

  it('居民说是一回事、网格员报的合并单元，都不是这个意思', async () => {
    expect((await wang.says('这两件是一回事，合一起吧')).heard().join()).to.not.include('并 主编号');
    expect((await street.says('银杏花园8号楼有人把两间房合并成一间，敲了承重墙')).heard().join()).to.not.include('并 主编号');
    expect(fumes).to.not.equal('');
  });
});

describe('派件的人说给谁、谁牵头', () => {
  const play = aPlay();
  const [wang, li, shen, street] = [play.person('p-yxl1-1'), play.person('p-yxl1-2'), play.person('p-thx2-2'), play.person('p-feng-3')];
  let [lamp, cars, fumes] = ['', '', ''];

  before(async () => {
    lamp = await registers(wang, '银杏花园2号楼门口路灯坏了');
    cars = await registers(li, '银杏花园6号楼门口汽车乱停堵住路');
    fumes = await registers(shen, '静川家园4号楼餐馆油烟太大');
  });

  it('说了是哪样东西、给谁，问一句是不是，回“是”就派', async () => {
    for (const words of ['把路灯的给城管办去弄', '路灯那个派给城管办', '路灯让城管办去修一下', '路灯这个转给城管办处理']) {
      (await street.says(words)).hears([`是说 ${lamp}`, `派 ${lamp} 城管办`, '回复“是”']);
    }
    await play.lookAway();
    (await street.says('对')).hearsAmongOthers(`${lamp} 已派给城市管理办公室`);
  });

  it('说谁牵头、谁配合，问是不是照这样办', async () => {
    for (const words of ['油烟这个让城管局牵头，生态环境局配合', '油烟那件请城管局主办，让环保局协办', '油烟城管局牵头，环保局来配合', '让城管局牵头，环保局配合，把油烟那个弄一下']) {
      (await street.says(words)).hears([`是说 ${fumes}`, new RegExp(`吹哨 ${fumes} 主办 城管局 协办 (?:生态环境局|环保局)`)]);
    }
  });

  it('在社区手上的，也找得到；交警不归街道派，就是吹哨', async () => {
    (await street.says('把乱停车的给交警去弄')).hears([`是说 ${cars}`, `吹哨 ${cars} 主办 交警`]);
  });

  it('带着编号说退给社区，就派给那个地方的社区，后面的话不碍事；规矩不许的，说为什么', async () => {
    const no = await registers(wang, '银杏花园3号楼楼道路灯坏了');
    await play.lookAway();
    (await street.says(`${no}退给社区，他们自己能换灯泡`)).hearsAmongOthers(/不在银杏里社区的清单内/);
  });

  it('没有那样的事，说一句怎么写，不登记、不乱派', async () => {
    const before = await play.count();
    (await street.says('把违建那个给城管办去弄')).hears(['没有找到', '派 编号']);
    expect(await play.count()).to.equal(before);
  });

  it('说的是哪里有什么事，照样登记', async () => {
    const before = await play.count();
    (await street.says('银杏花园9号楼下垃圾堆成山了，让环卫公司来清一下')).hearsAmongOthers('【已登记】');
    expect(await play.count()).to.equal(before + 1);
  });

  it('网格员说谁牵头，就是建议', async () => {
    const no = await registers(wang, '银杏花园4号楼楼下垃圾桶满了三天没人清');
    await play.lookAway();
    (await play.person('p-yxl1-w').says('垃圾这个让环卫公司牵头，暖杏物业配合')).hearsAmongOthers([`建议 ${no} 主办 环卫公司 协办 暖杏物业`]);
  });
});

describe('办件的人问事、说事', () => {
  const play = aPlay();
  const [wang, street, water, worker] = [play.person('p-yxl1-1'), play.person('p-feng-3'), play.person('p-sw-1'), play.person('p-yxl1-w')];
  let no = '';

  before(async () => {
    no = await registers(wang, '银杏花园4号楼后面污水管堵了，污水往外冒');
    await street.says(`吹哨 ${no} 日常 主办 水务局`);
  });

  it('问是谁反映的、电话多少，说清看不到，告诉怎么传话；传得到，也传得回来', async () => {
    const asked = ['是谁反映的', '这是谁投诉的啊', '居民电话多少，我要联系他', '反映人联系方式发我', '业主叫什么名字', '怎么联系居民', '给我居民电话', '住户住哪', '他电话多少', 'who reported this?', "what's the resident's phone number"];
    for (const words of asked) (await water.says(words)).hears(['办理单位看不到', `反馈 ${no}`]);
    await water.says(`反馈 ${no} 明天上午十点方便开门吗`);
    expect(wang.heard().join()).to.include('明天上午十点方便开门吗');
    await wang.says(`补充 ${no} 方便的`);
    expect(water.heard().join()).to.include('方便的');
  });

  it('说有人反映电话亭坏了，是一件事，不是问这个', async () => {
    const before = await play.count();
    (await worker.says('银杏花园2号楼居民反映电话线掉下来了')).hearsAmongOthers('【已登记】');
    expect(await play.count()).to.equal(before + 1);
  });

  it('问怎么写、下一步干什么，看到这件现在能写的', async () => {
    for (const words of ['这个怎么办结', '下一步干啥', '怎么退回啊', '接下来该怎么办', '我该写什么', 'what do I do next?']) (await water.says(words)).hears([no, '现在可以写', `反馈 ${no}`, `办结 ${no}`]);
    const waiting = await registers(wang, '银杏花园2号楼路灯不亮');
    await play.lookAway();
    (await street.says('这个怎么派')).hears([waiting, `派 ${waiting}`, `接 ${waiting}`]);
  });

  it('聊天里不做的，说一句怎么办', async () => {
    for (const words of ['导出个表', '发我一份台账', '表格能导出来吗', '拉个数据汇总']) (await street.says(words)).hears(['登录', '考核']);
    for (const words of ['给所有居民发个通知 明天停水', '帮我群发一下', '通知大家明天停电']) (await street.says(words)).hears('不群发');
    for (const words of ['我请假三天 单子给毛致远', '我请假三天让小李顶一下', '下周休年假，谁来顶班', '我明天请假']) (await worker.says(words)).hears(['同单位的人都能接着办', '兼管网格']);
    for (const words of ['我调岗了以后找谁', '我下个月退休了']) (await water.says(words)).hears('管理员');
  });

  it('不在家、看了没事、可以结了、往上报、派错了，都问是不是这一步', async () => {
    const mine = await registers(wang, '银杏花园2号楼楼下垃圾桶满了三天没人清');
    await worker.says(`接 ${mine}`);
    await play.lookAway();
    for (const words of ['垃圾那个 业主不在家', '垃圾的 敲门没人', '垃圾那家电话打不通']) (await worker.says(words)).hears(`反馈 ${mine}`);
    for (const words of ['垃圾那个现场看了 没问题', '垃圾那个可以结了', '垃圾那家劝走了']) (await worker.says(words)).hears(`办结 ${mine}`);
    for (const words of ['垃圾这条我解决不了 往上报', '垃圾那个我搞不定 报给街道吧', '垃圾这个太大了 报街道']) (await worker.says(words)).hears(`上呼 ${mine}`);
    for (const words of ['派错了', '派错单位了吧', '这个应该归住建局管']) (await water.says(words)).hears(`退回 ${no} ${words}`);
    for (const words of ['昨天就弄好了', '已经派人去了 明天上午弄']) (await water.says(words)).hears(no);
  });

  it('老人敲门没人应、哪里有什么事，不当成进展', async () => {
    const before = await play.count();
    for (const words of ['银杏花园3号楼独居老人好几天没出门，敲门没人应', '银杏花园5号楼围墙要倒了，我们搞不定']) (await worker.says(words)).hearsAmongOthers('已登记');
    expect(await play.count()).to.equal(before + 2);
    expect((await wang.says('我请假三天在家，楼上装修吵得受不了，是谁反映的能不能保密')).heard().join()).to.not.include('兼管');
  });
});

describe('用自己的话说同意不同意', () => {
  const play = aPlay();
  const [wang, street, water, property] = [play.person('p-yxl1-1'), play.person('p-feng-3'), play.person('p-sw-1'), play.person('p-yxl-wy-1')];
  let no = '';

  before(async () => {
    no = await registers(wang, '银杏花园4号楼后面污水管堵了，污水往外冒');
    await street.says(`吹哨 ${no} 日常 主办 水务局 协办 暖杏物业`);
    for (const who of [water, property]) await who.says(`报到 ${no}`);
  });

  it('没有等答复的事，说一句，不记成反馈；想收回的，说收不回来', async () => {
    for (const words of ['同意吧', '批了', '批', '不批，太久了']) (await street.says(words)).hears(/没有可以做这一步的事|没有等您同意/);
    for (const words of ['刚才那个不同意了', '刚才那个作废', '我刚才点错了']) (await street.says(words)).hears('收不回来');
  });

  it('另说天数的，说天数有规定，问同意不同意', async () => {
    await water.says(`延期 ${no} 要开挖`);
    await play.lookAway();
    for (const words of ['同意吧，给他三天', '可以延5天', '批了，最多一周']) (await street.says(words)).hears(['不能另定', '1 同意', '2 不同意']);
    (await street.says('1')).hearsAmongOthers(`${no} 已按您的意见处理`);
    expect(water.heard().join()).to.include('延期');
  });

  it('只有一件在等，说一句就办', async () => {
    await property.says(`延期 ${no} 等配件`);
    await play.lookAway();
    (await street.says('不批吧，太久了')).hearsAmongOthers(`${no} 已按您的意见处理`);
    expect(property.heard().join()).to.include('未获同意').and.include('原因：太久了');
  });

  it('好几件在等，列出几件，说清还有几件没列出', async () => {
    for (const building of [1, 2, 3, 5]) {
      await play.lookAway();
      const other = await registers(wang, `银杏花园${building}号楼后面污水管堵了，污水往外冒`);
      await street.says(`吹哨 ${other} 日常 主办 水务局`);
      await water.says(`报到 ${other}`);
      await water.says(`延期 ${other} 要开挖`);
    }
    await play.lookAway();
    (await street.says('同意吧')).hears(['是哪一件', /^3 /mu, '还有 1 件']);
  });

  it('居民说同意，不归这里管', async () => {
    expect((await wang.says('我同意吧，给他们三天修好')).heard().join()).to.not.include('不能另定');
  });
});
