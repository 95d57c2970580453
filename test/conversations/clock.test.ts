import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('按工作日走的时限，中间隔着调休的周六和放假的周一', () => {
  const play = aPlay({ worked: ['周六'], free: ['下周一'] });
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');
  const head = play.person('p-yxl-1');
  const street = play.person('p-feng-3');

  it('周四下午的事，三个工作日到下周二', async () => {
    await play.until('周四', '16:00');
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    wang.hearsAmongOthers(['【已登记】', '明天16:00前接单', /预计\S+（周二）16:00前办结/]);
    worker.hears(['【新诉求】', '明天16:00前接单']);
  });

  it('接单以后，不再催接单', async () => {
    await play.until('周四', '17:00');
    (await worker.says('接')).hears(/周二）16:00前办结/);
    await play.until('周五', '18:00');
    worker.hearsNothing();
  });

  it('用去一半、离到期一个工作日、用去八成，各提醒一次', async () => {
    await play.until('周六', '11:29');
    worker.hearsNothing();
    await play.until('周六', '11:31');
    worker.hears(['提醒', wang.no(), '办结时限已用 50%']);
    await play.until('周六', '15:59');
    worker.hearsNothing();
    await play.until('周六', '16:01');
    worker.hears(['【黄牌】', wang.no(), '不足一个工作日']);
    await play.until('下周一', '23:00');
    worker.hearsNothing();
    await play.until('下周二', '10:37');
    worker.hears(['提醒', '办结时限已用 80%', '今天16:00到期']);
  });

  it('到期当时说一声，第二个工作日早上红牌并告诉负责人，再下一个早上报上一级', async () => {
    await play.until('下周二', '16:01');
    worker.hears(['办结时限已到', '请马上处理']);
    head.hearsNothing();
    await play.until('下周三', '08:29');
    worker.hearsNothing();
    await play.until('下周三', '08:31');
    worker.hears(['【红牌】', wang.no()]);
    head.hears(['【超期】', '银杏里社区', '请您督办']);
    street.hearsNothing();
    await play.until('下周四', '08:31');
    street.hears(['【超期上报】', '银杏里社区', '至今未完成']);
    worker.hearsNothing();
  });

  it('超期以后，别处说的期限还是没赶上的那个，不是下一次提醒', async () => {
    const { raisedAt, limitAt, nextDueAt } = await play.demand(wang.no());
    expect(limitAt).to.contain('T16:00');
    expect(Date.parse(limitAt ?? '')).to.be.greaterThan(Date.parse(raisedAt)).and.lessThan(Date.parse(nextDueAt ?? ''));
  });

  it('一直没办，五个工作日后再提一次，不天天催', async () => {
    await play.until('下下周四', '08:00');
    worker.hearsNothing();
    head.hears('本周提要');
    head.hearsNothing();
    await play.until('下下周四', '08:31');
    head.hears(['仍未完成', wang.no()]);
  });

  it('办结就安静了', async () => {
    (await worker.says('办结 已清运')).hears('已记为办结');
    await play.until('下下下周五', '18:00');
    worker.hears('电话回访名单');
    expect((await play.demand(wang.no())).limitAt).to.equal(undefined);
    head.hears('本周提要');
    head.hearsNothing();
    street.hearsNothing();
  });
});

