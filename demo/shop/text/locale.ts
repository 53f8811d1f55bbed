import { rowOf } from '../../../contract/errors';
import { LOCALES, type Locale } from '../../../contract/locales';
import { en } from './en';
import { ko, type Text } from './ko';
import { ordersEn } from './orders-en';
import { type OrdersText, ordersKo } from './orders-ko';

export const TEXTS: Record<Locale, Text> = { ko, en };

/** The texts of the pages after the checkout. */
export const ORDER_TEXTS: Record<Locale, OrdersText> = { ko: ordersKo, en: ordersEn };

/** Fills in a text's `{…}` placeholders. */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => `${values[name] ?? ''}`);

/** Uses a true minus sign, which is as wide as a digit. */
const grouped = (n: number) => n.toLocaleString('en-US').replace('-', '−');

/** Formats an amount, such as 39,000원 or ₩39,000. */
export const won = (text: Text, n: number): string => fill(text.won, { n: grouped(n) });

/** Formats points, such as 2,000P. */
export const points = (text: Text, n: number): string => fill(text.points, { n: grouped(n) });

/** Returns the message of a refusal: OCB's own, which is in the first language, or the error table's in another. */
export const refusal = (locale: Locale, { errorCode, errorMessage }: Refused): string =>
  (locale !== LOCALES[0] && rowOf(errorCode ?? '')?.[locale]) || (errorMessage ?? '');

interface Refused {
  errorCode: string | null;
  errorMessage: string | null;
}

/** Formats a time in Korea's time zone. */
export const dateTime = (locale: Locale, at: Date): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'Asia/Seoul',
  }).format(at);
