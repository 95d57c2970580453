import { expect } from 'chai';
import type { Speaker } from '../support/play.ts';
import { aPlay } from '../support/play.ts';

/** The number under which somebody's words were registered; a neighbour's may be named behind it. */
async function registers(who: Speaker, words: string): Promise<string> {
  return /编号 (1\d{4})/.exec((await who.says(words)).heard().join('\n'))?.[1] ?? '';
}

describe('工作人员用自己的话问一件事到哪一步了', () => {
  const play = aPlay();
  const [street, office, water] = [play.person('p-feng-3'), play.person('p-feng-cg-1'), play.person('p-sw-1')];
  let [lamp, parked, sewer, dark] = ['', '', '', ''];

  before(async () => {
    lamp = await registers(play.person('p-yxl1-1'), '银杏花园2号楼门口路灯坏了');
    parked = await registers(play.person('p-yxl1-2'), '银杏花园6号楼门口汽车乱停堵住路');
    sewer = await registers(play.person('p-thx2-2'), '静川家园4号楼后面污水井冒水，满地都是');
    dark = await registers(play.person('p-ts1-1'), '听松苑2号楼门口路灯不亮');
    await street.says(`吹哨 ${sewer} 日常 主办 水务局 协办 桐安物业`);
    await play.lookAway();
  });

  it('只有一件对得上，就说那一件现在怎么样、在谁手上', async () => {
    for (const words of ['水务那个到哪一步了', '看看水务那个', '污水井那件进展咋样', '派给水务局的那个现在怎么样了', '静川家园那个处理得怎么样了', '冒水那个有进展吗', "what's the status of the sewer one"]) {
      (await street.says(words)).hears([`编号 ${sewer}`, '状态：吹哨办理中']);
    }
    for (const words of ['停车那件现在谁在办', '乱停车那个在谁手上', '停车那单卡在哪了', '停车怎么样了']) (await street.says(words)).hears([`编号 ${parked}`, '状态：']);
    (await street.says('听松苑那个路灯怎么样了')).hears([`编号 ${dark}`, '听松苑2号楼']);
    (await street.says(`${lamp}到哪步了`)).hears([`编号 ${lamp}`, '状态：']);
  });

  it('对得上几件，列出来，回数字就看那一件', async () => {
    (await street.says('路灯那单进展咋样')).hears(['哪一件', '回复数字', `1 听松苑2号楼门口路灯不亮（${dark}`, `2 银杏花园2号楼门口路灯坏了（${lamp}`]);
    (await street.says('2')).hears([`编号 ${lamp}`, '状态：待接单']);
  });

  it('被叫来的单位也可以问自己的和别人配合的', async () => {
    for (const words of ['污水井那个到哪一步了', '物业那边报到了没', '这件现在什么情况']) (await water.says(words)).hears([`编号 ${sewer}`, '状态：']);
  });

  it('指着问却对不上的，说没有看出是哪一件，不登记、不当成反馈', async () => {
    for (const words of ['垃圾那个到哪一步了', '燃气公司那件谁在跟']) (await street.says(words)).hears(['没有看出问的是哪一件', '进度 编号']);
    (await office.says('路灯那单进展咋样')).hears(['没有看出问的是哪一件']);
  });

  it('自己报的，问一句也看得到；问本单位办得怎么样，是看考核', async () => {
    const deputy = play.person('p-dw-1');
    const no = await registers(deputy, '枫荷公园晚上灯太暗，老人跳舞看不见');
    await play.lookAway();
    (await deputy.says('我提的那个怎么样了')).hears([`编号 ${no}`, '状态：']);
    for (const words of ['这个月我们街道排第几', '我们街道这个月办得怎么样']) (await play.person('p-feng-1').says(words)).hears(/考核|本期/);
  });

  it('指着手上一件说的话，不登记成新的事', async () => {
    const before = await play.count();
    for (const words of ['污水井那个叫执法中心一起去，公安、市监、城管都去', '查了证照齐全，音响是他们自己的']) await water.says(words);
    await play.person('p-thx2-w').says('污水井那个我先拉了警戒线');
    expect(await play.count()).to.equal(before);
    await play.lookAway();
  });

  it('进展、完成、新的事和问谁管，都不是问到哪一步', async () => {
    for (const words of ['水务那个已经修好了', '我们马上去看看路灯那个', '水务那个还没办完，再给两天']) expect((await water.says(words)).heard().join()).to.not.include('状态：');
    expect((await street.says('桐花大院3号楼楼道灯坏了三天没人修')).heard().join()).to.include('已登记');
    expect((await street.says('桐花大院2号楼那个电线掉下来冒火花了')).heard().join()).to.include('【已登记】');
  });
});
