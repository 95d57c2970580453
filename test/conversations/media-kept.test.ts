import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { CaseFile } from '../../web/schemas/console.ts';
import { aPlay } from '../support/play.ts';
import { PIXEL } from '../support/wechat-sandbox.ts';

describe('图片保留多久', () => {
  const play = aPlay({}, { MEDIA_KEEP_DAYS: '30', MEDIA_PER_DAY: '3' });
  const worker = play.person('p-yxl-1');

  const files = async () => (await readdir(join(play.product().dataDir, 'media'), { recursive: true, withFileTypes: true }).catch(() => [])).filter((one) => one.isFile()).length;
  const bearer = () => ({ headers: { authorization: `Bearer ${play.product().adminToken}` } });
  const shown = async (no: string) => CaseFile.parse(await (await fetch(`${play.product().url}/api/demands/${no}/file`, bearer())).json()).media;

  it('事情没完就留着，完了再留规定的天数，然后删除；记录不变', async () => {
    const li = play.person('p-yxl1-2');
    await li.saysAtOnce('银杏花园6号楼楼下垃圾桶满了没人清', { image: PIXEL });
    const no = li.no();
    const [picture] = await shown(no);
    expect(await files()).to.equal(1);
    await play.advance('P40D');
    expect(await files(), 'still open').to.equal(1);
    await worker.says(`办结 ${no} 已清运`);
    await play.advance('P20D');
    expect((await fetch(`${play.product().url}/api/demands/${no}/media/${picture?.id ?? ''}`, bearer())).status).to.equal(200);
    await play.advance('P20D');
    expect(await files()).to.equal(0);
    expect(await shown(no)).to.deep.equal([]);
    expect((await fetch(`${play.product().url}/api/demands/${no}/media/${picture?.id ?? ''}`, bearer())).status).to.equal(404);
  }).timeout(60_000);

  it('没有说清是什么事的图片，几天后删除', async () => {
    await (await play.newcomer('路过')).saysAtOnce({ image: PIXEL });
    expect(await files()).to.equal(1);
    await play.advance('P6D');
    expect(await files()).to.equal(0);
  }).timeout(30_000);

  it('删除我的信息，发过的图片一起删掉，别人的还在', async () => {
    const [mine, other] = [await play.newcomer('秦姐'), await play.newcomer('贺姨')];
    await mine.saysAtOnce('银杏花园3号楼夜里施工太吵', { image: PIXEL });
    const no = mine.no();
    await worker.says(`办结 ${no} 已劝停`);
    await other.saysAtOnce('银杏花园5号楼污水管堵了', { image: PIXEL });
    await mine.saysAtOnce({ image: PIXEL });
    expect(await files()).to.equal(3);
    await mine.says('删除我的信息');
    await mine.says('确认删除');
    expect(await files()).to.equal(1);
    expect(await shown(no)).to.deep.equal([]);
    expect(await shown(other.no())).to.have.length(1);
  });

  it('一个人一天收到的图片有上限，说一次，文字照常受理', async () => {
    const many = await play.newcomer('很多图');
    const before = await files();
    for (let nth = 1; nth <= 6; nth++) await many.saysAtOnce({ image: PIXEL });
    expect((await files()) - before).to.equal(3);
    expect(many.heard().filter((said) => said.includes('这一个没有收下'))).to.have.length(1);
    await many.says('银杏花园7号楼路灯不亮');
    expect(many.no()).to.match(/^\d+$/);
  });
});

describe('图片的上限', () => {
  const play = aPlay({}, { MEDIA_PER_DAY: '3' });

  it('按当地的日子算：第二天一早又超过，再说一次', async () => {
    const many = await play.newcomer('天天很多图');
    const send = async () => {
      for (let nth = 1; nth <= 4; nth++) await many.saysAtOnce({ image: PIXEL });
    };
    await play.until('周一', '10:00');
    await send();
    await play.until('周二', '07:30');
    await send();
    expect(many.heard().filter((said) => said.includes('这一个没有收下'))).to.have.length(2);
  });
});
