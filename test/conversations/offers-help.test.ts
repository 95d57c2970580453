import { expect } from 'chai';
import { aPlay } from '../support/play.ts';

describe('说要来帮忙的', () => {
  const play = aPlay({}, { DISTRICT: 'panlong' });
  const [liu, zhang, secretary, pan, fu] = [play.person('p-dk1-1'), play.person('p-dk1-2'), play.person('p-dk-1'), play.person('p-dk-zb-2'), play.person('p-dk-zb-3')];

  it('没有叫他的，谢一句，不登记成事', async () => {
    for (const words of ['我可以帮忙', '我想当志愿者', '我也来搭把手吧']) (await zhang.says(words)).hearsAmongOthers('谢谢您愿意出力');
    expect(await play.count()).to.equal(0);
  });

  it('叫了他的，说能去就是报到；去不了的不用回话', async () => {
    await liu.says('渡口新居6号楼前面垃圾桶三天没收 招苍蝇');
    await secretary.says(`召集 ${liu.no()} 党员 2人`);
    await play.lookAway();
    (await fu.says('今天没空 去不了')).hearsAmongOthers('没关系');
    (await pan.says('我能去')).hearsAmongOthers(`${liu.no()} 已记下您报到`);
    expect(await play.count()).to.equal(1);
  });

  it('没人叫，只说去哪里、来不来的，不当成帮忙', async () => {
    const before = await play.count();
    for (const words of ['我去', '没空']) expect((await zhang.says(words)).heard().join()).to.not.include('谢谢您愿意出力');
    await zhang.says('渡口新居1号楼有老人要人帮忙抬下楼看病');
    expect(await play.count()).to.equal(before + 1);
  });
});
