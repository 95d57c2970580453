/** The one time zone of all districts: of every day and hour that people read, and of the timetable. */
export const ZONE = 'Asia/Shanghai';

/** Its time minus UTC, all year round. */
export const ZONE_AHEAD_MS = 8 * 3600_000;

/** The same behind a time as it is written. */
export const ZONE_OFFSET = '+08:00';
