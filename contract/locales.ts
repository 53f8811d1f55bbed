/**
 * The languages of popup and error messages; the first one is spoken to whoever understands none of them. A language more is a line here and
 * `ui/words/<locale>.ts`; what else has to be said in it does not compile before it is there.
 */
export const LOCALES = ['ko', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** Whether a value is one of them. */
export const isLocale = (value: unknown): value is Locale => LOCALES.indexOf(value as Locale) >= 0;

/** The language for a tag as browsers and pages write it: `en-GB`, or a whole Accept-Language header. */
export const localeFor = (tag: string): Locale => {
  const [language = ''] = tag
    .trim()
    .toLowerCase()
    .split(/[^a-z]/, 1);
  return isLocale(language) ? language : LOCALES[0];
};
