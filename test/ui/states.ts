import type { FrontTrouble } from '../../contract/front-api';
import type { Event } from '../../ui/events';
import type { Person, State, Step } from '../../ui/flow';
import { firstState } from '../../ui/flow';
import { reduce } from '../../ui/reduce';

/** States that the tests of the reducer begin with. */

export const TRANSACTION = { mctTrToken: 'T', userAuthToken: '' };
export const KEYPAD = { keypadId: 'k1', digits: [7, 2, 9, 4, 0, 1, 8, 3, 6, 5] };
export const KEYPAD_2 = { keypadId: 'k2', digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] };
export const OPENED: Event = { type: 'OPENED', transaction: TRANSACTION, origin: 'https://shop.test' };
export const ERROR = { errorCode: '1000', errorMessage: 'message', errorDetailMessage: 'detail' };
/** What the shopper reads of that error. */
export const TROUBLE: FrontTrouble = { sentences: ['title', 'lead'], remedy: 'here' };

export const EVERY_CONSENT = { personalInfo: true, uniqueId: true, carrierTerms: true, serviceTerms: true };
export const PERSON: Person = {
  name: '김하늘',
  birthDate: '900101',
  firstDigit: '2',
  carrier: 'SKT',
  phone: '01012345678',
  consents: EVERY_CONSENT,
};

export const POINTS = {
  step: 'points' as const,
  ocbPoint: 10_000,
  dutumPoints: [
    { name: 'a', balance: 1_000, usable: true, minAmount: 0, reason: null },
    { name: 'b', balance: 9_000, usable: false, minAmount: 50_000, reason: 'below-min-amount' as const },
  ],
  canCharge: true,
};

export const COUNTDOWN = { id: 3, now: 0, endsAt: 180_000, resendAt: 10_000, isAgain: false };

const CHOICE = {
  is: 'points' as const,
  available: POINTS,
  amount: '5000',
  ...{ isSplit: false, ocbPoint: '', dutumPoint: '' },
  ...{ charge: false, limit: null, heldBy: 0, quietBy: 0 },
};

/** One of each screen. */
export const STEPS = {
  opening: { is: 'opening' },
  method: { is: 'method' },
  card: { is: 'card', cardNumber: '1234123412341234', cardPassword: 'secret-password', attemptsLeft: 0 },
  phone: { is: 'phone', person: PERSON },
  code: { is: 'code', person: PERSON, code: '12345', attemptsLeft: 5, sent: COUNTDOWN },
  push: { is: 'push', phone: '01012345678', sent: null, number: '', polling: false, misses: 0 },
  wait: { is: 'push', phone: '01012345678', sent: COUNTDOWN, number: '42', polling: true, misses: 0 },
  newPin: { is: 'newPin', keypad: KEYPAD, positions: [0, 1, 2, 3, 4] },
  confirmPin: { is: 'confirmPin', keypad: KEYPAD, positions: [0, 1, 2, 3, 4] },
  pin: { is: 'pin', keypad: KEYPAD, positions: [0, 1, 2, 3, 4], attemptsLeft: 5 },
  points: CHOICE,
  split: { ...CHOICE, isSplit: true, ocbPoint: '4000', dutumPoint: '1000' },
  done: {
    is: 'done',
    result: { ocbUseTrAuthToken: 'use-token', mctAmount: 20_000, dutumPoint: 0, usePoint: 5_000, errorObject: null },
    usePoint: 5_000,
  },
  stop: { is: 'stop', trouble: TROUBLE, errorObject: ERROR },
} satisfies Record<string, Step>;

const PATHS: { [step: string]: number[] } = {
  opening: [9],
  method: [1],
  card: [1, 2],
  phone: [1, 2],
  code: [1, 2, 3],
  push: [1, 2],
  wait: [1, 2, 3],
  newPin: [1, 2, 4],
  confirmPin: [1, 2, 4, 5],
  pin: [1, 2, 4],
  points: [1, 2, 4, 6],
  split: [1, 2, 4, 6],
};

/** The popup is shown, its session is open, and it stands at a screen; nothing is in flight. */
export const at = (step: keyof typeof STEPS, change: Partial<State> = {}): State => ({
  ...firstState(false),
  shown: true,
  transaction: TRANSACTION,
  origin: 'https://shop.test',
  session: 'S',
  merchantName: '한빛서점',
  mctAmount: 20_000,
  lastId: 7,
  path: PATHS[step] ?? [1, 2, 4, 6],
  step: STEPS[step],
  ...change,
});

/** The same with a call in flight, whose id is 7. */
export const calling = (step: keyof typeof STEPS, call: string, change: Partial<State> = {}): State =>
  at(step, { request: { call, request: { session: 'S' }, id: 7, slow: false } as State['request'], ...change });

/** The state after some events. */
export const stateAfter = (state: State, ...events: Event[]): State =>
  events.reduce((before, event) => reduce(before, event)[0], state);
