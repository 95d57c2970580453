import { z } from 'zod';
import { isoTime } from '../../handlers/iso-time.ts';
import { longestFor, placeholdersIn, templateFaults } from '../../handlers/letters/template-faults.ts';
import type { Now } from '../../handlers/ports/now.ts';
import type { KeptSettings, SettingChange } from '../../handlers/ports/settings.ts';
import { fillings as english } from '../../locales/en/fillings.ts';
import { REQUIRED_WORDS } from '../../locales/lexicon/required-words.ts';
import { originalOf } from '../../locales/original.ts';
import type { Speak, Wording } from '../../locales/speak.ts';
import type { Language, TextKey } from '../../locales/text.ts';
import { isTextKey, LANGUAGES } from '../../locales/text.ts';
import { chat } from '../../locales/zh-CN/chat.ts';
import { deliberationTexts } from '../../locales/zh-CN/deliberation.ts';
import { fillings as chinese } from '../../locales/zh-CN/fillings.ts';
import { listTexts } from '../../locales/zh-CN/lists.ts';
import { notices } from '../../locales/zh-CN/notices.ts';
import { parts as pieces } from '../../locales/zh-CN/parts.ts';
import { recordTexts } from '../../locales/zh-CN/records.ts';
import { refusals } from '../../locales/zh-CN/refusals.ts';
import { serviceTexts } from '../../locales/zh-CN/services.ts';
import { sideTexts } from '../../locales/zh-CN/side.ts';
import { warningTexts } from '../../locales/zh-CN/warnings.ts';
import type { TemplateDesk } from '../../web/desk.ts';
import type { Template, TemplateGroup, TemplateQuery } from '../../web/schemas/templates.ts';
import { openSetting, type Following, type Setting } from './kept-setting.ts';

/** What is needed to say other words than the program comes with. */
export interface Rewording {
  readonly settings: KeptSettings;
  readonly reword: Wording['use'];
  readonly speak: Speak;
  readonly now: Now;
  readonly nameOf: (by: string, language: Language) => string;
}

const Kept = z.record(z.string(), z.partialRecord(z.enum(LANGUAGES), z.string()));
type Kept = z.infer<typeof Kept>;

const GROUPS: Readonly<Record<TemplateGroup, readonly string[]>> = {
  notices: Object.keys(notices),
  chat: Object.keys(chat).filter((key) => !key.startsWith('example.')),
  greetings: ['channel.greeting', 'channel.greeting-at'],
  refusals: Object.keys(refusals),
  // What names the program itself and what it prints at its start is read once, before anything can be changed.
  parts: Object.keys(pieces).filter((key) => !key.startsWith('start.') && key !== 'part.bot' && key !== 'part.erased'),
  warnings: Object.keys(warningTexts),
  services: Object.keys(serviceTexts),
  side: Object.keys(sideTexts),
  deliberation: Object.keys(deliberationTexts),
  lists: Object.keys(listTexts),
  records: Object.keys(recordTexts),
};
const EDITABLE = Object.entries(GROUPS).flatMap(([group, keys]) => keys.flatMap((key) => (isTextKey(key) && isGroup(group) ? [{ key, group }] : [])));
const FILLINGS = { 'zh-CN': chinese, en: english } as const;
const SHOWN = 60;

/** The sentences of the bot, and other words for them: kept, said at once, and gone back from. */
export async function openTemplateDesk(parts: Rewording): Promise<TemplateDesk & Following> {
  const setting = await openSetting<Kept>({ ...parts, name: 'templates', shape: Kept, empty: {}, use: (value) => parts.reword(wordsIn(value)) });
  return {
    list: (query, language) => {
      const found = EDITABLE.filter((one) => isFound(one, query, setting.value()));
      return { count: found.length, changed: EDITABLE.filter(({ key }) => setting.value()[key] !== undefined).length, items: found.slice(0, SHOWN).map((one) => shown(parts, setting, one, language)) };
    },
    change: async ({ key, language: of, text }, by, language) => {
      const one = EDITABLE.find((editable) => editable.key === key);
      if (one === undefined) return { ok: false, refusal: 'no-such-template', params: { key } };
      const words = text?.replace(/\r\n?/g, '\n');
      const faults = words === undefined ? [] : templateFaults(of, one.key, words);
      if (faults.length > 0) return { ok: false, refusal: 'wrong-template', params: { faults: faults.map(({ code, params }) => parts.speak(language, `desk.template.${code}`, params)).join('\n') } };
      await reword(setting, one.key, of, words === originalOf(of, one.key) ? undefined : words, by);
      return { ok: true, value: shown(parts, setting, one, language) };
    },
    follow: setting.follow,
  };
}

interface Editable {
  readonly key: TextKey;
  readonly group: TemplateGroup;
}

function isGroup(name: string): name is TemplateGroup {
  return Object.hasOwn(GROUPS, name);
}

/** A sentence of an older program that is there no more stays unsaid. */
function wordsIn(kept: Kept): Parameters<Wording['use']>[0] {
  return Object.entries(kept).flatMap(([key, words]) => (isTextKey(key) ? LANGUAGES.flatMap((language) => (words[language] === undefined ? [] : [{ key, language, text: words[language] }])) : []));
}

async function reword(setting: Setting<Kept>, key: TextKey, language: Language, text: string | undefined, by: string): Promise<void> {
  await setting.change(by, `${language} ${key}`, (kept) => {
    const { [language]: before, ...others } = kept[key] ?? {};
    const own = text === undefined ? others : { ...others, [language]: text };
    const { [key]: _, ...rest } = kept;
    const original = originalOf(language, key);
    return { value: Object.keys(own).length === 0 ? rest : { ...rest, [key]: own }, from: before ?? original, to: text ?? original };
  });
}

function isFound({ key, group }: Editable, { q, group: wanted, changed }: TemplateQuery, kept: Kept): boolean {
  if (wanted !== undefined && group !== wanted) return false;
  if (changed === 'true' && kept[key] === undefined) return false;
  const words = q.toLowerCase();
  return [key, ...LANGUAGES.map((language) => kept[key]?.[language] ?? originalOf(language, key))].some((text) => text.toLowerCase().includes(words));
}

function shown({ nameOf }: Rewording, setting: Setting<Kept>, { key, group }: Editable, language: Language): Template {
  const wordings = LANGUAGES.map((of) => {
    const original = originalOf(of, key);
    const text = setting.value()[key]?.[of] ?? original;
    const names = LANGUAGES.flatMap((each) => placeholdersIn(originalOf(each, key)));
    return { language: of, text, original, changed: text !== original, longest: longestFor(original), filling: Object.fromEntries(names.map((name) => [name, FILLINGS[of][name] ?? ''])) };
  });
  const history = setting.changes().flatMap((change) => historyOf(change, key, nameOf(change.by, language)));
  return { key, group, law: REQUIRED_WORDS[key] !== undefined, wordings, history: history.slice(0, 20) };
}

function historyOf({ at, what, from = '', to = '' }: SettingChange, key: TextKey, by: string): Template['history'] {
  return LANGUAGES.filter((language) => what === `${language} ${key}`).map((language) => ({ at: isoTime(at), by, language, from, to }));
}
