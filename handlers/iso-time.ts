const OFFSET_MS = 8 * 60 * 60 * 1000;

/** A moment as the district writes it: ISO-8601 with milliseconds and the offset +08:00. */
export function isoTime(at: Date): string {
  return `${new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, -1)}+08:00`;
}

/** The moment a day of the district begins, "YYYY-MM-DD" being the day. */
export function startOfDay(day: string): string {
  return `${day}T00:00:00+08:00`;
}

/** The day of a moment in the district, "YYYY-MM-DD". */
export function isoDate(at: Date): string {
  return isoTime(at).slice(0, 10);
}
