import { createSpeak, type Speak } from '../locales/speak.ts';
import { LANGUAGES, type Language } from '../locales/text.ts';
import { editDistance } from './edit-distance.ts';
import { aboutSetting, isSetting, KF_SETTINGS, OA_SETTINGS, PUPPET_SERVICE, SANDBOX, SETTING_NAMES, Settings, WECOM_SETTINGS, type Rule, type SettingName } from './settings.ts';
import { pairsIn, targetsIn } from './webhook.ts';

/** Every setting as it holds: milliseconds and counts are numbers, what was not set and has no default is undefined. */
export interface Config extends Settings {
  readonly HOST: string;
  readonly SEND_PER_CONVERSATION_MS: number;
  readonly SEND_PER_ACCOUNT_MS: number;
  readonly MESSAGES_PER_MINUTE: number;
  readonly GROUP_LETTERS_PER_DAY: number;
  /** The same for the messengers' own accounts, which may talk faster than a puppet's. */
  readonly messengers: Pick<Config, 'SEND_PER_CONVERSATION_MS' | 'SEND_PER_ACCOUNT_MS'>;
  /** Whether the channel is the one for trying out. */
  readonly sandbox: boolean;
}

interface Complaint extends Rule {
  readonly name: string;
}

/** Thrown when settings are unknown or wrong: the message names all of them, in Chinese and in English, and shows no value. */
export class WrongSettings extends Error {
  readonly code = 'wrong-settings';
  constructor(complaints: readonly Complaint[]) {
    const speak = createSpeak();
    super(LANGUAGES.map((language) => told(speak, language, complaints)).join('\n\n'));
    this.name = 'WrongSettings';
  }
}

type Given = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment, and from arguments such as `--district panlong`, which go before it; an empty value counts as none.
 * Throws WrongSettings with every complaint at once.
 */
export function readConfig(env: Given, argv: readonly string[]): Config {
  const args = readArguments(argv);
  const given = settingsIn({ ...env, ...args.given });
  const wrong = wrongOnes(given);
  const right = Settings.parse(without(given, wrong));

  const together = MUST_GO_TOGETHER.filter(({ concerns, broken }) => !concerns.some((name) => wrong.includes(name)) && broken(right));
  const complaints: Complaint[] = [...unknownNames(env), ...args.complaints, ...wrong.map((name) => ({ name, ...aboutSetting(name).rule })), ...together, ...incompleteChannels(right, wrong)];
  if (complaints.length > 0) throw new WrongSettings(complaints);
  return withChannelDefaults(right);
}

function settingsIn(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => isSetting(name) && value?.trim() !== ''));
}

function wrongOnes(given: Given): SettingName[] {
  const parsed = Settings.safeParse(given);
  const names = parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
  return [...new Set(names)].filter(isSetting);
}

function without(given: Given, names: readonly string[]): Given {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
}

function withChannelDefaults(settings: Settings): Config {
  const sandbox = settings.WECHATY_PUPPET === SANDBOX;
  return {
    ...settings,
    sandbox,
    HOST: settings.HOST ?? (sandbox ? '127.0.0.1' : '0.0.0.0'),
    messengers: { SEND_PER_CONVERSATION_MS: settings.SEND_PER_CONVERSATION_MS ?? (sandbox ? 0 : 200), SEND_PER_ACCOUNT_MS: settings.SEND_PER_ACCOUNT_MS ?? (sandbox ? 0 : 20) },
    SEND_PER_CONVERSATION_MS: settings.SEND_PER_CONVERSATION_MS ?? (sandbox ? 0 : 1000),
    SEND_PER_ACCOUNT_MS: settings.SEND_PER_ACCOUNT_MS ?? (sandbox ? 0 : 300),
    MESSAGES_PER_MINUTE: settings.MESSAGES_PER_MINUTE ?? (sandbox ? 0 : 60),
    GROUP_LETTERS_PER_DAY: settings.GROUP_LETTERS_PER_DAY ?? (sandbox ? 0 : 30),
  };
}

interface Together extends Complaint {
  readonly concerns: readonly SettingName[];
  readonly broken: (settings: Settings) => boolean;
}

const CHANNELS = [KF_SETTINGS, OA_SETTINGS, WECOM_SETTINGS] as const;

/** A messenger of which some settings are there and others are not. */
function incompleteChannels(settings: Settings, wrong: readonly SettingName[]): Complaint[] {
  return CHANNELS.flatMap((names): Complaint[] => {
    const own = names.filter((name) => name !== 'WECOM_CORP_ID');
    const missing = names.filter((name) => settings[name] === undefined && !wrong.includes(name));
    const begun = own.find((name) => settings[name] !== undefined);
    return begun === undefined || missing.length === 0 ? [] : [{ name: begun, key: 'settings.together.incomplete-channel', params: { missing } }];
  });
}

