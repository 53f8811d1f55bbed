import type { Locale } from '../../contract/locales';

/** A text in each language. */
export type Words = Readonly<Record<Locale, string>>;

export const say = (en: string, ko: string): Words => ({ en, ko });
