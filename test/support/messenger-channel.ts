import { createKfChannel } from '../../bot/kf/kf-channel.ts';
import { createOaChannel } from '../../bot/official-account/oa-channel.ts';
import { createMessengerApi } from '../../bot/tencent/api.ts';
import { createCallbackCrypto } from '../../bot/tencent/callback-crypto.ts';
import { createEnvelopes } from '../../bot/tencent/envelope.ts';
import { createAppChannel } from '../../bot/wecom-app/app-channel.ts';
import type { Channel } from '../../handlers/channel.ts';
import type { Ledger } from '../../handlers/ports/coordination.ts';
import { ACCOUNTS, type Tencent } from './tencent.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = () => new Date();

/** Small facts in memory. */
export function memoryLedger(): Pick<Ledger, 'get' | 'set'> {
  const facts = new Map<string, string>();
  return { get: (key) => Promise.resolve(facts.get(key)), set: (key, value) => Promise.resolve(void facts.set(key, value)) };
}

/** A channel on the double, with nothing of the rest of the program. */
export function aMessengerChannel(kind: 'kf' | 'oa' | 'app', double: Tencent, ledger: Pick<Ledger, 'get' | 'set'> = memoryLedger(), over: { readonly deadlineMs?: number } = {}): Channel {
  const { corpId, kf, oa, app } = ACCOUNTS;
  const common = { ledger, now, timeOf: (ms: number) => new Date(ms), log: silent, greeting: () => '您好', placeNamed: (id: string) => (id === 'place-1' ? '杨树里' : undefined) };
  const api = (secret: string) => createMessengerApi({ base: double.base, now, token: { kind: 'corp', corpId, secret } });
  const envelopes = (keys: { token: string; aesKey: string }, receiver: string) => createEnvelopes(createCallbackCrypto({ token: keys.token, aesKey: keys.aesKey, receiver }), now);
  switch (kind) {
    case 'kf':
      return createKfChannel({ ...common, id: 'kf', kfId: kf.id, api: api(kf.secret), envelopes: envelopes(kf, corpId), againMs: [20] });
    case 'oa':
      return createOaChannel({ ...common, ...over, id: 'oa', appId: oa.appId, api: createMessengerApi({ base: double.base, now, token: { kind: 'account', appId: oa.appId, secret: oa.secret } }), envelopes: envelopes(oa, oa.appId), template: { id: oa.template, fields: { thing1: 'text' } }, subscription: { id: oa.subscription, fields: { thing2: 'text', character_string1: 'no' } }, home: 'https://district.example', moment: (at) => at.toISOString() });
    case 'app':
      return createAppChannel({ ...common, id: 'wecom', agentId: app.agentId, api: api(app.secret), envelopes: envelopes(app, corpId), pressed: '已提交', movedOn: '已有新进展' });
  }
}
