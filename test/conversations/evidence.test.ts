import { expect } from 'chai';
import { CaseFile } from '../../web/schemas/console.ts';
import { MatterView } from '../../web/schemas/matter.ts';
import { aPlay } from '../support/play.ts';
import { PIXEL } from '../support/wechat-sandbox.ts';

const PAGE = 'https://shaozi.example';

describe('反馈和办结附上的图片', () => {
  const play = aPlay({}, { PUBLIC_URL: PAGE, MEDIA_KEEP_DAYS: '30' });
  const wang = play.person('p-yxl1-1');
  const worker = play.person('p-yxl1-w');
  const dispatcher = play.person('p-feng-3');
  const water = play.person('p-sw-1');
  const supply = play.person('p-shui-1');
  let no = '';
  let token = '';

  const call = (path: string) => fetch(`${play.product().url}${path}`);
  const asked = (path: string) => fetch(`${play.product().url}${path}`, { headers: { authorization: `Bearer ${play.product().adminToken}` } });
  const page = async () => MatterView.parse(await (await call(`/api/matter/${token}`)).json());
  const file = async () => CaseFile.parse(await (await asked(`/api/demands/${no}/file`)).json());
  const entries = async (type: string) => (await play.demand(no)).timeline.filter((entry) => entry.type === type);
  const picturesIn = async (type: string) => (await entries(type)).map(({ data }) => (Array.isArray(data['media']) ? data['media'].length : 0));

  before(async () => {
    await wang.says('银杏花园6号楼后面污水管堵了，污水往外冒');
    no = wang.no();
    token = new RegExp(`${PAGE}/r/(\\S+)`).exec(wang.heard().join('\n'))?.[1] ?? '';
    await dispatcher.says(`吹哨 ${no} 日常 主办 水务局 协办 自来水公司`);
  });

  it('和反馈一起发来的图片跟着这条反馈：街道、诉求人都知道有图', async () => {
    await water.says(`反馈 ${no} 正在疏通`, { image: PIXEL });
    water.hearsAmongOthers(`${no} 反馈已送达`);
    dispatcher.hearsAmongOthers(['反馈（水务局）：正在疏通', '附图 1 张']);
    wang.hearsAmongOthers(['有新进展（水务局）：正在疏通', '附图 1 张', `${PAGE}/r/${token}`]);
    expect(await picturesIn('fed-back')).to.deep.equal([1]);
  });

  it('反馈前一口气发来的图片也算在里面，不另外问是什么', async () => {
    await water.saysAtOnce({ image: PIXEL }, { image: PIXEL }, `反馈 ${no} 已经疏通一半`);
    water.hears(`${no} 反馈已送达`);
    expect(await picturesIn('fed-back')).to.deep.equal([1, 2]);
  });

  it('早些时候发来的图片，查过待办再写反馈也跟着', async () => {
    await play.advance('PT2M');
    await water.saysAtOnce({ image: PIXEL });
    water.hears(/反馈.*办结/s);
    await water.says('待办');
    await play.advance('PT10M');
    await water.says(`反馈 ${no} 泵车到了`);
    water.hearsAmongOthers('反馈已送达');
    expect(await picturesIn('fed-back')).to.deep.equal([1, 2, 1]);
    await water.says(`反馈 ${no} 泵车在抽`);
    expect(await picturesIn('fed-back')).to.deep.equal([1, 2, 1, 0]);
  });

  it('反馈以后才发来的图片补在后面，诉求人在自己的页面上看得到', async () => {
    await play.lookAway();
    await play.advance('PT30S');
    await water.saysAtOnce({ image: PIXEL });
    water.hears(['图片', no]);
    dispatcher.hears(['水务局', '附图 1 张']);
    wang.hears(['水务局', '附图 1 张', `${PAGE}/r/${token}`]);
    expect(await picturesIn('evidence')).to.deep.equal([1]);
  });

  it('诉求人的页面：每一步有自己的图；不是诉求人发的不算在诉求人的图片里', async () => {
    const { steps, pictures } = await page();
    expect(pictures).to.deep.equal([]);
    expect(steps.filter(({ type }) => type === 'fed-back' || type === 'evidence').map((step) => step.pictures?.length ?? 0)).to.deep.equal([1, 2, 1, 0, 1]);
    const [picture = ''] = steps.flatMap((step) => step.pictures ?? []);
    expect((await call(`/api/matter/${token}/media/${picture}`)).headers.get('content-type')).to.equal('image/png');
  });

  it('办结的图片也在，协办的也算；处置单位看不到是谁反映的', async () => {
    await supply.says(`办结 ${no} 水表没有问题`, { image: PIXEL });
    dispatcher.hearsAmongOthers(['自来水公司已办结自己的部分', '附图 1 张']);
    await water.says(`办结 ${no} 已疏通，冲洗干净`, { image: PIXEL });
    wang.hearsAmongOthers(['已办结（水务局）', '附图 2 张']);
    const done = (await page()).steps.findLast(({ type }) => type === 'done');
    expect(done?.pictures).to.have.length(2);
  });

  it('控制台的图片分得清是谁发的', async () => {
    const { media } = await file();
    expect(media).to.have.length(7);
    expect([...new Set(media.map(({ unit }) => unit))].sort()).to.deep.equal(['u-shui', 'u-sw']);
    expect((await asked(`/api/demands/${no}/media/${media[0]?.id ?? ''}`)).status).to.equal(200);
  });

  it('诉求人删除自己的信息，没有别人还在等，处置的图片也一起删掉', async () => {
    await wang.says('删除我的信息');
    await wang.says('确认删除');
    expect((await file()).media).to.deep.equal([]);
  });

  it('写错编号没有办成，改对了再写，图片还在', async () => {
    const li = play.person('p-yxl1-2');
    await li.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    no = li.no();
    await worker.says('反馈 99999 已联系保洁', { image: PIXEL });
    await worker.says(`反馈 ${no} 已联系保洁`);
    expect(await picturesIn('fed-back')).to.deep.equal([1]);
  });

  it('说“已经清理好了”配图，照着提示再写一遍，图片跟着', async () => {
    await worker.says('已经清理好了', { image: PIXEL });
    worker.hearsAmongOthers(`办结 ${no}`);
    await worker.says(`办结 ${no} 已经清理好了`);
    expect(await picturesIn('done')).to.deep.equal([1]);
  });

  it('别的单位的人发来的图片，不会挂到与他无关的事上', async () => {
    const before = (await play.demand(no)).timeline.length;
    await supply.saysAtOnce({ image: PIXEL });
    expect((await play.demand(no)).timeline.length).to.equal(before);
  });
});

describe('居民先发图片，问了以后再说是什么事', () => {
  const play = aPlay();
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');

  it('图片跟着登记，写“补充”的时候也跟着', async () => {
    await li.saysAtOnce({ image: PIXEL });
    li.hearsAmongOthers('图片收到了');
    await li.says('银杏花园6号楼楼下垃圾桶满了没人清');
    const no = li.no();
    await li.says(`补充 ${no} 今天更多了`, { image: PIXEL });
    const media = (await play.demand(no)).timeline.map(({ type, data }) => [type, Array.isArray(data['media']) ? data['media'].length : 0]);
    expect(media.filter(([, count]) => count !== 0)).to.deep.equal([['registered', 1], ['supplemented', 1]]);
  });

  it('没有自己的页面可看的地方，不对居民说有图', async () => {
    await play.lookAway();
    await worker.says('反馈 已联系保洁', { image: PIXEL });
    li.hears('已接单', /^(?!.*附图).*已联系保洁/s);
    await worker.saysAtOnce({ image: PIXEL });
    li.hearsNothing();
  });
});
