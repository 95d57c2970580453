import { expect } from 'chai';
import { itIsAChannel, type Trial } from '../support/channel-contract.ts';
import { aMessengerChannel, memoryLedger } from '../support/messenger-channel.ts';
import { ACCOUNTS, startTencent } from '../support/tencent.ts';
import { aSandbox, shownTo, until } from '../support/wechat-sandbox.ts';

const RING = `<xml><ToUserName><![CDATA[${ACCOUNTS.corpId}]]></ToUserName><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[T]]></Token><OpenKfId><![CDATA[${ACCOUNTS.kf.id}]]></OpenKfId></xml>`;
const paused = () => new Promise((resolve) => setTimeout(resolve, 50));

itIsAChannel('the sandbox through Wechaty', async (): Promise<Trial> => {
  const box = await aSandbox();
  return {
    channel: box.channel,
    says: async (text) => {
      await box.chats.say({ from: 'lan', text });
    },
    again: async () => {
      const entries = await box.chats.read({ person: 'lan' }, 0, 100);
      for (const { id, from } of entries) if (from === 'lan') box.puppet.emit('message', { messageId: id });
      await paused();
    },
    account: 'lan',
    stranger: 'nobody',
    shown: () => shownTo(box.chats, 'lan'),
    cutOff: () => box.channel.stop(),
    end: () => box.stop(),
  };
});

itIsAChannel('WeCom customer service', async (): Promise<Trial> => {
  const double = await startTencent();
  const channel = aMessengerChannel('kf', double);
  const ring = async () => {
    const { query, body } = double.callback('kf', RING);
    await channel.callback?.take(Object.fromEntries(new URLSearchParams(query)), body);
    await paused();
  };
  return {
    channel,
    says: async (text) => {
      double.writes('lan', { msgtype: 'text', text: { content: text } });
      await ring();
    },
    again: ring,
    account: 'lan',
    stranger: 'nobody',
    shown: () => double.shown('lan').map(({ text }) => text),
    cutOff: () => double.down(true),
    end: async () => {
      await channel.stop();
      await double.stop();
    },
  };
});

for (const [kind, name] of [['oa', 'a service account'], ['app', 'a WeCom application']] as const) {
  itIsAChannel(name, async (): Promise<Trial> => {
    const double = await startTencent();
    const channel = aMessengerChannel(kind, double);
    const said: string[] = [];
    const bring = async (words: string) => {
      const { query, body } = double.callback(kind, words);
      return channel.callback?.take(Object.fromEntries(new URLSearchParams(query)), body);
    };
    return {
      channel,
      says: async (text) => {
        const words = `<xml><ToUserName><![CDATA[us]]></ToUserName><FromUserName><![CDATA[lan]]></FromUserName><CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${text}]]></Content><MsgId>${said.length + 1}</MsgId></xml>`;
        said.push(words);
        await bring(words);
      },
      again: async () => {
        for (const words of said) await bring(words);
      },
      account: 'lan',
      stranger: kind === 'oa' ? 'nobody' : 'left-the-company',
      shown: () => double.shown('lan').map(({ text }) => text),
      cutOff: () => double.down(true),
      end: async () => {
        await channel.stop();
        await double.stop();
      },
    };
  });
}

describe('a call of a service account that takes too long to be stored', () => {
  it('is asked for again, and is then known by its number, whichever of the calls is done first', async () => {
    const double = await startTencent();
    const channel = aMessengerChannel('oa', double, memoryLedger(), { deadlineMs: 20 });
    const waiting: (() => void)[] = [];
    const brought: string[] = [];
    await channel.start((message) => {
      brought.push(message.messageId);
      return new Promise((resolve) => waiting.push(resolve));
    });
    const words = `<xml><ToUserName><![CDATA[us]]></ToUserName><FromUserName><![CDATA[lan]]></FromUserName><CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[路灯]]></Content><MsgId>7</MsgId></xml>`;
    const first = double.callback('oa', words);
    const take = ({ query, body }: typeof first) => channel.callback?.take(Object.fromEntries(new URLSearchParams(query)), body);
    expect(await take(first)).to.include({ status: 503 });
    const second = take(double.callback('oa', words));
    await until(() => waiting.length === 2);
    for (const stored of waiting.splice(0)) stored();
    await second;
    await new Promise(setImmediate);
    expect(await take(first)).to.include({ status: 200, text: 'success' });
    expect([brought.length, new Set(brought).size]).to.deep.equal([2, 1]);
    await channel.stop();
    await double.stop();
  });
});

