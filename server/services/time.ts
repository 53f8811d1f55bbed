export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Returns the date in Korea (UTC+9, no daylight saving time) as YYYYMMDD. */
export const seoulDay = (at: number): string => new Date(at + 9 * HOUR).toISOString().slice(0, 10).replaceAll('-', '');

/** Returns the time in Korea as YYYYMMDDHH24MISS. */
export const seoulTime = (at: number): string =>
  new Date(at + 9 * HOUR).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
