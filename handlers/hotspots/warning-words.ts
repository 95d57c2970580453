import type { Hotspot, Why } from '../../domain/hotspots/hotspot.ts';
import { moment } from '../../locales/moment.ts';
import type { Language, Params } from '../../locales/text.ts';
import type { Warning } from '../ports/warnings.ts';
import { unitName } from '../showing/describe.ts';
import type { Describing } from '../showing/describe.ts';

const MOST_NUMBERS = 8;

/** A warning in words, as whoever gets it reads it. */
export function warningText(with_: Describing, { no, hotspot, occasion, openSince, at }: Warning, language: Language): string {
  const { category, place, demandIds } = hotspot;
  const listed = demandIds.slice(0, MOST_NUMBERS);
  return with_.speak(language, occasion === 'danger' ? 'warning.danger' : 'warning.line', {
    number: no,
    open: openSince === undefined ? '' : with_.speak(language, 'warning.open', { since: moment(language, openSince, at) }),
    kind: with_.speak(language, `hotspot.kind.${hotspot.kind}`),
    category: with_.categoryName(category, language),
    place: placeName(with_, place, language),
    why: sentence(with_, hotspot, language),
    demands: demandIds.length > MOST_NUMBERS ? with_.speak(language, 'warning.more', { listed, count: demandIds.length }) : listed,
  });
}

/** Why it is one, in a sentence. Of fewer people than may be shown, only the danger is told. */
export function sentence(with_: Describing, { why, count, trend, people }: Hotspot, language: Language): string {
  const { speak, mechanism } = with_;
  const shown = people >= mechanism.hotspots.leastPeople;
  const said = why.filter(({ name }) => shown || name !== 'people').map((one) => speak(language, `hotspot.why.${one.name}`, paramsOf(with_, one)));
  const reasons = said.join(speak(language, 'hotspot.why-join'));
  return shown ? speak(language, 'hotspot.sentence', { reasons, count, trend: speak(language, `hotspot.trend.${trend}`) }) : speak(language, 'hotspot.sentence-short', { reasons });
}

/** The name of a place, a grid or a unit. */
export function placeName({ directory, speak }: Pick<Describing, 'directory' | 'speak'>, id: string, language: Language): string {
  return directory.place(id)?.name ?? directory.grid(id)?.name ?? directory.unit(id)?.name ?? speak(language, 'part.unknown-place');
}

/** The weekly letter to a unit: everything that is worth a look, each with its number. */
export function weeklyText(with_: Describing, unit: string, warnings: readonly Warning[], language: Language): string {
  const lines = warnings.map((warning) => warningText(with_, warning, language)).join('\n\n');
  return with_.speak(language, 'warning.weekly', { unit: unitName(with_.directory, unit), count: warnings.length, lines, number: warnings[0]?.no });
}

function paramsOf({ directory }: Describing, why: Why): Params {
  if (why.name === 'places') return { places: why.places, weeks: why.weeks, unit: unitName(directory, why.unit) };
  if (why.name === 'expected') return { demands: why.demands, days: why.days, expected: Math.max(0.1, Math.round(why.expected * 10) / 10) };
  const { name: _, ...params } = why;
  return params;
}
