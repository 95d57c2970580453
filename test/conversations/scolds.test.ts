import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('听了答复只骂一句的', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const street = play.person('p-feng-3');
  const worker = play.person('p-yxl1-w');
  let door = '';

  it('跟着刚答复的那一件走，不另外登记', async () => {
    await wang.says('银杏花园2号楼电梯三天两头坏，物业不管');
    const no = wang.no();
    await street.says(`接 ${no}`);
    await street.says(`反馈 ${no} 已联系物业，配件要等两周`);
    await play.advance('PT2H');
    await play.lookAway();
    const before = await play.count();
    for (const words of ['跟物业穿一条裤子 我要去市里告', '你们就是一伙的', '光打雷不下雨', '官官相护，我去信访局', '放屁 物业说归街道 你们互相踢皮球', '这算什么答复', '哄小孩呢', '你们社区和物业互相推', '这种答复我不接受', 'you are all in it together']) {
      (await wang.says(words)).hears(`已补充到 ${no}`, '您的心情我理解');
      street.hearsAmongOthers(`${no} 有补充：${words}`);
    }
    expect(await play.count()).to.equal(before);
  });

  it('两件里是刚答复的那一件', async () => {
    const lift = wang.no();
    await wang.says('银杏花园5号楼单元门关不上');
    door = wang.no();
    await street.says(`反馈 ${lift} 厂家说还要一个月`);
    await play.lookAway();
    (await wang.says('糊弄鬼呢')).hearsAmongOthers(`已补充到 ${lift}`);
    expect(door).to.not.equal(lift);
  });

  it('说办好了才骂的，就是没有办好，带着这句话重办', async () => {
    await worker.says(`办结 ${door} 已联系厂家`);
    await play.lookAway();
    (await wang.says('糊弄鬼呢')).hearsAmongOthers([`${door} 已带着您的原因退回重办`, '糊弄鬼呢']);
  });

  it('说的是事情、是危险、是另一件，照样登记', async () => {
    const before = await play.count();
    for (const words of ['银杏花园3号楼楼道墙皮往下掉', '银杏花园6号楼物业收了停车费不给车位', '等出了人命就晚了，银杏花园3号楼电线掉下来冒火花']) await wang.says(words);
    expect(await play.count()).to.equal(before + 3);
  });

  it('没有在办的事，不当成谁的补充', async () => {
    const li = play.person('p-yxl1-2');
    expect((await li.says('你们就是一伙的')).heard().join()).to.not.include('已补充到');
  });
});
