import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('问哨子自己的事', () => {
  const play = aPlay();
  const [wang, smith] = [play.person('p-yxl1-1'), play.person('p-dk3-3')];

  before(async () => {
    await wang.says('你好');
    await smith.says('hello');
    await play.lookAway();
  });

  const asked: readonly (readonly [string, readonly string[]])[] = [
    ['你是真人吗', ['哨子', '不是真人', '转人工']],
    ['請問你是真人嗎？', ['哨子', '不是真人']],
    ['我说的话谁看得到', ['看不到您是谁', '保密']],
    ['会不会被物业知道是我说的', ['看不到您是谁', '物业']],
    ['你们会告诉物业吗', ['看不到您是谁']],
    ['你好，请问可以匿名说一件事吗', ['可以', '不用留姓名', '保密']],
    ['我可以不留电话吗？', ['可以', '不用留姓名']],
    ['是不是要实名啊', ['可以', '不用留姓名']],
    ['你们会上门问我吗', ['看不到您是谁']],
    ['一般多久能解决？', ['谁来办', '什么时候']],
    ['你能干什么', ['您可以直接说事情']],
    ['这个怎么用啊', ['您可以直接说事情']],
    ['我想找真人', ['工作人员来接您的话']],
    ['我要找你们领导', ['工作人员来接您的话']],
    ['能跟人说话吗', ['工作人员来接您的话']],
    ['轉人工', ['工作人员来接您的话']],
    ['把我的信息删了吧', ['确认删除']],
    ['刪除我的信息', ['确认删除']],
    ['隱私', ['隐私说明']],
    ['進度', ['没有在办的事']],
  ];
  for (const [words, answer] of asked) {
    it(`“${words}”自己答，不转给别人，也不登记`, async () => {
      (await wang.says(words)).hearsAmongOthers([...answer]);
      expect(await play.count()).to.equal(0);
    });
  }

  for (const [words, answer] of [['are you a bot?', 'not a person'], ['who can see my message', 'not who you are'], ['what can you do?', 'You can'], ['how long will it take?', 'by when'], ['can i report anonymously?', 'anonymous'], ['I want to talk to a human', 'asked'], ['delete everything about me', 'confirm erase']] as const) {
    it(`“${words}” too`, async () => {
      expect((await smith.says(words)).heard().join().toLowerCase()).to.contain(answer.toLowerCase());
    });
  }

  it('有事在办，问多久、谁来，看到的是办到哪一步', async () => {
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    await play.lookAway();
    for (const words of ['大概多久', '要几天能弄好', '幾時有人來']) (await wang.says(words)).hears([wang.no(), '待接单']);
  });

  it('还没办好就说不满意、办得太差，看到的是办到哪一步；没有事在办，问是什么事', async () => {
    const li = play.person('p-yxl1-2');
    for (const words of ['不满意', '你们办得太差了']) (await li.says(words)).hearsAmongOthers(['心情我理解']);
    for (const words of ['你们是干什么吃的', '几点来电', '不满意', '太慢了，我不满意', '你们办得太差了', '什么情况', `${wang.no()} 什么情况`, `${wang.no()} 怎么回事啊`]) (await wang.says(words)).hears([wang.no(), '待接单']);
  });

  it('忘了编号，问一句就有', async () => {
    const zhao = play.person('p-yxl1-3');
    (await zhao.says('编号多少来着')).hearsAmongOthers('没有在办的事');
    for (const words of ['编号多少来着', '我那个编号是多少', '我的编号呢', '忘了编号了']) (await wang.says(words)).hears([wang.no(), '待接单']);
    await smith.says('Building 1 of Dukou Xinju: the drain is blocked');
    await play.lookAway();
    (await smith.says("what's my number again?")).hears(smith.no());
  });

  it('说的是事情，照样登记', async () => {
    const before = await play.count();
    for (const words of ['银杏花园2号楼的工作人员把我的信息泄露出去了', '银杏花园3号楼的路灯坏了，找工作人员来看看']) await wang.says(words);
    expect(await play.count()).to.equal(before + 2);
  });
});

describe('问手上几件里的一件怎么样了', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  let [lamp, drain, lock] = ['', '', ''];

  it('说的是哪件，就看哪件，不问人，也不登记', async () => {
    lamp = (await wang.says('银杏花园2号楼门口路灯坏了')).no();
    drain = (await wang.says('银杏花园2号楼下水道堵了')).no();
    lock = (await wang.says('银杏花园2号楼门禁坏了，谁都能进门')).no();
    await play.lookAway();
    const before = await play.count();
    const asked = [['路灯有结果没', lamp], ['睡了吗 路灯有消息吗', lamp], ['下水道那个咋样了', drain], ['刚才那个下水道有人管没', drain], ['灯 修 好 没', lamp], ['门禁什么时候能修好', lock], ['进门那个咋样', lock], ['what about the street light?', lamp]] as const;
    for (const [words, no] of asked) (await wang.says(words)).hears([new RegExp(`^(?:编号 |No\\. )${no}`), /待接单|waiting/]);
    expect(await play.count()).to.equal(before);
  });

  it('没说是哪件，看最近一件；说的对不上，列出来', async () => {
    (await wang.says('这件事咋样了')).hears(lock);
    (await wang.says('我反映的事啥时候有回信')).hears([lamp, drain, lock]);
    (await wang.says('any update on my water?')).hears([lamp, drain, lock]);
  });

  it('问的不是手上的事，不拿手上的事来答', async () => {
    for (const words of ['学校食堂怎么样', '房产证办好了没有']) expect((await wang.says(words)).heard().join(), words).to.not.include('待接单');
  });
});