/** What each setting allows by itself, but not with the others. */
const MUST_GO_TOGETHER: readonly Together[] = [
  {
    name: 'WECHATY_PUPPET',
    key: 'settings.together.no-channel',
    concerns: ['WECHATY_PUPPET', ...CHANNELS.flat()],
    broken: (settings) => settings.WECHATY_PUPPET === 'none' && !CHANNELS.some((names) => names.every((name) => settings[name] !== undefined)),
  },
  {
    name: 'WECHATY_PUPPET',
    key: 'settings.together.sandbox-in-production',
    concerns: ['WECHATY_PUPPET', 'NODE_ENV'],
    broken: ({ NODE_ENV, WECHATY_PUPPET }) => NODE_ENV === 'production' && WECHATY_PUPPET === SANDBOX,
  },
  {
    name: 'WECHATY_PUPPET_SERVICE_TOKEN',
    key: 'settings.together.service-token',
    concerns: ['WECHATY_PUPPET', 'WECHATY_PUPPET_SERVICE_TOKEN'],
    broken: ({ WECHATY_PUPPET, WECHATY_PUPPET_SERVICE_TOKEN }) => WECHATY_PUPPET.endsWith(PUPPET_SERVICE) && WECHATY_PUPPET_SERVICE_TOKEN === undefined,
  },
  {
    name: 'DATA_KEY',
    key: 'settings.together.shared-key',
    concerns: ['NODE_ENV', 'MONGODB_URI', 'DATA_KEY'],
    broken: ({ NODE_ENV, MONGODB_URI, DATA_KEY }) => NODE_ENV === 'production' && MONGODB_URI !== undefined && DATA_KEY === undefined,
  },
  {
    name: 'MEDIA_STORE',
    key: 'settings.together.gridfs',
    concerns: ['MEDIA_STORE', 'MONGODB_URI'],
    broken: ({ MEDIA_STORE, MONGODB_URI }) => MEDIA_STORE === 'gridfs' && MONGODB_URI === undefined,
  },
  {
    name: 'RESULT_URLS',
    key: 'settings.together.result-secret',
    concerns: ['RESULT_URLS', 'RESULT_SECRETS'],
    broken: ({ RESULT_URLS, RESULT_SECRETS }) => targetsIn(RESULT_URLS, RESULT_SECRETS).size < pairsIn(RESULT_URLS).size,
  },
  {
    name: 'JOIN_LONGEST_MS',
    key: 'settings.together.join-longest',
    concerns: ['JOIN_WINDOW_MS', 'JOIN_LONGEST_MS'],
    broken: ({ JOIN_WINDOW_MS, JOIN_LONGEST_MS }) => JOIN_LONGEST_MS < JOIN_WINDOW_MS,
  },
];

/** No other program's variables begin so. */
const OURS = ['JOIN_', 'SEND_PER_', 'MESSAGES_PER_', 'UNDERSTANDING_'];

function unknownNames(env: Given): Complaint[] {
  return Object.keys(env).filter((name) => !isSetting(name)).flatMap((name): Complaint[] => {
    const meant = nearest(name);
    if (meant !== undefined) return [{ name, key: 'settings.unknown', params: { meant } }];
    return OURS.some((prefix) => name.startsWith(prefix)) ? [{ name, key: 'settings.unknown-ours' }] : [];
  });
}

/** The setting of which a name is a slip of the pen: one letter in a short name, two in a long one. */
function nearest(name: string): SettingName | undefined {
  const written = name.includes('_') ? name.toUpperCase() : name;
  return SETTING_NAMES.find((known) => Math.abs(known.length - written.length) <= 2 && editDistance(written, known) <= (known.length < 8 ? 1 : 2));
}

interface Arguments {
  readonly given: Given;
  readonly complaints: readonly Complaint[];
}

function readArguments(argv: readonly string[]): Arguments {
  const [first, ...rest] = argv;
  if (first === undefined) return { given: {}, complaints: [] };

  const [, written, joined] = /^--([^=]+)(?:=(.*))?$/s.exec(first) ?? [];
  if (written === undefined) return and({ name: first, key: 'settings.stray-argument' }, readArguments(rest));
  const name = written.toUpperCase().replaceAll('-', '_');
  const follows = joined === undefined && rest[0]?.startsWith('--') === false;
  const value = follows ? rest[0] : joined;
  const others = readArguments(follows ? rest.slice(1) : rest);

  if (!isSetting(name)) return and({ name: `--${written}`, key: 'settings.unknown-argument' }, others);
  if (value === undefined) return and({ name: `--${written}`, key: 'settings.argument-without-value' }, others);
  return { ...others, given: { [name]: value, ...others.given } };
}

function and(complaint: Complaint, { given, complaints }: Arguments): Arguments {
  return { given, complaints: [complaint, ...complaints] };
}

function told(speak: Speak, language: Language, complaints: readonly Complaint[]): string {
  const lines = complaints.map(({ name, key, params }) => `  ${name}: ${speak(language, key, params)}`);
  return [speak(language, 'settings.heading'), ...lines].join('\n');
}
