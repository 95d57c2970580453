import { ALONE, ASSIST_WORDS, BASIS_WORDS, COMMAND_WORDS, GROUP_TAGS, HOTLINE, LEAD_WORDS, LIST_SEPARATORS, NOTE_APART, NOTE_BEHIND, NUMBERED, OVERRIDE_WORDS, PEOPLE_WANTED, OBJECTION_WORD, REJECTED_WORDS, STAFF_WORDS, WHISTLE_SUFFIX, WITHDRAWS } from '../../locales/lexicon/commands.ts';
import type { CommandWord } from '../../locales/lexicon/commands.ts';
import { OWN_WORDS } from '../../locales/lexicon/own-words.ts';
import { inStandardWords, plainText, withoutEnd } from '../../understanding/plain-text.ts';
import type { CommandInput } from '../acting/command-input.ts';

/** A command as written: its word, the number if there is one, and what is left. */
export interface WrittenAs<W extends string> {
  readonly word: W;
  readonly no?: string | undefined;
  readonly rest: string;
}
export type Written = WrittenAs<CommandWord>;

const BOUNDARY = /^(?:$|[\s:,.;#\d\uFF0C\u3002\uFF1A\uFF1B\u3001\uFF01])/;
const NUMBER = /^[\s:,#\uFF0C\u3002\uFF1A\uFF1B\u3001\uFF01]*(\d{5,12})(?!\d)/;
const NUMBER_FIRST = new RegExp(`^#?(?!${HOTLINE}(?!\\d))(\\d{5,12})(?!\\d)[\\s:,;\\uFF0C\\uFF1A\\uFF1B\\u3001]*`);
const IDLE = /[\s.!~\u3002\uFF01\uFF5E]+/g;
const TRAILING = /[\s:,;\uFF0C\u3002\uFF1A\uFF1B\u3001\uFF01]/;
const OF_MARKS = /[\d\s,/\u3001\uFF0C]/;
const LEADING = /^[\s:,.;\uFF0C\u3002\uFF1A\uFF1B\u3001\uFF01]+/;

const FULL_WIDTH = /[\uFF03\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u3000]/g;

/** Full-width letters, digits and spaces as plain ones, ends trimmed; punctuation stays as people write it. */
export function plain(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => (sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0))).trim();
}

/** The same with simplified characters for traditional ones: what words are told by, not what is kept of them. */
export function simple(text: string): string {
  return plain(text).replace(/\p{Script=Han}+/gu, plainText);
}

/** No longer than words are that somebody writes apart; shorter on the whole. */
const LONGEST_APART = 4;
const MOST_EACH = 2.5;
const FEWEST_APART = 3;

/** The same in the words of standard Chinese where it is Cantonese, with nothing between words where each is written apart (灯 修 好 没). */
export function spoken(text: string): string {
  const said = simple(text);
  const words = said.split(' ').filter((word) => word !== '');
  const isApart = words.length >= FEWEST_APART && words.every((word) => word.length <= LONGEST_APART && /^[\p{Script=Han}\d]+$/u.test(word)) && words.join('').length <= MOST_EACH * words.length;
  return inStandardWords(isApart ? words.join('') : said);
}

/** A reader of texts that begin with one of the words, or with the number and then the word; the longest that fits counts. Words in `alone` mean nothing with more around them, but for a number where they are in `numbered` too. */
export function createWritten<W extends string>(words: Readonly<Record<W, readonly string[]>>, alone: ReadonlySet<W>, numbered: ReadonlySet<W> = new Set()): (text: string) => WrittenAs<W> | undefined {
  const byLength = (Object.keys(words) as W[]).flatMap((word) => words[word].map((said) => ({ word, said: said.toLowerCase() }))).sort((a, b) => b.said.length - a.said.length);
  return (text) => {
    const whole = plain(text);
    const before = NUMBER_FIRST.exec(whole);
    const said = whole.slice(before?.[0].length ?? 0);
    const lower = simple(said.toLowerCase());
    const found = byLength.find((one) => lower.startsWith(one.said) && BOUNDARY.test(lower.slice(one.said.length)));
    if (found === undefined) return undefined;

    const behind = said.slice(found.said.length);
    const no = before ?? NUMBER.exec(behind);
    const rest = before === null ? behind.slice(no?.[0].length ?? 0) : behind;
    if (!alone.has(found.word)) return { word: found.word, no: no?.[1], rest: rest.replace(LEADING, '').trim() };
    if (rest.replace(IDLE, '') !== '') return undefined;
    if (no === null) return { word: found.word, rest: '' };
    return numbered.has(found.word) ? { word: found.word, no: no[1], rest: '' } : undefined;
  };
}

const begun = createWritten<CommandWord>(COMMAND_WORDS, ALONE, NUMBERED);

/** The command that a text begins with, or that the whole of it is in somebody's own words; undefined when it is just words. */
export function written(text: string): Written | undefined {
  return begun(text) ?? inOwnWords(text);
}

const LONGEST_IN_OWN_WORDS = 60;
/** What is said in own words for these is all of it. */
const READ_NO_FURTHER: ReadonlySet<CommandWord> = new Set(['assessment']);
const ORDERS = Object.entries(OWN_WORDS) as [CommandWord, readonly RegExp[]][];

function inOwnWords(text: string): Written | undefined {
  const said = spoken(text);
  if (said.length > LONGEST_IN_OWN_WORDS) return undefined;
  const withdrawn = WITHDRAWS.map((one) => one.exec(said)?.[1]).find((no) => no !== undefined);
  if (withdrawn !== undefined) return { word: 'withdraw', no: withdrawn, rest: '' };
  const order = ORDERS.find(([, patterns]) => patterns.some((one) => one.test(said)));
  return order === undefined ? undefined : { word: order[0], rest: READ_NO_FURTHER.has(order[0]) ? '' : text };
}

/** A token and a demand's number, in either order. */
const TOKEN_AND_NUMBER = /^(?:#?(\d{5,12})\s*)?([\p{L}-]{1,12})\s*#?(\d{5,12})?(?!\d)/u;
const STAFF_SAID = [...STAFF_WORDS].flatMap((word) => COMMAND_WORDS[word].map((said) => ({ word, said }))).sort((a, b) => b.said.length - a.said.length);

/** The command of staff that was likely meant by a number and a word that has that command's in it: 分派 10019, 10019 办结. */
export function nearly(text: string): { readonly word: CommandWord; readonly no: string } | undefined {
  const [, before, token = '', no = before] = TOKEN_AND_NUMBER.exec(plain(text)) ?? [];
  const near = STAFF_SAID.find(({ said }) => token.toLowerCase().includes(said));
  return near === undefined || no === undefined ? undefined : { word: near.word, no };
}

/** The text behind a group's tag; undefined when there is no tag. */
export function tagged(text: string): string | undefined {
  const said = text.trim();
  const tag = GROUP_TAGS.find((one) => said.toLowerCase().startsWith(one));
  return tag === undefined ? undefined : said.slice(tag.length).replace(LEADING, '').trim();
}

/** The units in a list, and the words behind them that are none. */
export type ListUnits = (list: string) => { readonly units: readonly string[]; readonly behind: string };

/** What a command word means as a command on a demand; undefined when what is behind it does not fit. `kinds` maps what may be written for a whistle kind to its id. */
export function inputOf({ word, no, rest }: Written, kinds: ReadonlyMap<string, string>, listUnits: ListUnits = everyPiece): CommandInput | undefined {
  switch (word) {
    case 'take':
    case 'report-in':
    case 'unmerge':
    case 'withdraw':
      return /^\d{5,12}(?!\d)/.test(rest) ? undefined : withWords(word, rest);
    case 'finish':
      return rest === '' ? undefined : { type: 'finish', result: rest };
    case 'escalate':
    case 'exclude':
    case 'extend':
      return rest === '' ? undefined : { type: word, reason: rest };
    case 'object':
      return rest === '' ? undefined : { type: 'object', basis: rest.replace(BASIS_WORDS, '') || rest };
    case 'feed-back':
    case 'supplement':
      return rest === '' ? undefined : { type: word, words: rest };
    case 'locate':
      return rest === '' ? undefined : { type: 'locate', place: rest };
    case 'dispatch':
      return rest === '' ? undefined : dispatchInput(rest, listUnits);
    case 'classify':
      return rest === '' ? undefined : { type: 'reclassify', category: rest };
    case 'agree':
    case 'disagree':
      return { type: 'approve', agreed: word === 'agree', ...answerTo(rest) };
    case 'hide':
    case 'unhide':
      return { type: 'hide', hidden: word === 'hide' };
    default:
      return word === 'whistle' && rest === '' && no !== undefined ? { type: 'sound' } : listedInput(word, rest, kinds, listUnits);
  }
}

/** What is said along with it; a word or two, such as thanks, say nothing. */
function withWords(word: 'take' | 'report-in' | 'unmerge' | 'withdraw', rest: string): CommandInput {
  const said = rest.replace(LEADING, '').trim();
  if (word === 'unmerge' || said.replace(/\P{L}/gu, '').length < 3) return { type: word };
  return word === 'withdraw' ? { type: 'withdraw', reason: said } : { type: word, words: said };
}

const WHICH = /^([1-9]\d?)(?:$|[\s:,.;\uFF0C\u3002\uFF1A\uFF1B\u3001]+)/;

/** The number of what is answered, where several wait, and the reason. */
function answerTo(rest: string): { which?: number | undefined; reason?: string | undefined } {
  const which = WHICH.exec(rest);
  const reason = rest.slice(which?.[0].length ?? 0).trim();
  return { which: which === null ? undefined : Number(which[1]), reason: reason === '' ? undefined : reason };
}

function listedInput(word: CommandWord, rest: string, kinds: ReadonlyMap<string, string>, listUnits: ListUnits): CommandInput | undefined {
  switch (word) {
    case 'propose':
      return proposal(rest, listUnits);
    case 'whistle': {
      const said = splitAt(rest, OVERRIDE_WORDS);
      const called = unitsCalled(said?.before ?? rest, listUnits);
      if (called === undefined) return PEOPLE_WANTED.test(rest) ? peopleInput(rest) : undefined;
      const override = said === undefined || said.after === '' ? undefined : said.after;
      const { before, lead, assists, told } = called;
      return { type: 'whistle', kind: kindWritten(before, kinds), lead, assists, note: noteOf(told), override };
    }
    case 'as-proposed':
      return { type: 'accept-proposal', kind: kindWritten(rest, kinds) };
    case 'call-people':
      return rest === '' ? undefined : peopleInput(rest);
    case 'rate':
      return rateInput(rest);
    case 'objection':
      return objectionInput(rest);
    case 'merge':
      return /^\d{5,12}$/.test(rest) ? { type: 'merge', with: rest } : undefined;
    default:
      return undefined;
  }
}

/** The kind's id; what nobody knows stays as it was written, and is refused by name. */
function kindWritten(said: string, kinds: ReadonlyMap<string, string>): string | undefined {
  const bare = said.toLowerCase();
  return bare === '' ? undefined : (kinds.get(bare) ?? kinds.get(bare.replace(WHISTLE_SUFFIX, '')) ?? said);
}

/** How the units are to work together may be said before them or behind them. */
function proposal(rest: string, listUnits: ListUnits): CommandInput | undefined {
  const called = unitsCalled(rest, listUnits);
  return called && { type: 'propose', lead: called.lead, assists: called.assists, note: noteOf([called.before, ...called.told]) };
}

/** Who leads, who helps, and what is told to them; what stands before the lead is given too. */
function unitsCalled(rest: string, listUnits: ListUnits): { before: string; lead: string; assists: string[]; told: readonly string[] } | undefined {
  const [, named = rest, said = ''] = NOTE_APART.exec(rest) ?? [];
  const called = leadAndAssists(named);
  if (called === undefined) return undefined;
  const { lead, units, behind } = called.assists === undefined ? leadAlone(called.lead, listUnits) : { lead: called.lead, ...listUnits(called.assists) };
  return { before: called.before, lead, assists: [...units], told: [behind, said] };
}

function dispatchInput(rest: string, listUnits: ListUnits): CommandInput {
  const [, named = rest, said = ''] = NOTE_BEHIND.exec(rest) ?? [];
  const { lead, behind } = leadAlone(named, listUnits);
  return { type: 'dispatch', to: lead, note: noteOf([behind, said]) };
}

function noteOf(told: readonly string[]): string | undefined {
  const note = told.map((words) => words.replace(LEADING, '').trim()).filter((words) => words !== '');
  return note.length === 0 ? undefined : note.join(' ');
}

/** A single unit, whose name may have blanks in it. */
function leadAlone(words: string, listUnits: ListUnits): { lead: string; units: readonly string[]; behind: string } {
  const { units: [only = words, ...others], behind } = listUnits(words);
  return others.length > 0 ? { lead: words, units: [], behind: '' } : { lead: only, units: [], behind };
}

function everyPiece(list: string): ReturnType<ListUnits> {
  return { units: list.split(LIST_SEPARATORS).filter((one) => one !== ''), behind: '' };
}

/** 「哨型 主办 甲 协办 乙、丙」 in any of the words for it; what stands before the lead is given too. */
function leadAndAssists(rest: string): { before: string; lead: string; assists: string | undefined } | undefined {
  const lead = splitAt(rest, LEAD_WORDS);
  if (lead === undefined) return undefined;
  const assist = splitAt(lead.after, ASSIST_WORDS);
  const name = withoutEnd(assist?.before ?? lead.after, TRAILING).trim();
  if (name === '') return undefined;
  return { before: lead.before, lead: name, assists: assist && withoutEnd(assist.after, TRAILING) };
}

function peopleInput(rest: string): CommandInput {
  const [, people = rest, wanted] = PEOPLE_WANTED.exec(rest) ?? [];
  return { type: 'call-people', people: people.trim(), wanted: wanted === undefined ? undefined : Number(wanted) };
}

function splitAt(text: string, words: readonly string[]): { before: string; after: string } | undefined {
  for (const word of words) {
    const at = text.indexOf(word);
    if (at >= 0) return { before: text.slice(0, at).trim(), after: text.slice(at + word.length).replace(LEADING, '').trim() };
  }
  return undefined;
}

function rateInput(rest: string): CommandInput | undefined {
  const before = withoutEnd(rest, OF_MARKS);
  const marks = (rest.slice(before.length).match(/\d{1,2}/g) ?? []).map(Number);
  const unit = withoutEnd(before, /[\s:,\uFF0C\uFF1A]/);
  const isApart = unit.length < before.length || /[\s,\uFF0C]/.test(rest.charAt(before.length));
  return unit === '' || marks.length === 0 || !isApart ? undefined : { type: 'rate-callee', unit: unit.trim(), marks };
}

function objectionInput(rest: string): CommandInput | undefined {
  const [, unit = '', word = '', reason = ''] = OBJECTION_WORD.exec(rest) ?? [];
  if (word === '') return undefined;
  return { type: 'decide-objection', upheld: !REJECTED_WORDS.includes(word.toLowerCase()), unit: unit.trim() || undefined, reason: reason.replace(LEADING, '').trim() || undefined };
}
