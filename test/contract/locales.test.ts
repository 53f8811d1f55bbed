import { describe, expect, it } from 'vitest';
import { localeFor } from '../../contract/locales';

describe('the language for a tag', () => {
  it.each([
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['en_US', 'en'],
    [' en-US,en;q=0.9,ko;q=0.8', 'en'],
    ['en.html', 'en'],
    ['ko-KR', 'ko'],
    ['fr-FR,en;q=0.5', 'ko'],
    ['enough', 'ko'],
    ['*', 'ko'],
    ['', 'ko'],
  ])('%j is %s', (tag, locale) => expect(localeFor(tag)).toBe(locale));
});
