/** Typing and sending, screen by screen. Pure, as the reducer that uses it. */

import * as text from 'words';
import type { FrontRequest } from '../contract/front-api';
import { mostUsable, PIN_LENGTH, pinRuleBroken } from '../contract/rules';
import { availableAt, choiceAt, refusedAt } from './choice';
import type { Consents, Field, Person, State, Step } from './flow';
import { ask, enter, type Result, stay } from './moves';

/** Fields of digits, with how many there can be at most. */
const DIGITS: { [F in Field]?: number } = {
  cardNumber: 16,
  birthDate: 8,
  firstDigit: 1,
  phone: 11,
  code: 6,
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
  return most === 12 ? digits.replace(/^0+(?=\d)/, '') : digits;
}

const isPhone = (digits: string): boolean => /^01\d{8,9}$/.test(digits);

/** The fields that have to be filled in. */
type Missing = keyof typeof text.missing;

/** The first field of the person that is not filled in as it should be. */
function firstMissing({ name, birthDate, firstDigit, carrier, phone, consents }: Person): Missing | undefined {
  if (!name.trim()) return 'name';
  if (!/^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(birthDate)) return 'birthDate';
  if (!firstDigit) return 'firstDigit';
  if (!carrier) return 'carrier';
  if (!isPhone(phone)) return 'phone';
  for (const key in consents) if (!consents[key as keyof Consents]) return 'consents';
  return undefined;
}

/** Says that a field is not filled in. Nothing was sent, so nothing is cleared. */
const missing = (state: State, field: Missing): Result =>
  enter(state, state.step, { text: text.missing[field], field });

/** The step with a field changed; the same step when it has no such field. */
function withField(step: Step, field: Field, value: string): Step {
  if (step.is === 'phone') {
    return field in step.person ? { ...step, person: { ...step.person, [field]: value } } : step;
  }
  return field in step ? ({ ...step, [field]: value } as Step) : step;
}

/** Something was typed. A whole one-time code is sent at once. */
export function type(state: State, field: Field, value: string): Result {
  const step = withField(state.step, field, clean(field, value));
  const { problem } = state;
  const next = { ...state, step, problem: problem?.field && problem.field !== field ? problem : null };
  const whole = step.is === 'code' && field === 'code' && step.code.length === 6 && !state.request;
  return whole ? submit(next) : [next];
}

/** A consent was given or taken back, or all of them. */
export function consent(state: State, to: keyof Consents | 'all', value: boolean): Result {
  if (state.step.is !== 'phone') return [state];
  const { person } = state.step;
  const consents = { ...person.consents };
  for (const key in consents) if (to === 'all' || to === key) consents[key as keyof Consents] = value;
  const problem = state.problem && state.problem.field === 'consents' ? null : state.problem;
  return [{ ...state, problem, step: { is: 'phone', person: { ...person, consents } } }];
}

/** The primary button: checks what can be checked here, then sends. */
export function submit(state: State): Result {
  const { step } = state;
  switch (step.is) {
    case 'card': {
      const { cardNumber, cardPassword } = step;
      if (cardNumber.length !== 16) return missing(state, 'cardNumber');
      if (!cardPassword) return missing(state, 'cardPassword');
      return ask(state, 'identifyByCard', { cardNumber, cardPassword });
    }
    case 'phone': {
      const { person } = step;
      const field = firstMissing(person);
      // Nothing is missing: there is a carrier, and each consent is given.
      const complete = { ...person, name: person.name.trim() } as Omit<FrontRequest<'requestCode'>, 'session'>;
      return field ? missing(state, field) : ask(state, 'requestCode', complete);
    }
    case 'code':
      return step.code.length === 6 ? ask(state, 'confirmCode', { code: step.code }) : missing(state, 'code');
    case 'push':
      if (step.sent) return [state];
      return isPhone(step.phone) ? ask(state, 'requestPush', { phone: step.phone }) : missing(state, 'phone');
    case 'points': {
      const refused = refusedAt(step, state.mctAmount);
      if (!refused) return ask(state, 'authorize', choiceAt(step));
      return enter(state, step, { text: text.refused[refused.reason], field: refused.field });
    }
    default:
      return [state];
  }
}

/** Fills in the most that can be used without charging. */
export function useAll(state: State): Result {
  const { step } = state;
  if (step.is !== 'points') return [state];
  const most = mostUsable(availableAt(step, state.mctAmount));
  return [
    { ...state, problem: null, step: { ...step, ocbPoint: `${most.ocbPoint}`, dutumPoint: `${most.dutumPoint}` } },
  ];
}

/** A key of the keypad. The sixth sends; what breaks a rule is said before it is entered a second time. */
export function press(state: State, position: number): Result {
  const { step } = state;
  if (!('keypad' in step) || position < 0 || step.positions.length === PIN_LENGTH) return [state];
  const { digits: shown, keypadId } = step.keypad;
  const positions = step.positions.concat(position);
  const next: State = { ...state, problem: null, step: { ...step, positions } };
  if (positions.length < PIN_LENGTH) return [next];
  if (step.is === 'newPin') {
    const rule = pinRuleBroken(positions.map((key) => shown[key]).join(''), step.personal);
    if (rule) return stay(next, { text: text.pinRule[rule] });
  }
  const call = step.is === 'pin' ? 'verifyPin' : step.is === 'newPin' ? 'enterNewPin' : 'confirmNewPin';
  return ask(next, call, { keypadId, positions });
}

/** Takes digits away again: the last, or all. */
export function unpress(state: State, all: boolean): Result {
  const { step } = state;
  if (!('keypad' in step)) return [state];
  return [{ ...state, step: { ...step, positions: all ? [] : step.positions.slice(0, -1) } }];
}
