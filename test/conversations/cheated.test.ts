import { aPlay } from '../support/play.ts';

describe('说的是被骗了', () => {
  const play = aPlay();
  it('先说别再转钱，告诉 110 和反诈专线', async () => {
    for (const words of ['我被骗了三万块，刚转过去的', '有人冒充社区骗老人钱', '刷单被骗了五千元怎么办']) (await play.person('p-yxl1-1').says(words)).hearsAmongOthers(['别再转钱', '110', '96110']);
  });
  it('东西被偷了，还是报警', async () => {
    (await play.person('p-yxl1-2').says('我电动车被偷了')).hearsAmongOthers(/拨打 110(?![\s\S]*96110)/);
  });
});
