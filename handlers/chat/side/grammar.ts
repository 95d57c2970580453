import type { NeedSettings } from '../../../domain/mechanism/lists.ts';
import type { Days, Wanted } from '../../../domain/need/resource.ts';
import { ZONE_AHEAD_MS } from '../../../domain/zone.ts';
import {
  ANY_DAY, BUDGET, DATES, DAYS_WORDS, EVERYBODYS_WORDS, HOW_MANY, KEPT_WORDS, LIST_WORDS, NOT_KEPT_WORDS, SIDE_WORDS, TEN_THOUSAND, type SideWord,
} from '../../../locales/lexicon/side-commands.ts';
import { createWritten, type WrittenAs } from '../grammar.ts';

/** A command of what stands beside demands, as written. */
export type SideWritten = WrittenAs<SideWord>;

/** The command that a text begins with; undefined when it is just words. */
export const sideWritten = createWritten<SideWord>(SIDE_WORDS, new Set());

/** Whether everybody may write it, and not only people who work for a unit. */
export function isEverybodys(word: SideWord): boolean {
  return EVERYBODYS_WORDS.has(word);
}

/** A number alone, or before words: "2", "2 因为…". */
export function numberIn(rest: string): number | undefined {
  const [, number] = /^(\d{1,3})(?:$|\D)/.exec(rest.trim()) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** What stands behind the number at the beginning. */
export function behindNumber(rest: string): string {
  return rest.trim().replace(/^\d{1,3}[\s,.:\u3001\uFF0C\uFF1A]*/, '').trim();
}

/** Words and a budget in yuan: "修休息长椅 预算 2万" is 20000. */
export function withBudget(rest: string): { readonly words: string; readonly budget?: number | undefined } {
  const found = BUDGET.exec(rest);
  if (found === null) return { words: rest.trim() };
  const budget = Number(found[1]) * (found[2] === TEN_THOUSAND ? 10_000 : 1);
  return { words: `${rest.slice(0, found.index)}${rest.slice(found.index + found[0].length)}`.trim(), budget };
}

const END_OF_DAY = 18;

/** Words and the date behind them: the end of that day's work; without a year the next such day. Undefined when there is no date. */
export function withDate(rest: string, now: Date): { readonly words: string; readonly due: Date } | undefined {
  const text = rest.trim();
  const full = DATES.full.exec(text);
  const found = full ?? DATES.short.exec(text);
  if (found === null) return undefined;
  const numbers = found.slice(1).map(Number);
  const [year, month, day] = full === null ? [new Date(now.getTime() + ZONE_AHEAD_MS).getUTCFullYear(), ...numbers] : numbers;
  const due = dayEnd(year, month, day);
  const words = text.slice(0, found.index).trim();
  if (due === undefined || words === '') return undefined;
  return { words, due: full === null && due <= now ? (dayEnd((year ?? 0) + 1, month, day) ?? due) : due };
}

function dayEnd(year = 0, month = 0, day = 0): Date | undefined {
  const at = new Date(Date.UTC(year, month - 1, day, END_OF_DAY) - ZONE_AHEAD_MS);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at : undefined;
}

/** What a supervisor found: kept or not, a mark, and words. */
export function checkIn(rest: string): { readonly kept: boolean; readonly mark: number; readonly words?: string | undefined } | undefined {
  const text = rest.trim();
  const said = (words: readonly string[]) => words.find((word) => text.toLowerCase().startsWith(word));
  const not = said(NOT_KEPT_WORDS);
  const word = not ?? said(KEPT_WORDS);
  if (word === undefined) return undefined;
  const behind = text.slice(word.length).trim();
  const mark = numberIn(behind);
  const words = behindNumber(behind);
  return mark === undefined ? undefined : { kept: not === undefined, mark, words: words === '' ? undefined : words };
}

/** Marks, and words behind them: "5 4 5 做得好". */
export function marksIn(rest: string): { readonly marks: readonly number[]; readonly words?: string | undefined } | undefined {
  const [all] = /^(?:\d{1,2}(?:[\s,/\u3001\uFF0C]+|$))+/.exec(`${rest.trim()} `) ?? [];
  if (all === undefined) return undefined;
  const words = rest.trim().slice(all.length - 1).trim();
  return { marks: (all.match(/\d+/g) ?? []).map(Number), words: words === '' ? undefined : words };
}

/** What a text says of a resource or a need: its kind, the days, how many people. */
export function wantedIn(text: string, { kinds }: Pick<NeedSettings, 'kinds'>): Pick<Wanted, 'kind' | 'days' | 'people'> {
  const lower = text.toLowerCase();
  const kind = kinds.find(({ name, words }) => [...Object.values(name), ...words].some((word) => lower.includes(word.toLowerCase())));
  const people = HOW_MANY.exec(text)?.[1];
  return { kind: kind?.id, days: daysIn(lower), people: people === undefined ? undefined : Number(people) };
}

/** The days that a text names; `any` where it says that every day will do, undefined where it names none. */
export function daysNamed(text: string): Days | 'any' | undefined {
  const lower = text.toLowerCase();
  return daysIn(lower) ?? (ANY_DAY.some((word) => lower.includes(word)) ? 'any' : undefined);
}

function daysIn(lower: string): Days | undefined {
  if (ANY_DAY.some((word) => lower.includes(word))) return undefined;
  const named = (['workdays', 'weekends'] as const).filter((days) => DAYS_WORDS[days].some((word) => lower.includes(word)));
  return named.length === 1 ? named[0] : undefined;
}

/** Which list is asked for; undefined for all of them. */
export function listIn(rest: string): keyof typeof LIST_WORDS | undefined {
  const asked = rest.trim().toLowerCase();
  return (Object.keys(LIST_WORDS) as (keyof typeof LIST_WORDS)[]).find((list) => LIST_WORDS[list].some((word) => asked.startsWith(word)));
}
