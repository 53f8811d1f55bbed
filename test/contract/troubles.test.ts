import { describe, expect, test } from 'vitest';
import { codesWhere, ERRORS, type ErrorCode } from '../../contract/errors';
import type { FrontCall } from '../../contract/front-api';
import { FRONT_REFUSALS } from '../../contract/front-refusals';
import { troubleOf } from '../../contract/front-troubles';
import { LOCALES } from '../../contract/locales';
import { saidIn, TROUBLES, type Trouble } from '../../contract/troubles';

const TITLES: readonly Trouble[] = [TROUBLES.pushOver, TROUBLES.pushRefused, TROUBLES.pushReplaced];

const codesOf = (call: FrontCall): readonly ErrorCode[] => FRONT_REFUSALS[call];

describe.each(LOCALES)('in %s', (locale) => {
  test.each(Object.entries(TROUBLES))(
    '%s is said in plain words: what has happened, and what to do now',
    (_, trouble) => {
      const { sentences } = saidIn(locale, trouble);
      expect(sentences).toHaveLength(2);
      for (const words of sentences) {
        expect(words.length).toBeGreaterThan(8);
        expect(words).not.toMatch(/오류|에러|error|NxMile|[{}]|\d{4}/i);
        if (locale === 'en') expect(words).not.toMatch(/[가-힣]/);
      }
    },
  );

  test.each(Object.keys(FRONT_REFUSALS) as FrontCall[])(
    'no refusal of %s is said in the words of the table',
    (call) => {
      for (const code of codesOf(call)) {
        const [happened = '', now = ''] = saidIn(locale, troubleOf(code)).sentences;
        for (const words of [happened, now]) expect(ERRORS[code].ko, code).not.toContain(words);
        // Above a button there are whole sentences; a title has no full stop.
        const isTitle = ERRORS[code].next === 'stop' || TITLES.includes(troubleOf(code));
        expect(happened.endsWith('.'), code).toBe(!isTitle);
      }
    },
  );
});

test.each([
  ['2100', 'otherMethod'],
  ['2202', 'otherMethod'],
  ['2301', 'call'],
  ['2302', 'otherMethod'],
  ['2400', 'otherMethod'],
  ['2503', 'here'],
  ['4058', 'call'],
  ['4078', 'withoutCharge'],
  ['9000', 'here'],
] as const)('the way on after %s is %s', (code, remedy) => {
  expect(troubleOf(code).remedy).toBe(remedy);
});

test('a code that only merchants are refused with ends it', () => {
  const popups = new Set<ErrorCode>((Object.keys(FRONT_REFUSALS) as FrontCall[]).flatMap(codesOf));
  for (const code of codesWhere(() => true).filter((one) => !popups.has(one))) {
    expect(ERRORS[code].next, code).toBe('stop');
    expect(troubleOf(code), code).toBe(TROUBLES.stopped);
  }
});
