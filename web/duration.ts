const DURATION = /^P(?=.)(?:(\d{1,4})W)?(?:(\d{1,6})D)?(?:T(?=.)(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;
const UNITS_MS = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000];

/** The milliseconds of an ISO-8601 duration in weeks, days, hours, minutes and seconds; undefined for anything else. */
export function durationMs(written: string): number | undefined {
  const parts = DURATION.exec(written);
  return parts === null ? undefined : UNITS_MS.reduce((sum, unit, nth) => sum + unit * Number(parts[nth + 1] ?? 0), 0);
}
