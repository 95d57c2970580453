/** Where every day and hour is that people read. */
export const ZONE = 'Asia/Shanghai';

/** How a day or an hour there is written. */
export function formatThere(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE });
}
