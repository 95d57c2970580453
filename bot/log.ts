import pino, { type DestinationStream } from 'pino';

/** One thing that happened: its facts as fields, and a short message without any. */
export type LogLine = (fields: object, message: string) => void;

/** The program's log: JSON lines without personal data. */
export interface Log {
  readonly debug: LogLine;
  readonly info: LogLine;
  readonly warn: LogLine;
  readonly error: LogLine;
}

/** How much is logged. */
export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/**
 * Makes the log. Whatever is logged, each finished line is taken apart and masked before it is written, so that neither a nested
 * field nor an error's message can carry a phone number out.
 */
export function createLog({ level, destination }: { level: LogLevel; destination?: DestinationStream | undefined }): Log {
  const options = { level, base: null, hooks: { streamWrite: maskedLine } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function maskedLine(line: string): string {
  return `${JSON.stringify(maskedFields(JSON.parse(line)))}\n`;
}

const HIDDEN = new Set(
  ['text', 'texts', 'body', 'content', 'caption', 'summary', 'name', 'accountName', 'roomName', 'address', 'location', 'phone', 'mobile']
    .concat(['idCard', 'contact', 'reporter', 'token', 'authorization', 'cookie', 'password', 'secret', 'apiKey', 'dataKey'])
    .map((key) => key.toLowerCase()),
);
const ACCOUNTS = new Set(['account', 'accounts', 'room', 'rooms', 'to', 'from', 'person', 'speaker', 'openid', 'userid'].map((key) => key.toLowerCase()));
const AS_IS = new Set(['time', 'level', 'pid']);

function maskedFields(value: unknown, key = ''): unknown {
  if (HIDDEN.has(key.toLowerCase())) return '[hidden]';
  if (typeof value === 'string') return ACCOUNTS.has(key.toLowerCase()) ? shortened(maskText(value)) : maskText(value);
  if (typeof value === 'number') return AS_IS.has(key) ? value : maskedNumber(value);
  if (Array.isArray(value)) return value.map((item) => maskedFields(item, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [maskText(field), maskedFields(inner, field)]));
}

function maskedNumber(value: number): number | string {
  const text = String(value);
  const masked = maskText(text);
  return masked === text ? value : masked;
}

const ID_CARD = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g;
const PHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const LANDLINE = /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g;
const BANK_CARD = /(?<!\d)[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{3,7}(?!\d)/g;
const ACCOUNT = /\b(wxid_\w{4,}|o[\w-]{27})\b/g;

/** The text with phone, identity and bank card numbers replaced, and account ids shortened. */
export function maskText(text: string): string {
  return text
    .replace(ID_CARD, '[id card]')
    .replace(BANK_CARD, '[bank card]')
    .replace(PHONE, '[phone]')
    .replace(LANDLINE, '[phone]')
    .replace(ACCOUNT, shortened);
}

/** Enough of an account id to tell two apart, too little to find the person. */
function shortened(id: string): string {
  return id.length <= 8 ? id : `${id.slice(0, 4)}..${id.slice(-2)}`;
}
