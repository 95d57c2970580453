import { decrypt } from '@wecom/crypto';
import { expect } from 'chai';
import { bind, call, caller, command, quiet, ring } from '../support/messenger-play.ts';
import { aPlay } from '../support/play.ts';
import { ACCOUNTS, closed, settingsFor, startTencent, type Tencent } from '../support/tencent.ts';

const doubles: Tencent[] = await Promise.all(Array.from({ length: 9 }, () => startTencent()));
after(() => Promise.all(doubles.map((double) => double.stop())));

/** A double of its own for each play: customer service hands out again what it handed out before. */
function aDouble(): Tencent {
  const double = doubles.find((one) => !taken.has(one));
  if (double === undefined) throw new Error('Every double is taken');
  taken.add(double);
  return double;
}
const taken = new Set<Tencent>();
const DAY_MS = 24 * 3600_000;

describe('一位居民扫网格的码进微信客服', () => {
  const double = aDouble();
  const play = aPlay({}, settingsFor(double.base));

  it('还没说话就知道在哪里，并被问候', async () => {
    double.enters('lan', { scene: 'places', scene_param: 'l-yxhy-2' });
    await ring(play, double);
    caller(play, double, 'kf', 'lan').hears(['不是真人', '银杏花园2号楼', '转人工']);
  });

  it('只说一件事，地点已在卡片里；办结时就能评价，8天以后说一句就归档', async () => {
    const lan = caller(play, double, 'kf', 'lan').lookAway();
    await lan.says('门口路灯坏了，晚上看不见路');
    lan.hears('隐私', ['【已登记】', '2 地点：银杏花园2号楼']);
    const no = lan.no();
    const worker = play.person('p-feng-3');
    await worker.says(`接 ${no}`);
    await quiet(play, double);
    lan.hears('已接单');
    await worker.says(`办结 ${no} 灯换好了`);
    await quiet(play, double);
    lan.hears(['已办结', '灯换好了']);
    double.passes(8 * DAY_MS);
    await play.advance('PT192H');
    await quiet(play, double);
    expect(lan.unread().map(({ text }) => text)).to.deep.equal([]);
    await lan.says('满意');
    expect(lan.unread().map(({ text }) => text).join('\n')).to.include('评价');
  });

  it('在窗口里问评价，点一下就回答', async () => {
    const wu = caller(play, double, 'kf', 'wu');
    await wu.says('银杏花园3号楼门口井盖松了，怕有人踩空');
    const no = (wu.unread(), wu.no());
    const dispatcher = play.person('p-feng-3');
    await dispatcher.says(`接 ${no}`);
    await dispatcher.says(`办结 ${no} 井盖已固定`);
    await wu.lookAway().says('谢谢');
    await play.advance('PT26H');
    await quiet(play, double);
    const asked = wu.unread().at(-1);
    expect(asked?.choices.map(({ label }) => label)).to.deep.equal(['联系过', '没有']);
    await wu.presses('联系过');
    expect(wu.unread().at(-1)?.choices.map(({ label }) => label)).to.deep.equal(['解决了', '部分解决', '没解决']);
  });

  it('撤回还没登记的，就当没说；撤回已登记的，说清楚事情照办', async () => {
    const xu = caller(play, double, 'kf', 'xu');
    const takesBack = (id: string) => double.event({ event_type: 'user_recall_msg', open_kfid: ACCOUNTS.kf.id, external_userid: 'xu', recall_msgid: id });
    takesBack(double.writes('xu', { msgtype: 'text', text: { content: '银杏花园2号楼楼下垃圾没人收' } }));
    await ring(play, double);
    await quiet(play, double);
    expect(xu.unread()).to.deep.equal([]);
    const id = double.writes('xu', { msgtype: 'text', text: { content: '银杏花园2号楼门口井盖松了' } });
    await ring(play, double);
    await quiet(play, double);
    xu.hears('隐私', ['【已登记】', '井盖松了']);
    takesBack(id);
    await ring(play, double);
    await quiet(play, double);
    xu.hears([xu.no(), '照常办理', `撤回 ${xu.no()}`]);
  });

  it('图片从渠道自己的地址取来，已过期的图片不挡路', async () => {
    const qi = caller(play, double, 'kf', 'qi');
    double.writes('qi', { msgtype: 'image', image: { media_id: 'media-1' } });
    double.writes('qi', { msgtype: 'image', image: { media_id: 'gone' } });
    await qi.says('银杏花园1号楼后面垃圾没人清');
    qi.unread();
    const no = qi.no();
    const kept = async () => new Set(JSON.stringify(await play.demand(no)).match(/[0-9a-f-]{36}\.png/g));
    while ((await kept()).size === 0) await quiet(play, double);
    expect((await kept()).size).to.equal(1);
    expect(double.called('/cgi-bin/media/get').map(({ query }) => query['media_id'])).to.include.members(['media-1', 'gone']);
  });
});

