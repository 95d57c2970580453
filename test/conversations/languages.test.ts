import { aPlay } from '../support/play.ts';

describe('设为英文的地方', () => {
  const play = aPlay({}, { LOCALE: 'en' });
  const group = play.group('r-yxl-1');

  it('群里也说英文', async () => {
    await play.person('p-yxl1-2').saysIn(group, '#report The street lamp behind building 5 is out');
    group.hearsOnly(['Registered', /^[^\p{Script=Han}]*$/u]);
    await play.lookAway();
  });
});

describe('说英文的工作人员', () => {
  const play = aPlay();
  const street = play.person('p-feng-3');

  it('写错了也用英文告诉他，连可选的哨型也是', async () => {
    const wang = play.person('p-yxl1-1');
    await wang.says('银杏花园3号楼前面的路灯不亮');
    await street.says('english');
    await play.lookAway();
    (await street.says(`whistle ${wang.no()} purple lead 自来水公司`)).hears(['There is no such kind', /^[^\p{Script=Han}]*$/u]);
  });
});
