/**
 * The languages of everything that is shown. The first is the default. After a new one here, the compiler names each
 * text that is missing (CONTRIBUTING, "Adding a language").
 */
export const LOCALES = ['ko', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** Whether a value is a supported locale. */
export const isLocale = (value: unknown): value is Locale => LOCALES.indexOf(value as Locale) >= 0;

/** Makes something in each language. */
export const inEachLanguage = <T>(makeIn: (locale: Locale) => T): Readonly<Record<Locale, T>> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, makeIn(locale)])) as Record<Locale, T>;

/** Returns the locale for a language tag, such as `en-GB`, or for a whole Accept-Language header. */
export const localeFor = (tag: string): Locale => {
  const [language = ''] = tag
    .trim()
    .toLowerCase()
    .split(/[^a-z]/, 1);
  return isLocale(language) ? language : LOCALES[0];
};