describe('一位居民用服务号', () => {
  const double = aDouble();
  const play = aPlay({}, { ...settingsFor(double.base), PUBLIC_URL: 'https://district.example' });

  it('关注时用带网格的码，立刻听到问候，不占用条数', async () => {
    const words = `<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[mei]]></FromUserName><CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe]]></Event><EventKey><![CDATA[qrscene_g-yxl-1]]></EventKey></xml>`;
    const answer = await call(play, 'oa', double.callback('oa', words));
    expect(answer.status).to.equal(200);
    const [, inside = ''] = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(answer.text) ?? [];
    expect(decrypt(ACCOUNTS.oa.aesKey, inside).message).to.include('银杏里第一网格').and.include('<ToUserName><![CDATA[mei]]>');
    expect(double.called('/cgi-bin/message/custom/send')).to.have.length(0);
  });

  it('说一件事，同一条同时推送、再推送也只登记一件；窗口关了用模板消息，带上网页', async () => {
    const mei = caller(play, double, 'oa', 'mei');
    const before = await play.count();
    const words = `<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[mei]]></FromUserName><CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[垃圾三天没人清了]]></Content><MsgId>777</MsgId></xml>`;
    const twice = double.callback('oa', words);
    await Promise.all([twice, twice, double.callback('oa', words)].map((one) => call(play, 'oa', one)));
    for (let i = 0; i < 2; i++) await call(play, 'oa', double.callback('oa', words));
    await quiet(play, double);
    mei.hears('隐私', ['【已登记】', '银杏里第一网格']);
    expect(await play.count()).to.equal(before + 1);
    double.passes(3 * DAY_MS);
    await play.advance('PT72H');
    await quiet(play, double);
    mei.lookAway();
    await command(play, mei.no(), { type: 'take' });
    await quiet(play, double);
    const [news] = mei.unread();
    expect(news).to.include({ by: 'template' });
    expect(double.called('/cgi-bin/message/template/send').at(-1)?.body).to.include({ touser: 'mei', template_id: ACCOUNTS.oa.template });
    expect(await pageOf(double.called('/cgi-bin/message/template/send').at(-1)?.body.url)).to.include({ no: mei.no() });
  });

  it('订阅过的先用订阅通知，订阅一次发一条；微信说没订阅，就用模板消息，都带上自己那件事的网页', async () => {
    const mei = caller(play, double, 'oa', 'mei');
    const no = (mei.unread(), mei.no());
    for (let times = 0; times < 2; times++) expect((await call(play, 'oa', double.subscribes('mei', true))).status).to.equal(200);
    await command(play, no, { type: 'finish', result: '清完了' });
    await quiet(play, double);
    const [first] = mei.unread();
    expect(first).to.include({ by: 'subscription' });
    expect(await pageOf(double.called('/cgi-bin/message/subscribe/bizsend').at(-1)?.body.page)).to.include({ no });
    double.unsubscribes('mei');
    await play.advance('PT26H');
    await quiet(play, double);
    expect(new Set(mei.unread().map(({ by }) => by))).to.deep.equal(new Set(['template']));
  });

  const pageOf = async (address = ''): Promise<unknown> => (await fetch(`${play.product().url}/api/matter/${address.replace('https://district.example/r/', '')}`)).json();
});

describe('单位用企业微信应用', () => {
  const double = aDouble();
  const play = aPlay({}, settingsFor(double.base));

  it('点卡片上的按钮就是写命令，事情有了进展旧卡片跟着变', async () => {
    await bind(play, double, 'app', 'FengSan', 'p-feng-3');
    const worker = caller(play, double, 'app', 'FengSan');
    const lan = caller(play, double, 'kf', 'lan-2');
    await lan.says('银杏花园2号楼门口路灯坏了');
    lan.unread();
    const card = worker.unread().at(-1);
    expect(card?.text).to.include('【新诉求】');
    expect(card?.choices.map(({ label }) => label)).to.include('接');
    await worker.presses('接');
    expect(worker.unread().map(({ text }) => text).join()).to.include('已接单');
    lan.hears('已接单');
    const updates = double.called('/cgi-bin/message/update_template_card').map(({ body }) => body.button?.replace_name);
    expect(updates).to.include('已提交').and.to.include('已有新进展');
  });
});

