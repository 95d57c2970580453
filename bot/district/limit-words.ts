import type { Limit } from '../../domain/time/limit.ts';
import type { Speak } from '../../locales/speak.ts';
import type { Language } from '../../locales/text.ts';

const SIZES = [[24 * 60, 'day'], [60, 'hour'], [1, 'minute']] as const;

/** A limit in words; working time is marked. */
export function limitWords({ unit, amount }: Limit, language: Language, speak: Speak): string {
  const [size, name] = unit === 'workdays' ? ([1, 'day'] as const) : (SIZES.find(([one]) => amount >= one && amount % one === 0) ?? ([1, 'minute'] as const));
  const words = new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'long' }).format(amount / size);
  return unit === 'workdays' ? speak(language, 'part.working-time', { time: words }) : words;
}
