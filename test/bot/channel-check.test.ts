import { expect } from 'chai';
import { checkChannels } from '../../bot/channel-check.ts';
import { readConfig } from '../../bot/config.ts';
import { placeCodes, sheetOf } from '../../bot/place-codes.ts';
import { createSpeak } from '../../locales/speak.ts';
import { settingsFor, startTencent, type Tencent } from '../support/tencent.ts';

const now = () => new Date();
const speak = createSpeak();

describe('the check of the channels', () => {
  let double: Tencent;
  beforeEach(async () => void (double = await startTencent()));
  afterEach(() => double.stop());

  const told = async (over: Record<string, string> = {}) => (await checkChannels({ config: readConfig({ ...settingsFor(double.base), ...over }, []), now })).map(({ ok, key, params }) => `${ok ? '+' : '-'} ${speak('zh-CN', key, params)}`);

  it('says in words what is right and what is wrong, and tells nobody anything', async () => {
    const lines = await told({ OA_SECRET: 'not-the-secret', KF_ID: 'wk-other' });
    expect(lines.join('\n')).to.include('+ kf：Secret 正确').and.include('- kf：这个 Secret 看不到账号 wk-other').and.include('- oa：Secret 不对（40125）').and.include('+ wecom：账号 1000002');
    expect(lines.filter((line) => line.includes('PUBLIC_URL'))).to.have.length(3);
    expect(double.calls.filter(({ path }) => path.includes('send'))).to.deep.equal([]);
    expect(lines.join('\n')).not.to.include('not-the-secret');
  });

  it('knows an address that is not on the list', async () => {
    double.failNext('/cgi-bin/agent/get', 60020);
    expect((await told()).join('\n')).to.include('wecom：这台服务器的出口 IP 不在白名单里（60020）');
  });

  it('says when nobody answers', async () => {
    double.down(true);
    expect((await told()).filter((line) => line.includes('连不上接口'))).to.have.length(3);
  });
});

describe('codes for walls', () => {
  it('carry their place, and can be printed', async () => {
    const double = await startTencent();
    const directory = { data: { grids: [{ id: 'g-1', name: '一网格' }], places: [] } };
    const codes = await placeCodes(readConfig(settingsFor(double.base), []), directory as never, 'grids', now);
    expect(codes[0]).to.include({ place: 'g-1', name: '一网格' });
    expect(new URL(codes[0]!.address).searchParams.get('scene_param')).to.equal('g-1');
    const sheet = await sheetOf([{ ...codes[0]!, name: '<b>一</b>' }], { title: '码', how: '扫' });
    expect(sheet).to.include('<svg').and.include('&#60;b&#62;').and.not.include('<b><b>');
    await double.stop();
  });
});
