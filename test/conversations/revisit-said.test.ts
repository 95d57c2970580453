import { expect } from 'chai';
import { aPlay, type Play, type Speaker } from '../support/play.ts';

/** One matter that is done, and the resident is asked how it went. */
async function asked(play: Play, resident: Speaker, words: string): Promise<string> {
  await resident.says(words);
  const no = resident.no();
  await play.person('p-yxl1-w').says(`办结 ${no} 已处理`);
  await play.advance('PT2H1M');
  resident.hearsAmongOthers('想听听您的评价');
  return no;
}

const DAYS = ['周一', '周二', '周三', '周四', '周五'] as const;
const CONTACTED = '有人联系过您吗';
const SOLVED = '问题解决了吗';
const SATISFIED = '满意吗';

describe('像真人一样回答回访', () => {
  const play = aPlay();
  const people = ['p-yxl1-1', 'p-yxl1-2', 'p-yxl1-3', 'p-yxl1-v', 'p-yxl-zb-3'];
  const matters = ['楼下垃圾桶满了三天没人清', '垃圾房门坏了没人管', '楼下垃圾没人清'];
  let turn = 0;
  const next = async () => {
    if (turn > 0 && turn % people.length === 0) await play.until(DAYS[turn / people.length] ?? '下周一', '09:00');
    const one = play.person(people[turn % people.length] ?? '');
    const words = `银杏花园${String((turn % 6) + 1)}号楼${matters[turn % matters.length] ?? ''}`;
    turn += 1;
    return { one, no: await asked(play, one, words) };
  };

  const heard: readonly (readonly [string, string, object])[] = [
    ['来过了弄好了挺快的', SATISFIED, { contacted: 'yes', solved: 'solved' }],
    ['没人联系我 但是弄好了', SATISFIED, { contacted: 'no', solved: 'solved' }],
    ['电话打了 人没来', SOLVED, { contacted: 'yes' }],
    ['垃圾清走了', CONTACTED, { solved: 'solved' }],
    ['太慢了 但是修好了', CONTACTED, { solved: 'solved' }],
    ['解决了但是态度很差', CONTACTED, { solved: 'solved' }],
    ['someone came and fixed it, quick too', SATISFIED, { contacted: 'yes', solved: 'solved' }],
    ['五星好评', '谢谢您的评价', { satisfied: 'satisfied' }],
    ['1.没有 2.部分解决 3.基本满意', '谢谢您的评价', { contacted: 'no', solved: 'partly', satisfied: 'basically' }],
  ];
  for (const [words, answer, answers] of heard) {
    it(`“${words}”：听懂几问记几问，不另登记`, async () => {
      const { one, no } = await next();
      const before = await play.count();
      (await one.says(words)).hears(answer);
      if (answer !== '谢谢您的评价') (await one.says('满意')).hears('谢谢您的评价');
      expect((await play.demand(no)).ratings[0]?.answers).to.deep.equal({ ...answers, satisfied: 'satisfied', ...answers });
      expect(await play.count()).to.equal(before);
    });
  }

  it('答一半时说的话，跟着评价一起留下', async () => {
    const { one, no } = await next();
    (await one.says('修好了，但是师傅态度很差')).hears(CONTACTED);
    (await one.says('基本满意')).hears('谢谢您的评价');
    expect((await play.demand(no)).ratings[0]?.reason).to.include('态度很差');
  });

  for (const words of ['给个中评吧', '打8分', '3/5 i guess', '一般般', '勉强吧', '我自己找人修的', '你们打分都是骗人的']) {
    it(`“${words}”：拿不准的不替人选，再问一遍`, async () => {
      const { one, no } = await next();
      const before = await play.count();
      (await one.says(words)).hears(['不替您猜', CONTACTED]);
      expect((await play.demand(no)).status).to.equal('done');
      expect(await play.count()).to.equal(before);
      await one.says('满意');
    });
  }

  for (const words of ['修是修了但没两天又坏', '还吵', '今天又没扫']) {
    it(`“${words}”：没解决，退回重办`, async () => {
      const { one, no } = await next();
      (await one.says(words)).hears(['对不起', no, '退回重办', words]);
    });
  }

  it('不知道修没修、只说一个词，不算没解决', async () => {
    const { one, no } = await next();
    for (const words of ['不知道修没修', '垃圾', '约了明天来']) (await one.says(words)).hears(CONTACTED);
    expect((await play.demand(no)).status).to.equal('done');
    await one.says('满意');
  });
});