describe('customer service after a night without us', () => {
  it('brings each of 1,000 messages once, killed while it fetches them or not', async function () {
    this.timeout(30_000);
    const double = await startTencent();
    const ledger = memoryLedger();
    for (let i = 0; i < 1000; i++) double.writes(`p${i % 40}`, { msgtype: 'text', text: { content: `第${i}条` } });
    const stored = new Map<string, number>();
    const dies = aMessengerChannel('kf', double, ledger);
    void dies.start((message) => {
      if (stored.size >= 430) return new Promise(() => undefined);
      stored.set(message.messageId, 1);
      return Promise.resolve();
    });
    await until(() => stored.size === 430);
    const brought: string[] = [];
    const next = aMessengerChannel('kf', double, ledger);
    await next.start((message) => {
      brought.push(message.messageId);
      stored.set(message.messageId, (stored.get(message.messageId) ?? 0) + 1);
      return Promise.resolve();
    });
    expect(stored.size).to.equal(1000);
    // Only the page that was not finished comes again; the inbox knows its ids.
    expect(brought.length).to.be.within(570, 670);
    expect(new Set(brought).size).to.equal(brought.length);
    await next.stop();
    await double.stop();
  });
});

describe('a group of the corporation', () => {
  it('is told through the application, no longer than it may be, and what the messenger refuses is not called sent', async () => {
    const double = await startTencent();
    const channel = aMessengerChannel('app', double);
    const to = { room: 'group-1' };
    expect(await channel.say({ key: 'a', to, text: '今天的简报' })).to.deep.equal({ outcome: 'sent' });
    await channel.say({ key: 'b', to, text: '长'.repeat(2000) });
    const sent = double.called('/cgi-bin/appchat/send').map(({ body }) => body);
    expect(sent[0]).to.include({ chatid: 'group-1', msgtype: 'text' });
    expect(sent.map(({ text }) => Buffer.byteLength(text.content) <= 2048)).to.deep.equal([true, true]);
    for (const [code, outcome] of [[86001, 'refused'], [45033, 'limited']] as const) {
      double.failNext('/cgi-bin/appchat/send', code);
      expect(await channel.say({ key: String(code), to, text: '在吗' })).to.include({ outcome });
    }
    expect(double.shown('group-1')).to.have.length(2);
    await double.stop();
  });

  it('cannot be told by channels that speak to one person only', async () => {
    const double = await startTencent();
    for (const kind of ['kf', 'oa'] as const) expect(await aMessengerChannel(kind, double).say({ key: 'a', to: { room: 'group-1' }, text: '在吗' })).to.deep.equal({ outcome: 'refused', reason: 'no-groups' });
    expect(double.calls).to.deep.equal([]);
    await double.stop();
  });
});

describe('a letter that customer service could not bring', () => {
  it('is told by its key and the messenger\'s reason, and what was not ours is left alone', async () => {
    const double = await startTencent();
    const channel = aMessengerChannel('kf', double);
    const failures: [string, string][] = [];
    double.writes('lan', { msgtype: 'text', text: { content: '在吗' } });
    await channel.start(() => Promise.resolve(), { notDelivered: (key, why) => Promise.resolve(void failures.push([key, why])) });
    await channel.say({ key: 'letter-1', to: { account: 'lan' }, text: '已登记' });
    await channel.say({ key: 'letter-2', to: { account: 'lan' }, text: '已接单' });
    const [, second] = double.called('/cgi-bin/kf/send_msg');
    for (const id of [second?.body.msgid, 'of-somebody-else']) double.event({ event_type: 'msg_send_fail', external_userid: 'lan', fail_msgid: id, fail_type: 10 });
    const { query, body } = double.callback('kf', RING);
    await channel.callback?.take(Object.fromEntries(new URLSearchParams(query)), body);
    await until(() => failures.length > 0);
    await channel.stop();
    expect(failures).to.deep.equal([['letter-2', 'fail-type-10']]);
    await double.stop();
  });
});