describe('一肚子火', () => {
  const play = aPlay();
  const jiang = play.person('p-thx2-1');
  let no = '';

  it('骂的、催的、说要发网上的，都不登记成新的事，也不当成表扬；看得到那件事到哪了', async () => {
    no = (await jiang.says('静川家园2号楼电梯坏了半个月了，再不修我发抖音曝光你们')).no();
    await play.advance('PT10M');
    await play.lookAway();
    const before = await play.count();
    const said = ['我告诉你我粉丝三十万，明天就发抖音，让全国人民看看你们什么德行', '今天必须给我答复，不然我带人堵你们社区大门', '又是登记登记登记，登记你妈呢', '一天了，人呢？死了？', '我要投诉你这个机器人'];
    for (const words of said) (await jiang.says(words)).hears([no, '待接单']);
    expect(await play.count()).to.equal(before);
  });

  it('气话里带着新情况，就补充到那件事', async () => {
    await play.advance('PT20H');
    await play.lookAway();
    const before = await play.count();
    (await jiang.says('修个屁，今天早上又停在三楼了')).hears([`已补充到 ${no}`]);
    expect(await play.count()).to.equal(before);
  });

  it('叫领导来说话，就转给人；还没有事的，问是什么事', async () => {
    (await jiang.says('叫你们领导来跟我说话')).hears('接您的话');
    const chen = play.person('p-ts1-1');
    (await chen.says('我要投诉你这个机器人')).hearsAmongOthers(['心情我理解', '转人工']);
  });

  it('气着说的另一件事、危险，照样登记', async () => {
    (await jiang.says('气死了，楼下垃圾也没人收！！')).hearsAmongOthers(['编号 1', '垃圾']);
    expect(jiang.no()).to.not.equal(no);
    const second = jiang.no();
    (await jiang.says('气死人了，3号楼又有煤气味！！')).hearsAmongOthers('开窗');
    expect(jiang.no()).to.not.equal(second);
  });
});

describe('讲广东话', () => {
  const play = aPlay();
  const liu = play.person('p-dk1-1');

  it('几时有人嚟、仲未有人嚟、头先嗰单嘢点啊，都看得到那件事；唔该就回一句不客气', async () => {
    const no = (await liu.says('渡口新居6号楼路灯坏咗好耐')).no();
    await play.advance('PT10M');
    await play.lookAway();
    const before = await play.count();
    for (const words of ['你哋几时派人嚟整啊', '幾時有人嚟整', '仲未有人嚟嘅', '头先嗰单嘢点啊']) (await liu.says(words)).hears([no, '待接单']);
    (await liu.says('你系边个嚟噶真人定系机器人')).hears('不是真人');
    (await liu.says('唔该晒')).hears('不客气');
    (await liu.says('整好咗啦多谢晒')).hears([no, '撤回']);
    expect(await play.count()).to.equal(before);
  });

  it('四川话也一样', async () => {
    const before = await play.count();
    for (const words of ['莫得人来看哦 咋个搞的嘛', '没得人管嗦']) expect((await liu.says(words)).heard().join(), words).to.include('待接单');
    expect(await play.count()).to.equal(before);
  });
});

describe('说要删掉自己说过的话', () => {
  const play = aPlay();

  it('就是删除我的信息，先问一遍', async () => {
    const [zhao, sun] = [play.person('p-yxl1-3'), play.person('p-yxl3-1')];
    await zhao.says('银杏花园3号楼路灯坏了');
    await play.lookAway();
    (await zhao.says('可以把我之前说的话都删掉吗')).hears('确认删除');
    (await sun.says('把我发的内容都删了')).hearsAmongOthers('确认删除');
  });

  it('说别人发的、墙上写的，不是', async () => {
    const feng = play.person('p-yxl3-2');
    for (const words of ['楼道里有人写的小广告能不能清掉', '能不能把他发的那些消息删掉']) expect((await feng.says(words)).heard().join(), words).to.not.include('确认删除');
  });
});

describe('在办的事又有新情况', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  let [lift, drain] = ['', ''];

  it('说的还是那样东西，就补充到那件，不管隔了多久、后来又报过什么', async () => {
    lift = (await wang.says('银杏花园2号楼电梯坏了')).no();
    drain = (await wang.says('银杏花园2号楼下水道堵了')).no();
    await play.advance('PT5H');
    await play.lookAway();
    const before = await play.count();
    (await wang.says('下水道师傅来过了 还没通')).hears([`已补充到 ${drain}`]);
    (await wang.says('我刚才话说重了，但是电梯真的急，我妈七十多了下不了楼')).hears([`已补充到 ${lift}`]);
    (await wang.says('the lift is still broken')).hears(lift);
    expect(await play.count()).to.equal(before);
  });

  it('说了别的地方、还有一处、是危险，照样是另一件', async () => {
    const others = ['5号楼的下水道还是堵的', '对了还有一个电梯也坏了', '电梯又坏了，有人被关在里面喊救命'];
    for (const words of others) {
      const before = await play.count();
      await wang.says(words);
      expect(await play.count(), words).to.equal(before + 1);
    }
  });
});
