import { describe, expect, test } from 'vitest';
import { ERRORS } from '../../contract/errors';
import type { FrontCall } from '../../contract/front-api';
import { FRONT_REFUSALS } from '../../contract/front-refusals';
import { remedyFor, sentenceFor, troubleOf } from '../../ui/troubles';
import * as en from '../../ui/words/en';
import * as ko from '../../ui/words/ko';

const LANGUAGES = { ko, en };

describe.each(Object.keys(FRONT_REFUSALS) as FrontCall[])('%s', (call) => {
  test.each(['ko', 'en'] as const)('each code has a sentence and a way on in plain words (%s)', (locale) => {
    for (const code of FRONT_REFUSALS[call]) {
      const trouble = troubleOf(code, ERRORS[code].next);
      const [what, now, ...more] = LANGUAGES[locale].troubles[trouble];
      expect(more).toEqual([]);
      for (const words of [what as string, now as string]) {
        expect(words.length, code).toBeGreaterThan(8);
        expect(words, code).not.toMatch(/오류|에러|error|NxMile|[{}]|\d{4}/i);
        // The specification's wording; the English next to it is the project's own.
        expect(ERRORS[code].ko, code).not.toContain(words);
      }
      // Above a button there are whole sentences; a title has no full stop.
      const isTitle = ERRORS[code].next === 'stop' || /^push(Over|Refused)$/.test(trouble);
      expect((what as string).endsWith('.'), code).toBe(!isTitle);
    }
  });
});

test.each([
  ['retry', 'failed'],
  ['reauthenticate', 'unidentified'],
  ['stop', 'stopped'],
] as const)('a code that is newer than the popup is said by what it leads to: %s', (next, trouble) => {
  expect(troubleOf('7777', next)).toBe(trouble);
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
  expect(remedyFor(troubleOf(code, ERRORS[code].next))).toBe(remedy);
});

test('what happened and what to do now are said in one breath', () => {
  expect(sentenceFor('pinsDiffer')).toBe('두 번호가 서로 달라요. 다시 만들어 주세요.');
});