describe('a subscription to a service account', () => {
  const letter = (key: string) => ({ key, to: { account: 'lan' }, text: '路灯已修好', about: '10001', link: 'https://district.example/r/10001-x', outside: 'subscription' as const });

  async function answering(agrees: readonly boolean[]) {
    const double = await startTencent();
    const channel = aMessengerChannel('oa', double);
    await channel.start(() => Promise.resolve());
    for (const answer of agrees) {
      const { query, body } = double.subscribes('lan', answer);
      await channel.callback?.take(Object.fromEntries(new URLSearchParams(query)), body);
    }
    return { double, channel };
  }

  it('lets one thing be told for each time somebody agreed', async () => {
    const { double, channel } = await answering([true, true]);
    const outcomes = [];
    for (const key of ['a', 'b', 'c']) outcomes.push((await channel.say(letter(key))).outcome);
    expect(outcomes).to.deep.equal(['sent', 'sent', 'closed']);
    expect(double.called('/cgi-bin/message/subscribe/bizsend')).to.have.length(2);
    expect(double.called('/cgi-bin/message/subscribe/bizsend')[0]?.body).to.deep.include({ touser: 'lan', template_id: ACCOUNTS.oa.subscription, page: 'https://district.example/r/10001-x', data: { thing2: { value: '路灯已修好' }, character_string1: { value: '10001' } } });
    await double.stop();
  });

  it('is over when somebody refuses, here or at the messenger', async () => {
    const refused = await answering([true, false]);
    expect(await refused.channel.say(letter('a'))).to.deep.equal({ outcome: 'closed', reason: 'not-subscribed' });
    expect(refused.double.called('/cgi-bin/message/subscribe/bizsend')).to.have.length(0);
    const elsewhere = await answering([true, true]);
    elsewhere.double.unsubscribes('lan');
    expect(await elsewhere.channel.say(letter('a'))).to.deep.equal({ outcome: 'closed', reason: 'code-43101' });
    expect(await elsewhere.channel.say(letter('b'))).to.deep.equal({ outcome: 'closed', reason: 'not-subscribed' });
    expect(elsewhere.double.called('/cgi-bin/message/subscribe/bizsend')).to.have.length(1);
    await refused.double.stop();
    await elsewhere.double.stop();
  });

  it('is not used up by an outage', async () => {
    const { double, channel } = await answering([true]);
    double.failNext('/cgi-bin/message/subscribe/bizsend', -1);
    expect((await channel.say(letter('a'))).outcome).to.equal('limited');
    expect((await channel.say(letter('a'))).outcome).to.equal('sent');
    await double.stop();
  });
});

describe('a messenger\'s token', () => {
  it('is asked for once, and once more when it was ended before its time', async () => {
    const double = await startTencent();
    const channel = aMessengerChannel('app', double);
    await channel.start(() => Promise.resolve());
    for (const key of ['a', 'b', 'c']) await channel.say({ key, to: { account: 'lan' }, text: key });
    expect(double.called('/cgi-bin/gettoken')).to.have.length(1);
    double.endTokens();
    expect(await channel.say({ key: 'd', to: { account: 'lan' }, text: 'd' })).to.include({ outcome: 'sent' });
    expect(double.called('/cgi-bin/gettoken')).to.have.length(2);
    await double.stop();
  });
});

describe('what a messenger answers', () => {
  const CODES = [
    ['kf', '/cgi-bin/kf/send_msg', 95001, { outcome: 'closed', reason: 'code-95001' }],
    ['kf', '/cgi-bin/kf/send_msg', 95002, { outcome: 'closed', reason: 'code-95002' }],
    ['kf', '/cgi-bin/kf/send_msg', 45009, { outcome: 'limited', retryAfterMs: 3600_000 }],
    ['oa', '/cgi-bin/message/custom/send', 45015, { outcome: 'closed', reason: 'code-45015' }],
    ['oa', '/cgi-bin/message/custom/send', 45047, { outcome: 'closed', reason: 'code-45047' }],
    ['oa', '/cgi-bin/message/custom/send', 43004, { outcome: 'refused', reason: 'code-43004' }],
    ['oa', '/cgi-bin/message/custom/send', 40003, { outcome: 'refused', reason: 'code-40003' }],
    ['app', '/cgi-bin/message/send', 45033, { outcome: 'limited', retryAfterMs: 60_000 }],
    ['app', '/cgi-bin/message/send', 81013, { outcome: 'refused', reason: 'code-81013' }],
  ] as const;
  for (const [kind, path, code, result] of CODES) {
    it(`${code} means ${result.outcome}`, async () => {
      const double = await startTencent();
      double.failNext(path, code);
      expect(await aMessengerChannel(kind, double).say({ key: 'k', to: { account: 'lan' }, text: '在' })).to.deep.equal(result);
      await double.stop();
    });
  }
});
