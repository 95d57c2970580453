import { aPlay } from '../support/play.ts';

describe('在聊天里撤回', () => {
  const play = aPlay();
  const post = (said: object) => play.product().client.post({ from: 'p-yxl1-1', ...said });

  it('还没回答就撤回的，等于没说', async () => {
    const xu = play.person('p-yxl1-1');
    const before = await play.count();
    const wrong = await post({ text: '银杏花园2号楼楼下垃圾没人收' });
    await post({ recall: wrong });
    await play.lookAway();
    xu.hearsNothing();
    if ((await play.count()) !== before) throw new Error('It was registered');
  });

  it('已经登记的，说清楚事情照办，怎么撤回这件事', async () => {
    const xu = play.person('p-yxl1-1');
    const said = await post({ text: '银杏花园2号楼门口井盖松了' });
    await xu.saysAtOnce();
    xu.hearsAmongOthers('【已登记】');
    await post({ recall: said });
    await xu.saysAtOnce();
    xu.hears([xu.no(), '照常办理', `撤回 ${xu.no()}`]);
  });
});
