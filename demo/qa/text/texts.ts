import type { Locale } from '../../../contract/locales';
import { en } from './en';
import { ko, type Text } from './ko';

export const TEXTS: Record<Locale, Text> = { ko, en };
