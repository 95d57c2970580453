import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('盘龙：代办的事网格员办不了', () => {
  const play = aPlay({}, { DISTRICT: 'panlong' });
  const li = play.person('p-yxl1-2');
  const worker = play.person('p-yxl1-w');
  const bureau = play.person('p-zw-2');
  const desk = play.person('p-zw-1');
  const police = play.person('p-ga-1');

  it('上呼就到政务服务局，由它吹政务哨叫部门', async () => {
    (await li.says('代办 居住证')).hearsAmongOthers('【代办已登记】');
    worker.hearsAmongOthers('【代办】');
    (await worker.says('上呼 警务室说要先在系统里核实房屋')).hearsAmongOthers('政务服务管理局');
    desk.hearsAmongOthers(['【代办】', li.no()]);
    expect((await play.demand(li.no())).owner).to.equal('u-zw');
    await bureau.says(`吹哨 ${li.no()} 主办 公安分局`);
    bureau.hearsAmongOthers('哨已吹响');
    police.hearsAmongOthers(['【吹哨', li.no(), '政务服务管理局']);
    const [whistle] = (await play.demand(li.no())).whistles;
    expect([whistle?.caller, whistle?.callees.map(({ unit }) => unit)]).to.deep.equal(['u-zw', ['u-ga']]);
  });

  it('街巷长、社区专员、小巷管家也在“谁来管”里', async () => {
    (await li.says('谁来管')).hearsAmongOthers(['街巷长', '社区专员', '小巷管家 尹帆']);
  });
});
