import type { Channel } from '../handlers/channel.ts';
import { moment } from '../locales/moment.ts';
import type { AroundChannels } from './around-channels.ts';
import type { Config } from './config.ts';
import { createKfChannel } from './kf/kf-channel.ts';
import type { Log } from './log.ts';
import { createOaChannel, type OaTemplate } from './official-account/oa-channel.ts';
import { KF_SETTINGS, OA_SETTINGS, WECOM_SETTINGS } from './settings.ts';
import { createMessengerApi, type MessengerApi, type TokenSource } from './tencent/api.ts';
import { createCallbackCrypto } from './tencent/callback-crypto.ts';
import { createEnvelopes, type Envelopes } from './tencent/envelope.ts';
import { createAppChannel } from './wecom-app/app-channel.ts';

/** Whether all settings of a messenger are given. */
export function hasAll<N extends keyof Config>(config: Config, names: readonly N[]): config is Config & { readonly [K in N]-?: NonNullable<Config[K]> } {
  return names.every((name) => config[name] !== undefined);
}

/** The channels that are a messenger's own interface, and no puppet. */
export const MESSENGERS: readonly string[] = ['kf', 'oa', 'wecom'];

/** Makes the channels of those messengers for which all settings are given. */
export function openMessengers(config: Config, around: AroundChannels, log: Log): readonly Channel[] {
  return [openKf(config, around, log), openOa(config, around, log), openApp(config, around, log)].filter((channel) => channel !== undefined);
}

function openKf(config: Config, around: AroundChannels, log: Log): Channel | undefined {
  if (!hasAll(config, KF_SETTINGS)) return undefined;
  const { WECOM_CORP_ID: corpId, KF_ID: kfId, KF_SECRET: secret, KF_TOKEN: token, KF_AES_KEY: aesKey, WECOM_API: base } = config;
  return createKfChannel({ ...common(around, log), id: 'kf', kfId, api: apiOf(base, { kind: 'corp', corpId, secret }, around), envelopes: envelopesOf({ token, aesKey, receiver: corpId }, around) });
}

function openOa(config: Config, around: AroundChannels, log: Log): Channel | undefined {
  if (!hasAll(config, OA_SETTINGS)) return undefined;
  const { OA_APP_ID: appId, OA_SECRET: secret, OA_TOKEN: token, OA_AES_KEY: aesKey, OA_API: base } = config;
  return createOaChannel({
    ...common(around, log),
    id: 'oa',
    appId,
    api: apiOf(base, { kind: 'account', appId, secret }, around),
    envelopes: envelopesOf({ token, aesKey, receiver: appId }, around),
    template: templateOf(config.OA_TEMPLATE_ID, config.OA_TEMPLATE_FIELDS),
    subscription: templateOf(config.OA_SUBSCRIPTION_ID, config.OA_SUBSCRIPTION_FIELDS),
    home: config.PUBLIC_URL,
    moment: (at) => moment(config.LOCALE, at, at),
  });
}

function openApp(config: Config, around: AroundChannels, log: Log): Channel | undefined {
  if (!hasAll(config, WECOM_SETTINGS)) return undefined;
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_SECRET: secret, WECOM_TOKEN: token, WECOM_AES_KEY: aesKey, WECOM_API: base } = config;
  return createAppChannel({ ...common(around, log), id: 'wecom', agentId, api: apiOf(base, { kind: 'corp', corpId, secret }, around), envelopes: envelopesOf({ token, aesKey, receiver: corpId }, around), ...around.onCards });
}

function common({ ledger, now, wall, greeting, directory }: AroundChannels, log: Log) {
  const timeOf = (ms: number) => new Date(ms + now().getTime() - wall().getTime());
  const placeNamed = (id: string) => directory().place(id)?.name ?? directory().grid(id)?.name;
  return { ledger, now, timeOf, log, greeting, placeNamed };
}

function apiOf(base: string, token: TokenSource, { wall }: AroundChannels): MessengerApi {
  return createMessengerApi({ base, token, now: wall });
}

function envelopesOf(keys: Parameters<typeof createCallbackCrypto>[0], { wall }: AroundChannels): Envelopes {
  return createEnvelopes(createCallbackCrypto(keys), wall);
}

/** Written `thing1=text,character_string2=no,time3=time`. */
function templateOf(id: string | undefined, fields: string): OaTemplate | undefined {
  if (id === undefined) return undefined;
  const pairs = fields.split(',').map((pair) => pair.trim().split('='));
  return { id, fields: Object.fromEntries(pairs.flatMap(([name = '', what = '']) => (isField(what) ? [[name, what] as const] : []))) };
}

function isField(what: string): what is 'no' | 'text' | 'time' {
  return what === 'no' || what === 'text' || what === 'time';
}
