import { dayNumber, formatThere } from './shared/zone.ts';
import type { Language } from './text.ts';

const FORMATS = {
  'zh-CN': formats('zh-CN', { month: 'long', day: 'numeric' }),
  en: formats('en-GB', { day: 'numeric', month: 'short' }),
} as const;
const WORDS = { 'zh-CN': { today: '今天', tomorrow: '明天', join: '' }, en: { today: 'today', tomorrow: 'tomorrow', join: ' ' } } as const;

function formats(locale: string, date: Intl.DateTimeFormatOptions) {
  const at = (options: Intl.DateTimeFormatOptions) => formatThere(locale, options);
  return { date: at(date), weekday: at({ weekday: 'short' }), time: at({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) };
}

/** A moment as people write it, seen from `now`: 今天17:30, 11月26日（周四）09:00. */
export function moment(language: Language, at: Date, now: Date): string {
  const { date, weekday, time } = FORMATS[language];
  const { today, tomorrow, join } = WORDS[language];
  const days = dayNumber(at) - dayNumber(now);
  if (days === 0) return `${today}${join}${time.format(at)}`;
  if (days === 1) return `${tomorrow}${join}${time.format(at)}`;
  const named = language === 'zh-CN' ? `${date.format(at)}（${weekday.format(at)}）` : `${weekday.format(at)} ${date.format(at)} `;
  return `${named}${time.format(at)}`;
}
