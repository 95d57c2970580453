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
