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
