import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('危险，先听到怎么办', () => {
  const play = aPlay();

  it('闻到燃气味的，第一句是开窗、离开', async () => {
    const [, told = ''] = (await play.person('p-yxl2-1').says('银杏花园8号楼燃气味很重')).heard();
    expect(told.split('\n')[0]).to.include('开窗').and.include('119');
    expect(told).to.include('【已登记】').and.include('银杏花园8号楼').and.not.include('哪一行不对');
  });

  it('说不想活了的，先听到一句暖心的话和能打的电话，没有表格', async () => {
    const [, told = ''] = (await play.person('p-yxl2-2').says('我在银杏花园9号楼楼顶 不想活了')).heard();
    expect(told.split('\n')[0]).to.include('不用一个人扛').and.include('12356');
    expect(told).to.include('银杏花园9号楼').and.not.include('哪一行不对').and.not.include('不想活了');
  });
});

describe('危险，那个网格的网格员也马上知道', () => {
  const play = aPlay();
  it('街道办的也一样', async () => {
    const worker = play.person('p-yxl2-w');
    await play.until('周一', '23:40');
    const luo = await play.person('p-yxl2-1').says('银杏花园8号楼燃气味很重');
    worker.hears(['【紧急】', luo.no(), '银杏花园8号楼', '已通知枫荷街道']);
  });
  it('改了地点，改到的那个网格马上知道，原来的不用再管', async () => {
    const luo = play.person('p-yxl2-1');
    const [worker, there] = [play.person('p-yxl2-w'), play.person('p-yxl1-w')];
    await luo.says('2 银杏花园2号楼');
    worker.hears([luo.no(), '不用再管']);
    there.hears(['【紧急】', luo.no(), '银杏花园2号楼']);
  });
});
