import { describe, expect, test } from 'vitest';
import { ERRORS } from '../../contract/errors';
import { LOCALES, type Locale } from '../../contract/locales';
import { cardGroups, clock, commas, phoneGroups } from '../../ui/format';
import * as en from '../../ui/words/en';
import * as ko from '../../ui/words/ko';

/** The same things to say, in whatever words. */
type SameAs<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: SameAs<T[K]> };

/** A language that says less than Korean, or something else, does not compile. */
const TEXTS: Record<Locale, SameAs<typeof ko>> = { ko, en };

const keys = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, inner]) => [key, keys(inner)])
    : typeof value;

describe('texts', () => {
  test('English says as much as Korean, and nothing in Korean', () => {
    expect(keys({ ...en })).toEqual(keys({ ...ko }));
    expect(JSON.stringify(en)).not.toMatch(/[가-힣]/);
  });

  test.each(LOCALES)('errors of its own are worded as in the table (%s)', (locale) => {
    for (const [code, message] of Object.entries(TEXTS[locale].errors)) {
      expect(message).toBe(ERRORS[code as keyof typeof ERRORS][locale]);
    }
  });
});

describe('formats', () => {
  test.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567', '1,234,567'],
    ['', ''],
  ])('points %j are written %j', (digits, written) => expect(commas(digits)).toBe(written));

  test.each([
    ['', ''],
    ['1234', '1234'],
    ['12345', '1234 5'],
    ['1234567812345678', '1234 5678 1234 5678'],
  ])('a card number %j is written %j', (digits, written) => expect(cardGroups(digits)).toBe(written));

  test.each([
    ['010', '010'],
    ['0101234', '010-123-4'],
    ['0111234567', '011-123-4567'],
    ['01012345678', '010-1234-5678'],
  ])('a telephone number %j is written %j', (digits, written) => expect(phoneGroups(digits)).toBe(written));

  test.each([
    [180_000, '03:00'],
    [179_001, '03:00'],
    [61_000, '01:01'],
    [600_000, '10:00'],
    [1, '00:01'],
    [0, '00:00'],
    [-5_000, '00:00'],
  ])('%d ms are %j', (ms, written) => expect(clock(ms)).toBe(written));
});
