import { aPlay } from '../support/play.ts';

describe('谁来管', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const group = play.group('r-yxl-1');
  const dispatcher = play.person('p-feng-3');
  const branch = play.person('p-yxl-zb-1');

  it('在网格群里一问，就在群里亮出名字、身份和职责，没有一个电话', async () => {
    await li.saysIn(group, '谁来管？');
    group.hearsOnly(['【银杏里第一网格】', '网格员 金一鸣', '行政服务\n· ', '银杏里社区：', '民生保障办公室：救助、养老', '行政执法', '综合执法中心', '党群力量\n· 社区书记 吕国庆：党建、居民议事', '居民单位和志愿者', '暖杏物业', '志愿者 尹帆', '公共事业', '自来水公司：停水、漏水、水压', /^(?![\s\S]*1\d{10})/]);
  });

  it('别的区才有的力量，这里不显示', async () => {
    (await li.says('网格员是谁')).hears('我是哨子', [/^(?![\s\S]*(?:街巷长|小巷管家))/, '网格员 金一鸣']);
  });

  it('问某件事谁管，答管这件事的人', async () => {
    (await li.says('谁来管 停水')).hears(['停水找他们', '自来水公司']);
    (await li.says('谁来管 电梯')).hears(['电梯找他们', '暖杏物业']);
    (await li.says('噪声归谁管')).hears(['噪声找他们', '综合执法中心']);
    (await li.says('谁来管 公共事业')).hears(['自来水公司', '供电公司', '燃气公司']);
  });

  it('问别处，写上小区', async () => {
    (await li.says('谁来管 听松苑')).hears(['【听松', '松和物业']);
  });

  it('不认识的人先说在哪里', async () => {
    const guest = await play.newcomer('路过的人');
    (await guest.says('谁来管')).hearsAmongOthers('请写上小区');
    (await guest.says('谁来管 银杏花园3号楼')).hears('【银杏里第一网格】');
  });

  it('埋怨没人管的，不是在问', async () => {
    (await li.says('银杏花园6号楼楼道灯坏了没人管，到底谁来管')).hearsAmongOthers('【已登记】');
  });

  it('调度员可以照这个名字派到他的单位', async () => {
    (await dispatcher.says(`派 ${li.no()} 党支部书记 冯启明`)).hearsAmongOthers('已派给银杏里党支部');
    branch.hearsAmongOthers(['【新诉求】', li.no()]);
  });
});
