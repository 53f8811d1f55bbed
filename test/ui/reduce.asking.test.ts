import { describe, expect, test } from 'vitest';
import { reduce } from '../../ui/reduce';
import { answered, pin } from './happenings';
import { at, calling, PERSON, STEPS, stateAfter } from './states';
import { check, exactly, failed, focus, keep, type Row, UNCHANGED } from './table';

const CLOSE = { type: 'CLOSE_PRESSED' } as const;
const NOBODY = { name: '', birthDate: '', firstDigit: '', carrier: '' as const, phone: '', consents: PERSON.consents };

describe('whoever has typed something is asked once before it is lost', () => {
  const asks = (title: string, step: keyof typeof STEPS, count: number, change = {}): Row => [
    title,
    at(step, change),
    CLOSE,
    { asking: true, over: false, step: exactly(at(step, change).step) },
    [keep(count), focus('title')],
  ];
  const closes = (title: string, step: keyof typeof STEPS, change = {}): Row => [
    title,
    at(step, change),
    CLOSE,
    { over: true },
    [failed('2002')],
  ];
  check([
    asks('on the card screen', 'card', 2),
    asks('on the phone screen', 'phone', 2),
    asks('on the code screen', 'code', 3),
    asks('on the app screen', 'push', 2),
    asks('during the wait for the app', 'wait', 3),
    asks('at a PIN', 'pin', 3),
    closes('not where there is nothing to type', 'method'),
    closes('not on an empty card screen', 'card', { step: { ...STEPS.card, cardNumber: '', cardPassword: '' } }),
    closes('not on an empty phone screen', 'phone', { step: { is: 'phone', person: NOBODY } }),
    closes('not on an empty app screen', 'push', { step: { ...STEPS.push, phone: '' } }),
    closes('not before the first digit of a PIN', 'pin', { step: { ...STEPS.pin, positions: [] } }),
    [
      'the second time they mean it',
      at('card', { asking: true }),
      CLOSE,
      { over: true, step: { cardPassword: '' } },
      [failed('2002')],
    ],
    [
      'going on: the screen is as it was',
      at('card', { asking: true }),
      { type: 'STAY_PRESSED' },
      { asking: false, step: exactly(STEPS.card) },
      [keep(2), focus('title')],
    ],
    [
      'the way back leads from the question to the screen',
      at('card', { asking: true }),
      { type: 'WENT_BACK', outside: false },
      { asking: false, step: exactly(STEPS.card) },
      [keep(2), focus('title')],
    ],
    [
      'the browser’s Back out of the popup asks, too, and needs its history entries again',
      at('pin', { path: [4] }),
      { type: 'WENT_BACK', outside: true },
      { asking: true, over: false },
      [keep(1), focus('title')],
    ],
    [
      'Back out of the question ends',
      at('pin', { path: [4], asking: true }),
      { type: 'WENT_BACK', outside: true },
      { over: true },
      [failed('2002')],
    ],
    [
      'digits are not for a keypad out of sight',
      at('pin', { asking: true }),
      { type: 'DIGIT_TYPED', digit: 1 },
      UNCHANGED,
    ],
    ['Backspace neither', at('pin', { asking: true }), { type: 'ERASED' }, UNCHANGED],
  ]);
});

test('an answer that comes meanwhile leads on, and the question is over', () => {
  const asked = stateAfter(calling('card', 'identifyByCard'), CLOSE);
  expect(asked).toMatchObject({ asking: true, request: { call: 'identifyByCard' } });
  expect(reduce(asked, answered('identifyByCard', pin))[0]).toMatchObject({ asking: false, step: { is: 'pin' } });
});

test('what is in flight goes on when the shopper does', () => {
  const stayed = stateAfter(calling('wait', 'awaitPush'), CLOSE, { type: 'STAY_PRESSED' });
  expect(stayed).toMatchObject({ asking: false, request: { call: 'awaitPush' }, step: { polling: true } });
});
