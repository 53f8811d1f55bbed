import { ERRORS, type ErrorCode, type ErrorRow } from '../../contract/errors';
import { troubleOf } from '../../contract/front-troubles';
import { saidIn } from '../../contract/troubles';
import type { Answered, Effect, Event, TimerName } from '../../ui/events';
import { KEYPAD, KEYPAD_2 } from './states';

/** What happens to a call in flight (its id is 7 in the tests), and what answers are made of. */

export const answered = (call: string, answer: object, id = 7): Event =>
  ({ type: 'ANSWERED', id, now: 1_000, call, answer }) as Answered;
/** What the front server tells the shopper of a code. */
export const troubleWith = (code: ErrorCode) => saidIn('ko', troubleOf(code));
/** That, as it stands above a button. */
export const sentenceFor = (code: ErrorCode): string => troubleWith(code).sentences.join(' ');
/** As the front server refuses: with the code's line of the error table, and what the shopper reads. */
export const refused = (errorCode: ErrorCode, more: object = {}, id = 7): Event => {
  const { next, field, outcome }: ErrorRow = ERRORS[errorCode];
  const errorObject = { errorCode, errorMessage: 'no', errorDetailMessage: '' };
  return {
    type: 'REFUSED',
    id,
    refusal: { errorObject, trouble: troubleWith(errorCode), next, field, outcome, ...more },
  } as Event;
};
export const lost = (why: 'offline' | 'network' | 'nonsense' = 'network'): Event => ({ type: 'LOST', id: 7, why });
export const timer = (type: TimerName, id: number, now = 5_000): Event => ({ type, id, now });
export const wait = (name: TimerName, id: number, ms: number): Effect => ({ type: 'wait', timer: name, id, ms });
export const SENT = { now: 50_000, expiresAt: 230_000, resendAt: 60_000, attemptsLeft: 5 };
export const newPin = { step: 'newPin', keypad: KEYPAD };
export const pin = { step: 'pin', keypad: KEYPAD_2, attemptsLeft: 4 };
/** The problem of a code that the shopper can get over, in the words for it. */
export const saidFor = (code: ErrorCode, more: object = {}) => said(sentenceFor(code), more);
export const said = (text: string, more: object = {}) => ({ problem: { text, ...more } });
