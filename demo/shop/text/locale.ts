import { en } from './en';
import { ko, type Text } from './ko';

export type Locale = 'ko' | 'en';

export const TEXTS: Record<Locale, Text> = { ko, en };

/** The text with its `{…}` filled in. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => values[name] ?? '');

const grouped = (n: number) => n.toLocaleString('en-US');

/** For example 39,000원 or ₩39,000. */
export const won = (text: Text, n: number): string => fill(text.won, { n: grouped(n) });

/** For example 2,000P. */
export const points = (text: Text, n: number): string => fill(text.points, { n: grouped(n) });