describe('回访时不想答、晚点答、答错了', () => {
  const play = aPlay();
  const [wang, li, zhao, yin, peng] = [play.person('p-yxl1-1'), play.person('p-yxl1-2'), play.person('p-yxl1-3'), play.person('p-yxl1-v'), play.person('p-yxl-zb-3')];

  it('不想评，就不再问、不打电话，也不算分；真有问题还能说', async () => {
    const no = await asked(play, wang, '银杏花园2号楼楼下垃圾桶满了三天没人清');
    (await wang.says('别再问了')).hears(['不评也没关系', no]);
    await play.lookAway();
    const { status, ratings } = await play.demand(no);
    expect([status, ratings]).to.deep.equal(['closed', []]);
    await play.advance('P4D');
    wang.hearsNothing();
    play.person('p-yxl1-w').hearsNothing();
    (await wang.says('不满意 根本没清')).hears(['退回重办', '根本没清']);
  });

  it('等两天再说，就等着；上了电话回访名单以后再说，也算数', async () => {
    const no = await asked(play, li, '银杏花园6号楼楼下垃圾没人清');
    for (const words of ['等两天再说', '在上班 晚点说']) (await li.says(words)).hears('不急');
    await play.advance('P4D');
    await play.lookAway();
    (await li.says('弄好了 满意')).hears(['谢谢您的评价', no]);
    expect((await play.demand(no)).ratings.map(({ answers }) => answers)).to.deep.equal([{ solved: 'solved', satisfied: 'satisfied' }]);
  });

  it('上了电话回访名单，先说弄好了，再回数字', async () => {
    await asked(play, zhao, '银杏花园3号楼楼下垃圾没人清');
    await play.advance('P4D');
    await play.lookAway();
    (await zhao.says('弄好了')).hears(CONTACTED);
    (await zhao.says('满意')).hears('谢谢您的评价');
  });

  it('点错了，说一声就改；没说改成什么，告诉怎么改', async () => {
    const no = await asked(play, yin, '银杏花园5号楼楼下垃圾没人清');
    (await yin.says('1')).hears(SOLVED);
    (await yin.says('点错了 没有联系过')).hears(SOLVED);
    (await yin.says('选错了')).hears('更正');
    (await yin.says('1')).hears(SATISFIED);
    (await yin.says('满意')).hears('谢谢您的评价');
    expect((await play.demand(no)).ratings[0]?.answers).to.deep.equal({ contacted: 'no', solved: 'solved', satisfied: 'satisfied' });
    (await yin.says('点错了 是不满意 没清')).hears('退回重办');
  });

  it('不满意已经退回重办，才说是点错了：不当成原因转出去，请人看，告诉怎么不用再办', async () => {
    const tao = play.person('p-yxl2-1');
    await tao.says('银杏花园8号楼楼下垃圾桶满了三天没人清');
    const no = tao.no();
    await play.person('p-yxl2-w').says(`办结 ${no} 已处理`);
    await play.advance('PT2H1M');
    await tao.says('2 3 3');
    await play.lookAway();
    (await tao.says('不是 我点错了 是满意')).hears(['点错了', no, `撤回 ${no}`]);
    expect(JSON.stringify((await play.demand(no)).timeline)).to.not.include('是满意');
  });

  it('一个大拇指：能定的就定，不能定的再问；有人让打满意，不算', async () => {
    await play.until('下下周一', '09:00');
    await asked(play, peng, '银杏花园4号楼楼下垃圾没人清');
    for (const sign of ['👍', '😡']) (await peng.says(sign)).hears(['不替您猜', CONTACTED]);
    (await peng.says('物业让我打满意的')).hears(['按您自己的感受', CONTACTED]);
    (await peng.says('怎么填')).hears(['回数字', CONTACTED]);
    (await peng.says('2')).hears(SOLVED);
    (await peng.says('👍')).hears(SATISFIED);
    (await peng.says('👍')).hears('谢谢您的评价');
    (await peng.says('👍')).hearsNothing();
  });
});

describe('回访时说了另一件事', () => {
  const play = aPlay();
  const [wang, li] = [play.person('p-yxl1-1'), play.person('p-yxl1-2')];

  it('顺便说的是另一件，不当成没解决，也不当成回答', async () => {
    const no = await asked(play, wang, '银杏花园2号楼楼下垃圾桶满了三天没人清');
    (await wang.says('顺便说一下银杏花园2号楼门口路灯也坏了')).hearsAmongOthers(['【已登记】', '路灯']);
    expect((await play.demand(no)).status).to.equal('done');
  });

  it('同一类的另一件也一样，评价照记', async () => {
    const no = await asked(play, li, '银杏花园6号楼楼下垃圾桶满了三天没人清');
    (await li.says('满意 顺便说一下垃圾房门也坏了')).hearsAmongOthers(['编号', '垃圾房门也坏了'], ['谢谢您的评价', no]);
  });

  it('是危险，马上当危险办', async () => {
    const no = await asked(play, play.person('p-yxl1-3'), '银杏花园3号楼楼下垃圾没人清');
    (await play.person('p-yxl1-3').says('电梯坏了有人困在里面')).hearsAmongOthers('119');
    expect((await play.demand(no)).status).to.equal('done');
  });
});