describe('微信客服事后说没有送到', () => {
  const double = aDouble();
  const play = aPlay({}, settingsFor(double.base));

  it('这封信从“已发”变成“未送达”，写着原因；别的信不变', async () => {
    const lan = caller(play, double, 'kf', 'lan-4');
    await lan.says('银杏花园2号楼门口路灯坏了');
    const no = (lan.unread(), lan.no());
    await command(play, no, { type: 'take' });
    await quiet(play, double);
    const told = double.called('/cgi-bin/kf/send_msg').findLast(({ body }) => body.text.content.includes('已接单'));
    double.event({ event_type: 'msg_send_fail', open_kfid: ACCOUNTS.kf.id, external_userid: 'lan-4', fail_msgid: told?.body.msgid, fail_type: 4 });
    await ring(play, double);
    const { url, adminToken } = play.product();
    const { letters } = (await (await fetch(`${url}/api/demands/${no}/file`, { headers: { authorization: `Bearer ${adminToken}` } })).json()) as { letters: { text: string; state: string; why?: string }[] };
    expect(letters.filter(({ state }) => state === 'undelivered').map(({ text, why }) => [text.includes('已接单'), why])).to.deep.equal([[true, 'fail-type-4']]);
    expect(letters.filter(({ state }) => state === 'sent')).to.have.length.above(0);
  });

  it('连不上的时候看得出是哪个渠道，信等着；连上以后自己送到', async () => {
    const ready = async () => {
      const response = await fetch(`${play.product().url}/readyz`);
      const { checks } = (await response.json()) as { checks: Record<string, { up: boolean; detail?: string }> };
      return { status: response.status, kf: checks['channel-kf'] };
    };
    const hu = caller(play, double, 'kf', 'hu');
    await hu.says('银杏花园3号楼门口井盖松了');
    const no = (hu.unread(), hu.no());
    expect(await ready()).to.deep.equal({ status: 200, kf: { up: true } });
    double.down(true);
    await command(play, no, { type: 'take' });
    await quiet(play, double);
    expect(await ready()).to.deep.equal({ status: 503, kf: { up: false, detail: 'the messenger cannot be reached' } });
    expect(hu.unread()).to.deep.equal([]);
    expect(play.takeErrors().join()).to.include('A letter could not be said');
    double.down(false);
    await play.advance('PT1M');
    await quiet(play, double);
    hu.hears('已接单');
    expect(await ready()).to.deep.equal({ status: 200, kf: { up: true } });
  });
});

describe('账号被封，信还等着', () => {
  const double = aDouble();
  const play = aPlay({}, settingsFor(double.base));

  it('窗口关了等着的信，居民在另一个渠道找回以后就从那里送到，一封不少，一封不重', async () => {
    const old = caller(play, double, 'kf', 'mo-old');
    await old.says('银杏花园2号楼楼道堆了一堆纸箱');
    const no = (old.unread(), old.no());
    await old.says('找回码');
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(old.unread().at(-1)?.text ?? '')?.[0] ?? '';
    double.passes(3 * DAY_MS);
    await play.advance('PT72H');
    await quiet(play, double);
    old.lookAway();
    await command(play, no, { type: 'take' });
    await command(play, no, { type: 'finish', result: '纸箱清走了' });
    await quiet(play, double);
    expect(old.unread()).to.deep.equal([]);
    const fresh = caller(play, double, 'oa', 'mo-new');
    await fresh.says(`找回 ${no} ${code}`);
    await quiet(play, double);
    const heard = fresh.unread().map(({ text }) => text);
    for (const words of ['已接单', '纸箱清走了']) expect(heard.filter((text) => text.includes(words)), words).to.have.length(1);
    expect(old.unread()).to.deep.equal([]);
  });
});

