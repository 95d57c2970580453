import { expect } from 'chai';
import { CallBacks } from '../../web/schemas/console.ts';
import { aPlay, type Play, type Speaker } from '../support/play.ts';

const RUBBISH = '银杏花园2号楼楼下垃圾桶满了三天没人清';

/** One matter that the community has done. */
async function done(play: Play, resident: Speaker, words = RUBBISH): Promise<string> {
  const worker = play.person('p-yxl1-w');
  await resident.says(words);
  const no = resident.no();
  await worker.says(`办结 ${no} 已处理`);
  await play.lookAway();
  return no;
}

describe('办结后的回访', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');

  it('两小时后来问，一次一个问题，说的是哪件事', async () => {
    const no = await done(play, wang);
    await play.until('周一', '10:58');
    wang.hearsNothing();
    await play.until('周一', '11:01');
    wang.hears(['想听听您的评价', no, '垃圾桶', '有人联系过您吗', '1 联系过', '满意']);
    (await wang.says('1')).hears(['问题解决了吗', '1 解决了']);
    (await wang.says('1')).hears(['满意吗', '3 不满意']);
    (await wang.says('1')).hears('谢谢您的评价');
    const { status, ratings } = await play.demand(no);
    expect(status).to.equal('closed');
    expect(ratings.map(({ answers }) => answers)).to.deep.equal([{ contacted: 'yes', solved: 'solved', satisfied: 'satisfied' }]);
    worker.hearsNothing();
  });

  it('归档以后说谢谢，不重新办；说新的事，另外登记', async () => {
    const before = await play.count();
    (await wang.says('好的，谢谢')).hears('不客气');
    expect(await play.count()).to.equal(before);
    (await wang.says('银杏花园2号楼的垃圾桶盖子又坏了')).hears('【已登记】');
    expect(await play.count()).to.equal(before + 1);
    await wang.says('撤回');
  });

  it('直接说满意、三个数字一起回，都行', async () => {
    const first = await done(play, li, '银杏花园6号楼楼下垃圾没人清');
    await play.advance('PT2H1M');
    li.hears('想听听您的评价');
    (await li.says('满意，谢谢')).hears('谢谢您的评价');
    expect((await play.demand(first)).ratings[0]?.answers).to.deep.equal({ satisfied: 'satisfied' });

    const second = await done(play, li, '银杏花园6号楼垃圾房门坏了没人管');
    await play.until('周二', '18:00');
    li.hears('想听听您的评价');
    (await li.says('2 2 2')).hears('谢谢您的评价');
    expect((await play.demand(second)).ratings[0]?.answers).to.deep.equal({ contacted: 'no', solved: 'partly', satisfied: 'basically' });
  });
});

describe('没有马上回答的回访', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');

  it('晚上办结的，早上八点半再问', async () => {
    await play.until('周一', '20:00');
    await done(play, wang);
    await play.until('周二', '08:29');
    wang.hearsNothing();
    await play.until('周二', '08:31');
    wang.hears('想听听您的评价');
  });

  it('一天后提醒一次，只提醒一次；三天后转电话回访，不算满意', async () => {
    const no = wang.no();
    await play.until('周三', '08:33');
    wang.hears(['还等您一句评价', '只提醒这一次']);
    await play.until('周五', '08:00');
    wang.hearsNothing();
    worker.hearsNothing();
    await play.until('周五', '09:00');
    wang.hearsNothing();
    worker.hears([no, '电话回访名单']);
    const { status, ratings } = await play.demand(no);
    expect(status).to.equal('closed');
    expect(ratings).to.deep.equal([]);
  });

  it('回访名单上一直有他，打完电话记下评价才下去', async () => {
    const no = wang.no();
    const { url, adminToken, client } = play.product();
    const listed = async (): Promise<unknown> => {
      const response = await fetch(`${url}/api/call-backs`, { headers: { authorization: `Bearer ${adminToken}` } });
      const { items } = CallBacks.parse(await response.json());
      return items.map(({ id }) => id);
    };
    await play.advance('P2D');
    expect(await listed()).to.deep.equal([no]);
    expect(await client.command(no, { type: 'answer-revisit', no, contacted: 'yes', solved: 'solved', satisfied: 'satisfied' })).to.include({ ok: true });
    expect(await listed()).to.deep.equal([]);
    await play.lookAway();
  });

  it('同一天办结两件，一天只问一件', async () => {
    await play.until('下周一', '09:00');
    const first = await done(play, li, '银杏花园6号楼楼下垃圾没人清');
    const second = await done(play, li, '银杏花园6号楼垃圾房门坏了没人管');
    expect((await play.demand(second)).status).to.equal('done');
    await play.until('下周一', '20:00');
    const today = li.heard();
    expect(today.length, today.join('\n')).to.equal(1);
    (await li.says('满意')).hears('谢谢您的评价');
    await play.until('下周二', '08:31');
    const tomorrow = li.heard();
    expect([today[0], tomorrow[0]].map((text) => [first, second].findIndex((no) => text?.includes(no))).sort()).to.deep.equal([0, 1]);
  });
});

