/** Returns the date in Korea as YYYYMMDD. */
export const seoulDay = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(at).replaceAll('-', '');