describe('不是渠道自己打来的', () => {
  const double = aDouble();
  const play = aPlay({}, settingsFor(double.base));

  it('300 种伪造、重放、改动、过大、乱加密的回调都被拒绝，什么也没存下，程序还在', async () => {
    const text = `<xml><FromUserName><![CDATA[mallory]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[银杏花园2号楼着火了]]></Content><MsgId>9</MsgId></xml>`;
    let turn = 0;
    const varied = (n: number) => (turn * 7919) % n;
    const makers: ((kind: 'kf' | 'oa' | 'app') => { query: string; body: string })[] = [
      (kind) => closed(kind, text, { token: 'wrong' }),
      (kind) => closed(kind, text, { receiver: 'ww-other' }),
      (kind) => closed(kind, text, { aesKey: Buffer.alloc(32, 100 + varied(100)).toString('base64').slice(0, 43) }),
      (kind) => closed(kind, text, { timestamp: Math.floor(Date.now() / 1000) - 301 - varied(100_000) }),
      (kind) => ({ ...closed(kind, text), query: '' }),
      (kind) => ({ ...closed(kind, text), query: 'msg_signature[]=1&timestamp=x&nonce=' }),
      () => ({ query: '', body: text }),
      (kind) => ({ ...closed(kind, text), body: `<xml><Encrypt>${'A'.repeat(varied(60_000))}</Encrypt></xml>` }),
      (kind) => ({ ...closed(kind, text), body: 'x'.repeat(70_000) }),
      (kind) => { const one = closed(kind, text); const at = one.body.indexOf('<Encrypt>') + 20 + varied(100); return { ...one, body: one.body.slice(0, at) + (one.body[at] === 'A' ? 'B' : 'A') + one.body.slice(at + 1) }; },
    ];
    const before = await play.count();
    for (turn = 0; turn < 300; turn++) {
      const kind = (['kf', 'oa', 'app'] as const)[turn % 3]!;
      const maker = Math.floor(turn / 3) % makers.length;
      const { status } = await call(play, kind, makers[maker]!(kind));
      expect([403, 413], `kind ${kind}, forgery ${maker}, turn ${turn}`).to.include(status);
    }
    await quiet(play, double);
    expect(await play.count()).to.equal(before);
    expect((await fetch(`${play.product().url}/healthz`)).status).to.equal(200);
    expect(double.shown('mallory')).to.deep.equal([]);
  });
});

describe('一个人乱用', () => {
  const double = aDouble();
  const play = aPlay({}, settingsFor(double.base));

  it('停用以后只听到一次说明，什么也不登记；到期照常', async () => {
    const noisy = caller(play, double, 'kf', 'noisy');
    await noisy.says('银杏花园2号楼门口路灯坏了');
    noisy.unread();
    const no = noisy.no();
    const { url, adminToken } = play.product();
    const now = new Date((await play.product().client.clock()).now);
    const block = (until: Date) => fetch(`${url}/api/blocks`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` }, body: JSON.stringify({ demand: no, until: until.toISOString(), reason: '多次编造' }) });
    expect((await block(new Date(now.getTime() + DAY_MS))).status).to.equal(200);
    const before = await play.count();
    await noisy.says('银杏花园3号楼井盖没了');
    await noisy.says('银杏花园4号楼井盖没了');
    noisy.hears('12345');
    expect(await play.count()).to.equal(before);
    await block(new Date(now.getTime() - DAY_MS));
    await noisy.says('进度');
    noisy.hears(no);
  });
});

describe('账号没了', () => {
  const double = aDouble();
  const play = aPlay({}, settingsFor(double.base));

  it('居民换到另一个渠道，凭找回码接着办，谁的事都没丢', async () => {
    const old = caller(play, double, 'kf', 'lan-old');
    await old.says('银杏花园2号楼楼道堆了一堆纸箱');
    old.unread();
    const no = old.no();
    await old.says('找回码');
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(old.unread().at(-1)?.text ?? '')?.[0] ?? '';
    const fresh = caller(play, double, 'oa', 'lan-new');
    await fresh.says(`找回 ${no} ${code}`);
    expect(fresh.unread().map(({ text }) => text).join()).to.include('绑定好了');
    await command(play, no, { type: 'take' });
    await quiet(play, double);
    fresh.hears('已接单');
    expect(old.unread()).to.deep.equal([]);
    await fresh.says('进度');
    fresh.hears(no);
    const thief = caller(play, double, 'kf', 'thief');
    await thief.says(`找回 ${no} ${code}`);
    expect(thief.unread().map(({ text }) => text).join()).to.include('这个码不对');
  });

  it('有人离岗，账号当场解除，没说的话转给同单位的人', async () => {
    await bind(play, double, 'app', 'Gone', 'p-feng-3');
    const { url, adminToken } = play.product();
    await fetch(`${url}/api/bindings/release`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` }, body: JSON.stringify({ person: 'p-feng-3' }) });
    const gone = caller(play, double, 'app', 'Gone').lookAway();
    const lan = caller(play, double, 'kf', 'lan-3');
    await lan.says('银杏花园3号楼门口路灯坏了');
    expect(gone.unread()).to.deep.equal([]);
    await gone.says('待办');
    expect(gone.unread().map(({ text }) => text).join()).to.include('隐私');
  });
});
