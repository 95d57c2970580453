import { randomBytes } from 'node:crypto';
import * as wecom from '@wecom/crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { createCallbackCrypto } from '../../../bot/tencent/callback-crypto.ts';
import { createEnvelopes } from '../../../bot/tencent/envelope.ts';

const KEYS = { token: 'spruce', aesKey: Buffer.alloc(32, 9).toString('base64').slice(0, 43), receiver: 'ww00000000000001' };
const NOW = new Date('2026-07-06T02:00:00.000Z');
const crypto = createCallbackCrypto(KEYS);

/** A call as the messenger makes it, closed and signed by another program. */
function call(words: string, over: { receiver?: string; aesKey?: string; token?: string; at?: Date } = {}) {
  const encrypted = wecom.encrypt(over.aesKey ?? KEYS.aesKey, words, over.receiver ?? KEYS.receiver);
  const timestamp = String(Math.floor((over.at ?? NOW).getTime() / 1000));
  const query = { timestamp, nonce: 'n1', msg_signature: wecom.getSignature(over.token ?? KEYS.token, timestamp, 'n1', encrypted) };
  return { query, body: `<xml><ToUserName><![CDATA[x]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`, encrypted };
}

describe('a call of the messenger', () => {
  const envelopes = () => createEnvelopes(crypto, () => NOW);

  it('is opened when it is signed, fresh and ours', () => {
    const { query, body } = call('<xml><Content><![CDATA[路灯坏了 <3 & ]]]]><![CDATA[>]]></Content></xml>');
    expect(envelopes().open(query, body)).to.deep.equal({ ok: true, content: { Content: '路灯坏了 <3 & ]]>' }, again: false });
  });

  it('is known again once it was taken', () => {
    const one = envelopes();
    const { query, body } = call('<xml><A>1</A></xml>');
    one.open(query, body);
    one.taken(query);
    expect(one.open(query, body)).to.include({ ok: true, again: true });
  });

  for (const [what, over, refusal] of [
    ['signed with another token', { token: 'other' }, 'unsigned'],
    ['closed with another key', { aesKey: Buffer.alloc(32, 8).toString('base64').slice(0, 43) }, 'not-for-us'],
    ['for another corporation', { receiver: 'ww00000000000002' }, 'not-for-us'],
    ['older than five minutes', { at: new Date(NOW.getTime() - 301_000) }, 'too-old'],
    ['from the future', { at: new Date(NOW.getTime() + 301_000) }, 'too-old'],
  ] as const) {
    it(`is refused when it is ${what}`, () => {
      const { query, body } = call('<xml><A>1</A></xml>', over);
      expect(envelopes().open(query, body)).to.deep.equal({ ok: false, refusal });
    });
  }

  it('is refused when anything of it was altered, and never throws', () => {
    const good = call('<xml><A>1</A></xml>');
    fc.assert(
      fc.property(fc.nat(good.body.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, put) => {
        const body = good.body.slice(0, at) + put + good.body.slice(at + 1);
        const opened = envelopes().open(good.query, body);
        return !opened.ok || body.includes(good.encrypted);
      }),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.string({ maxLength: 300 }), fc.object(), (body, query) => !envelopes().open(query, body).ok), { numRuns: 300 });
  });

  it('is refused when what is inside is not what it should be', () => {
    for (const inside of ['', 'plain words', '<xml>', '<xml><A>1</xml>', '<!DOCTYPE a [<!ENTITY b "c">]><xml><A>&b;</A></xml>', `<xml>${'<a>'.repeat(50)}${'</a>'.repeat(50)}</xml>`, '<html></html>']) {
      const { query, body } = call(inside);
      expect(envelopes().open(query, body), inside).to.deep.equal({ ok: false, refusal: 'malformed' });
    }
  });

  it('is refused when it is closed, but holds noise', () => {
    for (let i = 0; i < 100; i++) {
      const encrypted = randomBytes(32 * (1 + (i % 4))).toString('base64');
      const timestamp = String(NOW.getTime() / 1000);
      const query = { timestamp, nonce: 'n', msg_signature: wecom.getSignature(KEYS.token, timestamp, 'n', encrypted) };
      expect(envelopes().open(query, `<xml><Encrypt>${encrypted}</Encrypt></xml>`).ok).to.be.false;
    }
  });

  it('proves the address with the words it was asked with', () => {
    const { query, encrypted } = call('81239');
    expect(envelopes().echo({ ...query, echostr: encrypted })).to.equal('81239');
    expect(envelopes().echo({ ...query, msg_signature: '0'.repeat(40), echostr: encrypted })).to.be.undefined;
  });

  it('can be read by another program when it is answered', () => {
    const answer = envelopes().close('<xml><MsgType>text</MsgType></xml>');
    const [, encrypted = ''] = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(answer) ?? [];
    const [, signature] = /<MsgSignature><!\[CDATA\[(.*?)\]\]>/.exec(answer) ?? [];
    const [, timestamp = ''] = /<TimeStamp>(\d+)/.exec(answer) ?? [];
    const [, nonce = ''] = /<Nonce><!\[CDATA\[(.*?)\]\]>/.exec(answer) ?? [];
    expect(wecom.decrypt(KEYS.aesKey, encrypted)).to.include({ message: '<xml><MsgType>text</MsgType></xml>', id: KEYS.receiver });
    expect(wecom.getSignature(KEYS.token, timestamp, nonce, encrypted)).to.equal(signature);
  });
});
