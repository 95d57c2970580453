import { z } from 'zod';
import type { Params } from '../locales/text.ts';
import type { settingsTexts } from '../locales/zh-CN/settings.ts';

/** A sentence about settings. */
export type SettingsText = keyof typeof settingsTexts;

/** What a value must be, in words: a sentence and what is filled in. */
export interface Rule {
  readonly key: SettingsText;
  readonly params?: Params | undefined;
}

/** What people are told of a setting: what it must be, and its default as somebody would write it. */
export interface AboutSetting {
  readonly rule: Rule;
  readonly shown: string;
}

/** The channel for trying out. */
export const SANDBOX = 'sandbox';
/** The puppet that needs a token. */
export const PUPPET_SERVICE = 'wechaty-puppet-service';

const LONGEST_MS = 24 * 60 * 60 * 1000;
const ONE_LINE = /^\P{Cc}{1,1000}$/u;
const TEXT: Rule = { key: 'settings.rule.text', params: { max: 1000 } };
const WEB_ADDRESS = /^https?:\/\/[^\s/?#]\S*$/;
const BASE64_OF_32_BYTES = /^[\w+/-]{43}=?$/;
const PUPPET = /^(?:sandbox|none|(?:@[a-z0-9._-]+\/)?[a-z0-9._-]*puppet[a-z0-9._-]*)$/;

const about = z.registry<AboutSetting>();

function number(min: number, max: number) {
  return { schema: z.string().regex(/^\d{1,9}$/).transform(Number).pipe(z.number().min(min).max(max)), rule: { key: 'settings.rule.whole-number', params: { min, max } } as const };
}

function wholeNumber(min: number, max: number, otherwise: number) {
  const { schema, rule } = number(min, max);
  return schema.default(otherwise).register(about, { rule, shown: String(otherwise) });
}

function optionalNumber(min: number, max: number) {
  const { schema, rule } = number(min, max);
  return schema.optional().register(about, { rule, shown: '' });
}

/** A number of which the default depends on the channel; the sandbox's is shown. */
function byChannel(max: number) {
  const { schema, rule } = number(0, max);
  return schema.optional().register(about, { rule, shown: '0' });
}

function choice<const C extends readonly [string, ...string[]]>(choices: C, otherwise: NoInfer<C[number]>) {
  return z.enum(choices).default(otherwise).register(about, { rule: { key: 'settings.rule.choice', params: { choices } }, shown: otherwise });
}

function flag() {
  const schema = z.enum(['true', 'false']).default('false').transform((said) => said === 'true');
  return schema.register(about, { rule: { key: 'settings.rule.flag' }, shown: 'false' });
}

function text(pattern = ONE_LINE, rule = TEXT, shown = '') {
  return z.string().regex(pattern).optional().register(about, { rule, shown });
}

function textOr(otherwise: string, pattern = ONE_LINE, rule = TEXT) {
  return z.string().regex(pattern).default(otherwise).register(about, { rule, shown: otherwise });
}

function templateFields() {
  return textOr('character_string1=no,thing2=text,time3=time', /^[a-z_]+\d*=(?:no|text|time)(?:, ?[a-z_]+\d*=(?:no|text|time))*$/, { key: 'settings.rule.template-fields' });
}

/** Every setting there is, in the order of .env.example. */
export const Settings = z.object({
  NODE_ENV: choice(['development', 'production', 'test'], 'development'),
  PORT: wholeNumber(0, 65_535, 3000),
  HOST: text(ONE_LINE, TEXT, '127.0.0.1'),
  DATA_DIR: textOr('./data'),
  MONGODB_URI: text(/^mongodb(?:\+srv)?:\/\/\S+$/, { key: 'settings.rule.mongodb-address' }),
  MEDIA_STORE: choice(['folder', 'gridfs'], 'folder'),
  MEDIA_KEEP_DAYS: wholeNumber(1, 3650, 90),
  MEDIA_PER_DAY: wholeNumber(0, 100_000, 100),
  DATA_KEY: text(BASE64_OF_32_BYTES, { key: 'settings.rule.data-key' }),
  ADMIN_TOKEN: text(/^\S{16,200}$/, { key: 'settings.rule.token' }),
  DISTRICT: textOr('wuchang', /^(?:[a-z][a-z0-9-]{0,59}|\P{Cc}{1,200}\.ya?ml)$/u, { key: 'settings.rule.district' }),
  DIRECTORY: text(),
  CALENDAR: text(),
  LOCALE: choice(['zh-CN', 'en'], 'zh-CN'),
  PUBLIC_URL: text(WEB_ADDRESS, { key: 'settings.rule.web-address' }),
  LOG_LEVEL: choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
  WECHATY_PUPPET: textOr(SANDBOX, PUPPET, { key: 'settings.rule.puppet' }),
  WECHATY_PUPPET_SERVICE_TOKEN: text(),
  WECHATY_PUPPET_SERVICE_ENDPOINT: text(),
  WECHATY_PUPPET_SERVICE_AUTHORITY: text(),
  WECHATY_PUPPET_SERVICE_TLS_CA_CERT: text(),
  WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME: text(),
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: flag(),
  INTAKE_SECRETS: text(/^[a-z][a-z0-9-]*=[^\s,=]{16,200}(?:, ?[a-z][a-z0-9-]*=[^\s,=]{16,200})*$/, { key: 'settings.rule.intake-secrets' }),
  RESULT_URLS: text(/^[a-z][a-z0-9-]*=https?:\/\/[^\s,]{1,400}(?:, ?[a-z][a-z0-9-]*=https?:\/\/[^\s,]{1,400})*$/, { key: 'settings.rule.result-urls' }),
  RESULT_SECRETS: text(/^[a-z][a-z0-9-]*=[^\s,=]{16,200}(?:, ?[a-z][a-z0-9-]*=[^\s,=]{16,200})*$/, { key: 'settings.rule.intake-secrets' }),
  WECOM_CORP_ID: text(),
  KF_ID: text(),
  KF_SECRET: text(/^\S{8,200}$/, { key: 'settings.rule.secret' }),
  KF_TOKEN: text(/^[A-Za-z0-9]{3,32}$/, { key: 'settings.rule.callback-token' }),
  KF_AES_KEY: text(/^[A-Za-z0-9]{43}$/, { key: 'settings.rule.callback-key' }),
  WECOM_AGENT_ID: optionalNumber(1, 999_999_999),
  WECOM_SECRET: text(/^\S{8,200}$/, { key: 'settings.rule.secret' }),
  WECOM_TOKEN: text(/^[A-Za-z0-9]{3,32}$/, { key: 'settings.rule.callback-token' }),
  WECOM_AES_KEY: text(/^[A-Za-z0-9]{43}$/, { key: 'settings.rule.callback-key' }),
  WECOM_API: textOr('https://qyapi.weixin.qq.com', WEB_ADDRESS, { key: 'settings.rule.web-address' }),
  OA_APP_ID: text(),
  OA_SECRET: text(/^\S{8,200}$/, { key: 'settings.rule.secret' }),
  OA_TOKEN: text(/^[A-Za-z0-9]{3,32}$/, { key: 'settings.rule.callback-token' }),
  OA_AES_KEY: text(/^[A-Za-z0-9]{43}$/, { key: 'settings.rule.callback-key' }),
  OA_API: textOr('https://api.weixin.qq.com', WEB_ADDRESS, { key: 'settings.rule.web-address' }),
  OA_TEMPLATE_ID: text(),
  OA_TEMPLATE_FIELDS: templateFields(),
  OA_SUBSCRIPTION_ID: text(),
  OA_SUBSCRIPTION_FIELDS: templateFields(),
  OPENAI_API_KEY: text(),
  OPENAI_BASE_URL: text(WEB_ADDRESS, { key: 'settings.rule.web-address' }),
  OPENAI_MODEL: textOr('gpt-4.1-mini'),
  OPENAI_TRANSCRIPTION_MODEL: text(),
  OPENAI_PICTURES: choice(['off', 'on'], 'off'),
  UNDERSTANDING_WEIGHTS: text(),
  UNDERSTANDING_MODEL_USE: choice(['off', 'doubt', 'always'], 'doubt'),
  JOIN_WINDOW_MS: wholeNumber(0, LONGEST_MS, 2500),
  JOIN_LONGEST_MS: wholeNumber(0, LONGEST_MS, 15_000),
  SEND_PER_CONVERSATION_MS: byChannel(LONGEST_MS),
  SEND_PER_ACCOUNT_MS: byChannel(LONGEST_MS),
  MESSAGES_PER_MINUTE: byChannel(100_000),
  GROUP_LETTERS_PER_DAY: byChannel(100_000),
  TICK_MS: wholeNumber(10, LONGEST_MS, 1000),
});
export type Settings = z.output<typeof Settings>;

/** The name of a setting. */
export type SettingName = keyof Settings;

/** What each messenger needs, all of it. */
export const KF_SETTINGS = ['KF_ID', 'KF_SECRET', 'KF_TOKEN', 'KF_AES_KEY', 'WECOM_CORP_ID'] as const satisfies readonly SettingName[];
/** What a service account needs. */
export const OA_SETTINGS = ['OA_APP_ID', 'OA_SECRET', 'OA_TOKEN', 'OA_AES_KEY'] as const satisfies readonly SettingName[];
/** What an application of a WeCom corporation needs. */
export const WECOM_SETTINGS = ['WECOM_AGENT_ID', 'WECOM_SECRET', 'WECOM_TOKEN', 'WECOM_AES_KEY', 'WECOM_CORP_ID'] as const satisfies readonly SettingName[];

/** The names in order. */
export const SETTING_NAMES: readonly SettingName[] = Settings.keyof().options;

/** Whether something is called so. */
export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(Settings.shape, name);
}

/** What people are told of a setting. */
export function aboutSetting(name: SettingName): AboutSetting {
  const told = about.get(Settings.shape[name]);
  if (told === undefined) throw new Error(`Nothing is said about ${name}`);
  return told;
}
