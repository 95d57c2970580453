import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { TextKey } from '../locales/text.ts';
import type { Config } from './config.ts';
import { hasAll } from './messengers.ts';
import { KF_SETTINGS, OA_SETTINGS, WECOM_SETTINGS } from './settings.ts';
import { createMessengerApi, type MessengerApi } from './tencent/api.ts';
import { createCallbackCrypto, type CallbackKeys } from './tencent/callback-crypto.ts';
import { MessengerError } from './tencent/verdict.ts';

/** One thing that was looked at, as a sentence and what goes into it. */
export interface Finding {
  readonly ok: boolean;
  readonly key: TextKey;
  readonly params: Readonly<Record<string, string | number>>;
}

interface Checking {
  readonly config: Config;
  readonly now: () => Date;
}

interface Account {
  readonly name: string;
  readonly api: MessengerApi;
  readonly keys: CallbackKeys;
  readonly path: string;
  /** Asks something that only the right account may; tells nobody anything. */
  readonly look: (api: MessengerApi) => Promise<Finding>;
}

const KfAccounts = z.object({ account_list: z.array(z.object({ open_kfid: z.string() })).default([]) });
const Anything = z.object({});

/** Looks at every channel that is set up: the secret, the account, the list of addresses, and whether the messenger could call us. Nothing is sent to anybody. */
export async function checkChannels(checking: Checking): Promise<readonly Finding[]> {
  const accounts = accountsIn(checking);
  if (accounts.length === 0) return [{ ok: false, key: 'channel.check.none', params: {} }];
  const found: Finding[] = [];
  for (const account of accounts) found.push(...(await checkOne(checking, account)));
  return found;
}

async function checkOne(checking: Checking, account: Account): Promise<Finding[]> {
  const { name, api } = account;
  const signedIn = await attempt(name, async () => {
    await api.signIn();
    return { ok: true, key: 'channel.check.secret-ok', params: { channel: name } };
  });
  const looked = signedIn.ok ? [await attempt(name, () => account.look(api))] : [];
  return [signedIn, ...looked, await callBack(checking, account)];
}

async function attempt(channel: string, ask: () => Promise<Finding>): Promise<Finding> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof MessengerError ? error.errcode : 0;
    return { ok: false, key: error instanceof MessengerError ? sentenceFor(code) : 'channel.check.no-answer', params: { channel, code } };
  }
}

const SENTENCES: Readonly<Record<number, TextKey>> = {
  40001: 'channel.check.wrong-secret', 40125: 'channel.check.wrong-secret', 40013: 'channel.check.wrong-id', 40056: 'channel.check.wrong-id',
  60020: 'channel.check.address-not-listed', 40164: 'channel.check.address-not-listed', 48001: 'channel.check.not-allowed', 60011: 'channel.check.not-allowed', 48002: 'channel.check.not-allowed', 301002: 'channel.check.not-allowed',
};

function sentenceFor(code: number): TextKey {
  return SENTENCES[code] ?? 'channel.check.code';
}

/** Asks our own address as the messenger does when it is entered there: so proxy, certificate, token and key are tried together. */
async function callBack({ config, now }: Checking, { name, keys, path }: Account): Promise<Finding> {
  const base = config.PUBLIC_URL;
  if (base?.startsWith('https://') !== true) return { ok: false, key: 'channel.check.no-public-url', params: { channel: name } };
  const crypto = createCallbackCrypto(keys);
  const said = randomBytes(8).toString('hex');
  const encrypted = crypto.close(said);
  const timestamp = String(Math.floor(now().getTime() / 1000));
  const nonce = randomBytes(6).toString('hex');
  const address = new URL(path, base);
  for (const [key, value] of Object.entries({ msg_signature: crypto.sign({ timestamp, nonce, encrypted }), timestamp, nonce, echostr: encrypted })) address.searchParams.set(key, value);
  const params = { channel: name, address: `${base.replace(/\/$/, '')}${path}` };
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000), redirect: 'error' });
    return (await response.text()) === said ? { ok: true, key: 'channel.check.callback-ok', params } : { ok: false, key: 'channel.check.callback-wrong', params: { ...params, status: response.status } };
  } catch {
    return { ok: false, key: 'channel.check.callback-unreachable', params };
  }
}

function accountsIn({ config, now }: Checking): Account[] {
  const accounts: Account[] = [];
  if (hasAll(config, KF_SETTINGS)) {
    const { WECOM_CORP_ID: corpId, KF_ID: kfId, KF_SECRET: secret, KF_TOKEN: token, KF_AES_KEY: aesKey } = config;
    const api = createMessengerApi({ base: config.WECOM_API, now, token: { kind: 'corp', corpId, secret } });
    accounts.push({ name: 'kf', api, keys: { token, aesKey, receiver: corpId }, path: '/callbacks/kf', look: async () => {
      const { account_list: list } = await api.post('/cgi-bin/kf/account/list', { offset: 0, limit: 100 }, KfAccounts);
      const isThere = list.some(({ open_kfid: id }) => id === kfId);
      return { ok: isThere, key: isThere ? 'channel.check.account-ok' : 'channel.check.no-such-account', params: { channel: 'kf', id: kfId } };
    } });
  }
  if (hasAll(config, OA_SETTINGS)) {
    const { OA_APP_ID: appId, OA_SECRET: secret, OA_TOKEN: token, OA_AES_KEY: aesKey } = config;
    const api = createMessengerApi({ base: config.OA_API, now, token: { kind: 'account', appId, secret } });
    accounts.push({ name: 'oa', api, keys: { token, aesKey, receiver: appId }, path: '/callbacks/oa', look: async () => {
      await api.get('/cgi-bin/get_api_domain_ip', {}, Anything);
      return { ok: true, key: 'channel.check.account-ok', params: { channel: 'oa', id: appId } };
    } });
  }
  if (hasAll(config, WECOM_SETTINGS)) {
    const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agent, WECOM_SECRET: secret, WECOM_TOKEN: token, WECOM_AES_KEY: aesKey } = config;
    const api = createMessengerApi({ base: config.WECOM_API, now, token: { kind: 'corp', corpId, secret } });
    accounts.push({ name: 'wecom', api, keys: { token, aesKey, receiver: corpId }, path: '/callbacks/wecom', look: async () => {
      await api.get('/cgi-bin/agent/get', { agentid: String(agent) }, Anything);
      return { ok: true, key: 'channel.check.account-ok', params: { channel: 'wecom', id: agent } };
    } });
  }
  return accounts;
}