describe('不满意', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');
  const street = play.person('p-feng-3');
  let no = '';

  it('带着原因退回重办，一次', async () => {
    no = await done(play, wang);
    await play.advance('PT2H1M');
    wang.hears('想听听您的评价');
    (await wang.says('不满意，只清了一半')).hears(['对不起', '退回重办', '只清了一半']);
    worker.hearsAmongOthers([no, '不满意', '第 1 次', '只清了一半']);
    expect((await play.demand(no)).status).to.equal('waiting');
  });

  it('没说原因，就问一句；下一句话就是原因', async () => {
    await worker.says(`办结 ${no} 全部清完`);
    await play.until('周二', '10:00');
    await play.lookAway();
    (await wang.says('3')).hears(['有人联系过您吗', '1 联系过']);
    (await wang.says('2')).hears('问题解决了吗');
    (await wang.says('3')).hears('满意吗');
    (await wang.says('3')).hearsAmongOthers(['退回重办', '哪里没解决']);
    (await wang.says('地上还有油，一踩一脚')).hears('转给办理单位');
    worker.hearsAmongOthers(['第 2 次'], '地上还有油，一踩一脚');
    expect((await play.demand(no)).status).to.equal('waiting');
  });

  it('第三次不再退回，由街道的人来定', async () => {
    await worker.says(`办结 ${no} 已冲洗`);
    await play.until('周三', '12:30');
    await play.lookAway();
    (await wang.says('不满意 还是滑')).hearsAmongOthers('街道的工作人员来定');
    street.hears([no, '多次不满意', '还是滑', `同意 ${no}`, `不同意 ${no}`]);
    expect((await play.demand(no)).status).to.equal('disputed');
    (await street.says(`不同意 ${no} 已两次冲洗，现场没有油`)).hears('已按您的意见处理');
    wang.hears(['核实后决定不再重办', '原因：已两次冲洗，现场没有油', '转人工']);
    const { status, ratings } = await play.demand(no);
    expect(status).to.equal('closed');
    expect(ratings.map(({ answers }) => answers.satisfied)).to.deep.equal(['dissatisfied', 'dissatisfied', 'dissatisfied']);
  });

  it('第三次没说原因，只听到一句：街道来定，再问哪里没解决；原因街道也听到', async () => {
    no = await done(play, wang, '银杏花园5号楼楼下垃圾桶满了三天没人清');
    for (const reason of ['不满意 没清', '不满意 还是没清']) {
      await wang.says(reason);
      await worker.says(`办结 ${no} 已清`);
      await play.lookAway();
    }
    (await wang.says('不满意')).hears(['街道的工作人员来定', '哪里没解决', /^(?![\s\S]*退回重办)/]);
    street.hears([no, '多次不满意']);
    (await wang.says('只清了桶，地上没清')).hears('转给');
    street.hears([no, '只清了桶，地上没清']);
  });
});

describe('电话回访名单', () => {
  const play = aPlay();
  const [wang, li] = [play.person('p-yxl1-1'), play.person('p-yxl1-2')];

  it('等得最久的排在最前面', async () => {
    const first = await done(play, wang, '银杏花园2号楼楼下垃圾桶满了三天没人清');
    await play.advance('P1D');
    const second = await done(play, li, '银杏花园6号楼楼下垃圾没人清');
    await play.advance('P10D');
    const { url, adminToken } = play.product();
    const response = await fetch(`${url}/api/call-backs`, { headers: { authorization: `Bearer ${adminToken}` } });
    expect(CallBacks.parse(await response.json()).items.map(({ id }) => id)).to.deep.equal([first, second]);
    await play.lookAway();
  });
});
