import { expect } from 'chai';
import { caller } from '../support/messenger-play.ts';
import { aJpeg } from '../support/pictures.ts';
import { aPlay } from '../support/play.ts';
import { settingsFor, startTencent } from '../support/tencent.ts';

const double = await startTencent();
after(() => double.stop());

/** A point of 银杏里第二网格 as a camera tells it, one of 银杏里第一网格 as a messenger here does, and one where no grid is. */
const CAMERA = { latitude: 30 + 32 / 60, longitude: 123 + 25 / 60 };
const MESSENGER = { latitude: 30.525228, longitude: 123.414474 };
const AT_SEA = { latitude: 30.1, longitude: 125.5 };

function location(point: { latitude: number; longitude: number }, address = '', name = '') {
  return { msgtype: 'location', location: { ...point, address, name } };
}

const photo = `data:image/jpeg;base64,${aJpeg(CAMERA).toString('base64')}`;

describe('发一个位置', () => {
  const play = aPlay({}, settingsFor(double.base));

  it('问在哪里的时候，就是回答：认得地址按地址，不认得按地图上的网格', async () => {
    const lan = caller(play, double, 'kf', 'lan');
    await lan.says('路灯坏了');
    lan.hears('隐私', '什么地方');
    await lan.sends(location(MESSENGER));
    lan.hears(['【已登记】', '2 地点：银杏里第一网格']);
    const mei = caller(play, double, 'kf', 'mei');
    await mei.says('窨井盖松了');
    mei.hears('隐私', '什么地方');
    await mei.sends(location(MESSENGER, '云州市和平街道银杏花园4号楼', '银杏花园4号楼'));
    mei.hears(['【已登记】', '2 地点：银杏花园4号楼']);
  });

  it('没有在问，就记着，接着说的事就在那里；过了一小时不再算', async () => {
    const wu = caller(play, double, 'kf', 'wu');
    await wu.sends(location(MESSENGER));
    wu.hears('隐私', ['银杏里第一网格', '什么事']);
    await wu.says('垃圾三天没人清了');
    wu.hears(['【已登记】', '2 地点：银杏里第一网格']);
    await play.advance('PT61M');
    await wu.lookAway().says('路灯坏了');
    wu.hears('什么地方');
  });

  it('地图上没有的地方，请他说一句', async () => {
    const zhao = caller(play, double, 'kf', 'zhao');
    await zhao.sends(location(AT_SEA));
    zhao.hears('隐私', ['哪个小区或哪条路']);
  });

  it('答不上是哪里的位置，也是回答：按原话交给人，不再追问', async () => {
    const sun = caller(play, double, 'kf', 'sun');
    await sun.says('路灯坏了');
    sun.hears('隐私', '什么地方');
    await sun.sends(location(AT_SEA, '外海观景平台'));
    sun.hears(['【已登记】', '2 地点：外海观景平台']);
  });

  it('一条消息里说的几件事，都在发的位置那里', async () => {
    const he = caller(play, double, 'kf', 'he');
    await he.says('下水道堵了，还有健身器材坏了');
    const nos = [...new Set(he.unread().map(({ text }) => text).join('\n').match(/1\d{4}/g))];
    expect(nos).to.have.length(2);
    await he.sends(location(MESSENGER));
    for (const no of nos) expect((await play.demand(no)).place?.name, no).to.equal('银杏里第一网格');
  });
});

describe('照片里记着在哪里拍的', () => {
  const play = aPlay();

  it('没说地点，就用照片的网格', async () => {
    const resident = await play.newcomer('陈一');
    await resident.saysAtOnce('路灯坏了', { image: photo });
    resident.hears('隐私', ['【已登记】', '2 地点：银杏里第二网格', /^(?![\s\S]*目录里没有)/]);
  });

  it('说了地点，以说的为准', async () => {
    const resident = await play.newcomer('陈二');
    await resident.saysAtOnce('银杏花园4号楼的垃圾没人清', { image: photo });
    resident.hears('隐私', ['【已登记】', '2 地点：银杏花园4号楼']);
  });
});

describe('只知道在哪个网格的事', () => {
  const play = aPlay();

  it('不拿别类的事来问是不是同一件', async () => {
    const resident = await play.newcomer('陈三');
    await resident.saysAtOnce('路边的垃圾桶倒了，垃圾撒了一地', { image: photo });
    resident.hears('隐私', ['【已登记】', '2 地点：银杏里第二网格']);
    const neighbour = await play.newcomer('陈四');
    await neighbour.saysAtOnce('路灯倒了', { image: photo });
    neighbour.hears('隐私', ['【已登记】', '2 地点：银杏里第二网格']);
  });
});
