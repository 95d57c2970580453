import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('派件的人问数字', () => {
  const play = aPlay();
  const [wang, street, worker, office] = [play.person('p-yxl1-1'), play.person('p-feng-3'), play.person('p-yxl1-w'), play.person('p-feng-cg-1')];

  before(async () => {
    await wang.says('银杏花园2号楼楼下垃圾桶满了三天没人清');
    const lamp = (await wang.says('银杏花园2号楼路灯不亮')).no();
    await street.says(`派 ${lamp} 城管办`);
  });

  it('问满意率、办结率，看到那一项，也知道在哪里看案件', async () => {
    for (const words of ['这个月满意率多少', '满意度怎么样', '看看本月满意率', '请问现在的满意率是多少']) (await street.says(words)).hears(['考核 20', '满意率', '网页“考核”']);
    (await street.says('这个月办结率多少')).hears(['办结率', /^(?![\s\S]*满意率)/]);
    (await street.says('上个月满意率多少')).hears(/考核 20|没有这一期|没有这个指标/);
    (await office.says('本月满意率多少')).hears('由单位负责人和调度员查看');
  });

  it('问这个月多少条，数给他看', async () => {
    for (const words of ['这个月多少条', '这个月一共接了多少件', '本月受理了几件诉求', '上个月多少单']) (await street.says(words)).hears(['枫荷街道从', /共 \d 件/]);
  });

  it('问社区、科室还有多少没办，看到几件、超期几件', async () => {
    for (const words of ['银杏里社区还有多少没办', '银杏里还有几件没办完', '银杏里社区手上有多少件没结的']) (await street.says(words)).hears(['银杏里社区手上 1 件', '垃圾']);
    (await street.says('城管办还有多少没办')).hears(['城市管理办公室手上 1 件', '路灯']);
  });

  it('问谁超期最多，按单位数；没有超期的，说没有', async () => {
    (await street.says('哪个部门超时最多')).hears('没有超期的事');
    await play.advance('P3D');
    await play.lookAway();
    for (const words of ['哪个部门超时最多', '谁超期最多', '哪些单位超期最多啊', '现在哪个社区逾期最严重']) (await street.says(words)).hears(['最多的在前', '银杏里社区 1 件', '城市管理办公室 1 件']);
  });

  it('居民问的、网格员报的，不当成问数字', async () => {
    expect((await wang.says('这个月满意率多少')).heard().join()).to.not.include('考核 20');
    const before = await play.count();
    (await worker.says('银杏花园7号楼还有多少垃圾没清，臭死了，居民反映好几天了')).hearsAmongOthers('已登记');
    expect(await play.count()).to.equal(before + 1);
  });
});

describe('派件的人要催一催', () => {
  const play = aPlay();
  const [wang, street, water, office, worker] = [play.person('p-yxl1-1'), play.person('p-feng-3'), play.person('p-sw-1'), play.person('p-feng-cg-1'), play.person('p-yxl1-w')];
  let [drain, lamp] = ['', ''];

  before(async () => {
    drain = (await wang.says('银杏花园4号楼后面污水管堵了，污水往外冒')).no();
    lamp = (await wang.says('银杏花园2号楼路灯不亮')).no();
    await street.says(`吹哨 ${drain} 日常 主办 水务局`);
    await street.says(`派 ${lamp} 城管办`);
  });

  it('催哪个单位，那个单位的人就听到一句，一天一次', async () => {
    (await street.says('催一下水务局')).hears(['已催水务局', drain]);
    water.hears(['【催办】枫荷街道', drain, '污水']);
    for (const words of ['再催催水务局', '催一下水务局，赶紧的']) (await street.says(words)).hears('今天已经催过');
    water.hearsNothing();
    await play.advance('PT24H');
    await play.lookAway();
    (await street.says('水务局怎么还没报到，催一下')).hears('已催水务局');
    water.hearsAmongOthers(['【催办】', '还没报到', '09:00前完成']);
    await play.advance('PT48H');
    await play.lookAway();
    (await street.says('催一下水务局')).hears('已催水务局');
    water.hears(['【催办】', '还没报到，已超过']);
  });

  it('催过的，事情的经过里有', async () => {
    const pressed = (await play.demand(drain)).timeline.filter(({ type }) => type === 'pressed');
    expect(pressed.map(({ data }) => data['unit'])).to.deep.equal(['u-sw', 'u-sw', 'u-sw']);
  });

  it('说是哪件、写编号，也催得到', async () => {
    (await street.says('催一下路灯那个')).hears(['已催城市管理办公室', lamp]);
    office.hearsAmongOthers(['【催办】', lamp]);
  });

  it('没有欠着的，说一句；几件，问是哪一件', async () => {
    (await street.says('催一下住建局')).hears('没有查到');
    const third = (await wang.says('银杏花园5号楼路灯不亮')).no();
    await street.says(`派 ${third} 城管办`);
    await play.lookAway();
    (await street.says('催一下城管办')).hears(['要催哪一件', lamp, third]);
  });

  it('居民说催一下，还是看进度；网格员报的事，照样登记', async () => {
    (await wang.says('催一下')).hearsAmongOthers(drain);
    (await worker.says('银杏花园8号楼垃圾没人收，麻烦催一下物业')).hearsAmongOthers('已登记');
    water.hearsNothing();
  });
});
