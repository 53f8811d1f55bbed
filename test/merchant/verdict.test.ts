import { describe, expect, it } from 'vitest';
import { checkQuestion, type Question, questionOf } from '../../merchant/verdict';
import { question } from './scripted-ocb';

const withId = (mctTransactionId: unknown) => ({ request: { ...question.request, mctTransactionId } });

describe('a question', () => {
  it.each<[what: string, change: object]>([
    ...['use', 'cancel', 'usePart', 'save', 'cancelSave'].map((call): [string, object] => [`of ${call}`, { call }]),
    ['whose id has 1 character', withId('1')],
    ['whose id has 128 characters, not bytes', withId('👍'.repeat(128))],
  ])('%s is valid', (_what, change) => {
    expect(() => checkQuestion({ ...question, ...change } as Question)).not.toThrow();
  });

  const CALL = 'call: expected one of use, cancel, usePart, save, cancelSave';
  const QUESTION = 'expected a question with day and sentAt';
  const ID = 'mctTransactionId: expected a string of 1 to 128 characters';
  it.each<[what: string, change: object, message: string]>([
    ['of a call that moves nothing', { call: 'result' }, CALL],
    ['of no call', { call: undefined }, CALL],
    ['without a day', { day: undefined }, QUESTION],
    ['whose day is too short', { day: '2026112' }, QUESTION],
    ['whose day is too long', { day: '202611255' }, QUESTION],
    ['with something before its day', { day: ' 20261125' }, QUESTION],
    ['whose day has dashes', { day: '2026-11-25' }, QUESTION],
    ['without a time', { sentAt: undefined }, QUESTION],
    ['whose time is text', { sentAt: '0' }, QUESTION],
    ['without a request', { request: undefined }, ID],
    ['without an id', withId(undefined), ID],
    ['whose id is empty', withId(''), ID],
    ['whose id is a number', withId(1), ID],
    ['whose id has 129 characters', withId('x'.repeat(129)), ID],
  ])('%s is a TypeError', (_what, change, message) => {
    expect(() => checkQuestion({ ...question, ...change } as Question)).toThrow(new TypeError(message));
  });

  it('has the date in Korea when it is created', () => {
    const at = (now: number) => questionOf('use', { mctTransactionId: '1', ocbUseTrAuthToken: 'T' }, { now });
    expect(at(Date.UTC(2026, 10, 24, 14, 59, 59))).toMatchObject({ day: '20261124' });
    expect(at(Date.UTC(2026, 10, 24, 15, 0, 0))).toMatchObject({ day: '20261125', sentAt: Date.UTC(2026, 10, 24, 15) });
  });
});
