/**
 * The languages of the popup and of error messages. The first is the default. To add a language, add it here and write
 * `ui/words/<locale>.ts`; the compiler reports any other text that is missing.
 */
export const LOCALES = ['ko', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** Whether a value is a supported locale. */
export const isLocale = (value: unknown): value is Locale => LOCALES.indexOf(value as Locale) >= 0;

/** Returns the locale for a language tag, such as `en-GB`, or for a whole Accept-Language header. */
export const localeFor = (tag: string): Locale => {
  const [language = ''] = tag
    .trim()
    .toLowerCase()
    .split(/[^a-z]/, 1);
  return isLocale(language) ? language : LOCALES[0];
};
