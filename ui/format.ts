/** How numbers look while they are read or typed. Each takes digits and gives digits with separators. */

/** 1234567 → 1,234,567 */
export const commas = (digits: number | string): string => `${digits}`.replace(/\B(?=(\d{3})+$)/g, ',');

/** 1234567812345678 → 1234 5678 1234 5678 */
export const cardGroups = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

/** 01012345678 → 010-1234-5678, 0111234567 → 011-123-4567 */
export const phoneGroups = (digits: string): string => digits.replace(/^(\d{3})(\d{3,4}?)(\d{1,4})$/, '$1-$2-$3');

const twoDigits = (n: number): string => `${100 + n}`.slice(1);

/** Milliseconds → 02:59; never below zero. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`;
}
