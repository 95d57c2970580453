import { chanceOf, type Chance } from './chance.ts';
import { filled, type Sort, type Texts } from './texts.ts';

/** The way a matter comes in. */
export type Way = 'chat' | 'group' | 'intake';

/** One matter of the month: when it is raised, how, and in which words. */
export interface PlannedMatter {
  readonly nth: number;
  /** Days since the month began, with the part of the day. */
  readonly at: number;
  readonly way: Way;
  readonly place: string;
  readonly text: string;
  readonly sort: Sort;
  readonly picture: boolean;
  readonly supplement: boolean;
  readonly withdrawn: boolean;
}

/** How much is said in each hour of a day, from midnight. */
const HOURS = [0, 0, 0, 0, 0, 1, 3, 7, 12, 11, 10, 9, 6, 5, 7, 8, 8, 9, 9, 8, 6, 4, 2, 1];
const DAYS_OF_WEEK = [1.1, 1, 1, 1, 1.05, 0.75, 0.7];

/** Plans so many matters over so many days; the first day is a Monday's like any other when `weekday` is 0. */
export function planMonth(texts: Texts, { seed, demands, days, weekday }: { readonly seed: number; readonly demands: number; readonly days: number; readonly weekday: number }): readonly PlannedMatter[] {
  const share = demands / 2000;
  const waves = texts.waves.filter(({ day }) => day < days).flatMap((wave, nth) => {
    const chance = chanceOf(seed, `wave ${nth}`);
    return Array.from({ length: Math.ceil(wave.people * Math.max(share, 0.3)) }, () => ({ at: wave.day + (wave.from + chance.between(0, wave.hours)) / 24, sort: wave, place: wave.place, chance }));
  });
  const many = Math.max(0, demands - waves.length);
  const single = Array.from({ length: many }, (_, nth) => {
    const chance = chanceOf(seed, `matter ${nth}`);
    const sort = weighted(texts.matters, ({ weight }) => weight, chance);
    return { at: momentOf(days, weekday, chance), sort, place: placeOf(texts, sort.where, chance), chance };
  });
  return [...waves, ...single].sort((one, other) => one.at - other.at).map(({ at, sort, place, chance }, nth) => ({ nth, at, place, sort, ...worded(texts, sort, place, chance) }));
}

function worded(texts: Texts, sort: Sort, place: string, chance: Chance): Pick<PlannedMatter, 'way' | 'text' | 'picture' | 'supplement' | 'withdrawn'> {
  const words = filled(chance.one(sort.texts), { place });
  const way = chance.is(0.14) ? 'intake' : chance.is(0.14) ? 'group' : 'chat';
  const told = `${words}${chance.one(texts.since)}`;
  const text = way === 'chat' ? `${chance.one(texts.openers)}${told}${chance.one(texts.endings)}` : filled(chance.one(way === 'group' ? texts.group : texts.intake.words), { text: told });
  return { way, text, picture: way === 'chat' && chance.is(0.08), supplement: chance.is(0.05), withdrawn: way === 'chat' && chance.is(0.015) };
}

function placeOf(texts: Texts, where: 'home' | 'street' | 'both', chance: Chance): string {
  if (where === 'street' || (where === 'both' && chance.is(0.4))) return chance.one(texts.streets);
  const home = weighted(texts.homes, ({ buildings }) => buildings, chance);
  return filled(texts.building, { home: home.name, number: String(1 + Math.floor(chance.roll() * home.buildings)) });
}

function momentOf(days: number, weekday: number, chance: Chance): number {
  const all = Array.from({ length: days }, (_, day) => day);
  const day = weighted(all, (one) => DAYS_OF_WEEK[(one + weekday) % 7] ?? 1, chance);
  const hour = weighted(HOURS.map((weight, nth) => ({ weight, nth })), ({ weight }) => weight, chance).nth;
  return day + (hour + chance.roll()) / 24;
}

function weighted<T>(list: readonly T[], weightOf: (one: T) => number, chance: Chance): T {
  let left = chance.roll() * list.reduce((sum, one) => sum + weightOf(one), 0);
  return list.find((one) => (left -= weightOf(one)) < 0) ?? chance.one(list);
}
