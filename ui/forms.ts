/** Typing and sending, screen by screen. Pure, as the reducer that uses it. */

import * as text from 'words';
import type { FrontRequest } from '../contract/front-api';
import { PIN_LENGTH } from '../contract/rules';
import { resend } from './countdown';
import { comesAfter, followsTyping, nextBlank, whatIsMissing } from './filling';
import type { Consents, Field, State, Step } from './flow';
import { andThen, ask, enter, type Result } from './moves';
import { submitPoints, typePoints } from './points';

/** Fields of digits, with how many there can be at most. */
const DIGITS: { [F in Field]?: number } = {
  cardNumber: 16,
  birthDate: 8,
  firstDigit: 1,
  phone: 11,
  code: 6,
  amount: 12,
  ocbPoint: 12,
  dutumPoint: 12,
};

/** What is kept of what was typed, pasted or filled in. */
function clean(field: Field, value: string): string {
  const most = DIGITS[field];
  if (!most) return value.slice(0, field === 'name' ? 40 : 64);
  // A telephone number that is filled in may be international: +82 10-1234-5678.
  const national = field === 'phone' ? value.replace(/^\s*\+?82[\s-]*0?/, '0') : value;
  const digits = national.replace(/\D/g, '').slice(0, most);
  // A birth date may be 1990-01-01.
  if (field === 'birthDate') return digits.slice(digits.length === 8 ? 2 : 0).slice(0, 6);
  // No first digit of the second half is 0 or 9.
  if (field === 'firstDigit') return digits.replace(/[09]/, '');
  return most === 12 ? digits.replace(/^0+(?=\d)/, '') : digits;
}

/** Goes on to the field that is to be filled in next, or says what is wrong with it. Nothing was sent or is cleared. */
function complete(state: State, from: string | undefined): Result | undefined {
  const { step } = state;
  const field = nextBlank(step);
  if (!field) return undefined;
  const target = from && comesAfter(step, from);
  return target ? [state, { type: 'focus', target }] : enter(state, step, { text: whatIsMissing(step, field), field });
}

/** The step with a field changed; the same step when it has no such field. */
function withField(step: Step, field: Field, value: string): Step {
  if (step.is === 'phone') {
    return field in step.person ? { ...step, person: { ...step.person, [field]: value } } : step;
  }
  return field in step ? ({ ...step, [field]: value } as Step) : step;
}

/** Fields whose digits are known to be wrong as soon as they are there. */
const isWrongAtOnce = (step: Step, field: Field, value: string): boolean =>
  step.is === 'phone' &&
  ((field === 'firstDigit' && /^\D*[09]/.test(value)) ||
    (field === 'birthDate' && step.person.birthDate.length === 6 && nextBlank(step) === field));

/**
 * Something was typed. A whole one-time code is sent at once. Whoever is at the end of a field goes on to the next one,
 * unless they stay: what a browser fills in moves nobody, nor do arrow keys among radio buttons.
 */
export function type(state: State, field: Field, value: string, stays?: boolean): Result {
  const kept = clean(field, value);
  if (state.step.is === 'points') {
    return field === 'amount' || field === 'ocbPoint' || field === 'dutumPoint'
      ? typePoints(state, state.step, field, kept)
      : [state];
  }
  const step = withField(state.step, field, kept);
  const { problem } = state;
  const next: State = { ...state, step, problem: problem?.field && problem.field !== field ? problem : null };
  if (isWrongAtOnce(step, field, value))
    return [
      { ...next, problem: { text: text.wrong[field as 'firstDigit'], field } },
      { type: 'focus', target: field },
    ];
  const whole = step.is === 'code' && field === 'code' && step.code.length === 6 && !state.request;
  if (whole) return submit(next);
  const target = stays ? undefined : followsTyping(state.step, step, field);
  return target ? [next, { type: 'focus', target }] : [next];
}

/** A consent was given or taken back, or all of them. */
export function consent(state: State, to: keyof Consents | 'all', value: boolean): Result {
  if (state.step.is !== 'phone') return [state];
  const { person } = state.step;
  const consents = { ...person.consents };
  for (const key in consents) if (to === 'all' || to === key) consents[key as keyof Consents] = value;
  const problem = state.problem && state.problem.field === 'consents' ? null : state.problem;
  const next: State = { ...state, problem, step: { ...state.step, person: { ...person, consents } } };
  // One press for all of them ends the form.
  return to === 'all' && !nextBlank(next.step) ? [next, { type: 'focus', target: 'primary' }] : [next];
}

/** The primary button, or Enter in the field `from`: checks what can be checked here, then sends. */
export function submit(state: State, from?: string): Result {
  const { step } = state;
  const incomplete = complete(state, from);
  if (incomplete) return incomplete;
  switch (step.is) {
    case 'card': {
      const { cardNumber, cardPassword } = step;
      return ask(state, 'identifyByCard', { cardNumber, cardPassword });
    }
    case 'phone': {
      const { person } = step;
      // Nothing is missing: there is a carrier, and each consent is given.
      const whole = { ...person, name: person.name.trim() } as Omit<FrontRequest<'requestCode'>, 'session'>;
      return ask(state, 'requestCode', whole);
    }
    case 'code':
      return ask(state, 'confirmCode', { code: step.code });
    case 'push':
      if (step.sent) return step.ended ? resend(state) : [state];
      return ask(state, 'requestPush', { phone: step.phone });
    case 'points':
      return submitPoints(state, step);
    default:
      return [state];
  }
}

/** A key of the keypad. The sixth sends. */
export function press(state: State, position: number): Result {
  const { step } = state;
  if (!('keypad' in step) || position < 0 || step.positions.length === PIN_LENGTH) return [state];
  const positions = step.positions.concat(position);
  const next: State = { ...state, problem: null, step: { ...step, positions } };
  if (positions.length < PIN_LENGTH) return [next];
  const call = step.is === 'pin' ? 'verifyPin' : step.is === 'newPin' ? 'enterNewPin' : 'confirmNewPin';
  return ask(next, call, { keypadId: step.keypad.keypadId, positions });
}

/** A digit on a real keyboard, wherever the focus is: a key of the keypad, or one more digit of the code. */
export function typeDigit(state: State, digit: number): Result {
  const { step } = state;
  if ('keypad' in step) return press(state, step.keypad.digits.indexOf(digit));
  return step.is === 'code' ? intoCode(state, `${step.code}${digit}`) : [state];
}

/** Takes digits away again: the last, or all. */
export function erase(state: State, all: boolean): Result {
  const { step } = state;
  if (step.is === 'code') return intoCode(state, step.code.slice(0, -1));
  if (!('keypad' in step)) return [state];
  return [{ ...state, step: { ...step, positions: all ? [] : step.positions.slice(0, -1) } }];
}

/** What was typed beside the code's field lands there, and so does the focus. */
const intoCode = (state: State, code: string): Result =>
  andThen(type(state, 'code', code), (next) => [next, { type: 'focus', target: 'code' }]);
