import { aPlay } from '../support/play.ts';

describe('被哨叫到的单位说平常话', () => {
  const play = aPlay();
  const wang = play.person('p-yxl1-1');
  const street = play.person('p-feng-3');
  const property = play.person('p-yxl-wy-1');

  it('把报到写成报道，也是报到', async () => {
    const no = (await wang.says('银杏花园4号楼后面污水管堵了，污水往外冒')).no();
    await street.says(`吹哨 ${no} 日常 主办 水务局 协办 暖杏物业`);
    await play.lookAway();
    (await property.says('报道')).hears('已报到');
    (await property.says(`报道 ${no}`)).hears('已经报到过了');
  });
});