describe('部门没有按时报到', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const dispatcher = play.person('p-feng-3');
  const water = play.person('p-sw-1');
  const waterHead = play.person('p-sw-2');
  const district = play.person('p-qu-4');

  it('日常哨两个工作日报到：提醒、黄牌，到时告诉呼叫的街道', async () => {
    await li.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    await dispatcher.says(`吹哨 ${li.no()} 日常 主办 水务局`);
    await play.lookAway();
    await play.until('周二', '09:01');
    water.hears(['【黄牌】', '报到']);
    await play.until('周三', '08:59');
    water.hearsAmongOthers('报到时限已用 80%');
    dispatcher.hearsNothing();
    await play.until('周三', '09:01');
    water.hearsAmongOthers('报到时限已到');
    dispatcher.hears(['水务局的报到已超期']);
  });

  it('次日早上红牌，单位负责人知道；再次日上一级知道', async () => {
    await play.lookAway();
    await play.until('周四', '08:31');
    water.hearsAmongOthers(['【红牌】', '报到已超期']);
    waterHead.hears(['【超期】', '水务局的报到']);
    district.hearsNothing();
    await play.until('周五', '08:31');
    district.hearsAmongOthers(['【超期上报】', '水务局的报到']);
  });

  it('报到以后，报到的时限不再催，反馈和办结照走', async () => {
    await water.says('反馈 已到现场');
    await play.lookAway();
    await play.until('下周一', '18:00');
    expect(water.heard().filter((text) => !text.includes('办结时限'))).to.deep.equal([]);
  });
});

describe('夜里', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const gas = play.person('p-qi-1');
  const gasHead = play.person('p-qi-2');
  const district = play.person('p-qu-4');

  it('居民夜里说的马上有回音，工作人员早上八点半才听到', async () => {
    await play.until('周一', '21:30');
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    wang.hearsAmongOthers('【已登记】');
    worker.hearsNothing();
    await play.until('周二', '08:29');
    worker.hearsNothing();
    await play.until('周二', '08:31');
    worker.hears('【新诉求】');
  });

  it('一个工作日的时限，不会一上来就黄牌', async () => {
    await play.until('周二', '13:00');
    worker.hearsNothing();
    await play.until('周二', '13:31');
    worker.hears('接单时限已用 50%');
  });

  it('工作人员夜里办的，居民早上才听到', async () => {
    await play.until('周二', '22:00');
    await play.lookAway();
    (await worker.says('接')).hears('已接单');
    wang.hearsNothing();
    await play.until('周三', '08:31');
    wang.hears('银杏里社区已接单');
  });

  it('紧急哨夜里也响，按分钟催，一级一级往上', async () => {
    await li.says('银杏花园6号楼楼下燃气调压箱有异响');
    const no = li.no();
    await play.until('周三', '23:00');
    await play.lookAway();
    (await dispatcher.says(`吹哨 ${no} 紧急 主办 燃气公司`)).hearsAmongOthers('哨已吹响：紧急');
    gas.hears(['【吹哨·紧急】', '今天23:30前', '明天01:00前', '明天23:00前']);
    await play.until('周三', '23:16');
    gas.hears('报到时限已用 50%');
    await play.until('周三', '23:25');
    gas.hears('报到时限已用 80%');
    dispatcher.hearsNothing();
    await play.until('周三', '23:31');
    gas.hears('报到时限已到');
    dispatcher.hears('燃气公司的报到已超期');
    gasHead.hearsNothing();
    await play.until('周四', '00:01');
    gasHead.hearsAmongOthers(['【超期】', '燃气公司的报到']);
    district.hearsNothing();
    await play.until('周四', '00:31');
    district.hearsAmongOthers(['【超期上报】', '燃气公司的报到']);
    (await gas.says(`报到 ${no}`)).hearsAmongOthers('已报到');
  });

  it('时限过了才报到、才接单，说的是已经超过，不说请在过去的时间前办', async () => {
    await li.says('银杏花园6号楼楼下垃圾桶满了三天没人清');
    const no = li.no();
    await li.says('银杏花园6号楼楼下燃气管道有异响');
    const pipe = li.no();
    await dispatcher.says(`吹哨 ${pipe} 紧急 主办 燃气公司`);
    await play.until('下周四', '10:00');
    await play.lookAway();
    (await worker.says(`接 ${no}`)).hears(['已接单', '已超过', '尽快办结', /^(?!.*请在)/]);
    li.hears([no, '已接单', '已超过', '正在催办', /^(?!.*预计)/]);
    (await gas.says(`报到 ${pipe}`)).hears(['已报到', '首次反馈', '已过', '马上反馈']);
  });
});
