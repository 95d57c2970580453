import type { Demand } from '../domain/demand.ts';
import { moment } from '../locales/moment.ts';
import type { Language, Params } from '../locales/text.ts';
import type { Reply, Said, SaidText } from './chat/utterance.ts';
import { describe, describingOf, nameIn, unitName } from './showing/describe.ts';
import type { Describing } from './showing/describe.ts';

const UNITS = ['unit', 'lead', 'caller', 'assists', 'units'];

/** A reply in words: further texts, times, units and kinds in the reader's own language. */
export function inWords(with_: Describing, said: Reply, language: Language, now: Date): string {
  const own = describingOf(with_, said.demand);
  const about = said.demand === undefined ? {} : describe(own, said.demand, language, now);
  return text(own, said, language, now, about);
}

function text(with_: Describing, { key, params = {} }: SaidText, language: Language, now: Date, about: Params): string {
  const filled = Object.entries(params).map(([name, value]): [string, Params[string]] => [name, value_(with_, name, value, language, now)]);
  return with_.speak(language, key, { ...about, ...withoutGaps(filled) });
}

/** What a parameter leaves open is taken from the demand. */
function withoutGaps(entries: readonly (readonly [string, Params[string]])[]): Params {
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']));
}

function value_(with_: Describing, name: string, value: Said, language: Language, now: Date): Params[string] {
  if (value === undefined || typeof value === 'number') return value;
  if (value instanceof Date) return moment(language, value, now);
  if (typeof value === 'string') return named(with_, name, value, language);
  if ('zh-CN' in value) return value[language];
  if ('key' in value) return text(with_, value, language, now, {});
  if (isWords(value)) return value.map((one) => named(with_, name, one, language));
  return value.map((one) => text(with_, one, language, now, {})).join('\n');
}

function isWords(list: readonly string[] | readonly SaidText[]): list is readonly string[] {
  return typeof list[0] === 'string';
}

function named({ directory, mechanism }: Describing, name: string, value: string, language: Language): string {
  if (UNITS.includes(name)) return unitName(directory, value);
  if (name === 'kind') return nameIn(mechanism.kinds, value, language);
  return value;
}

/** A line that names a demand in a list to choose from. */
export function listedLine(demand: Demand): string {
  return `${demand.id} ${demand.facts.what}`;
}
