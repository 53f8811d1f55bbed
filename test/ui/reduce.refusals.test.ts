import { describe, expect, test } from 'vitest';
import { codesWhere, ERRORS } from '../../contract/errors';
import { reduce } from '../../ui/reduce';
import { pin, refused, said, saidFor, sentenceFor, troubleWith, wait } from './happenings';
import { calling, ERROR, KEYPAD_2, POINTS, STEPS } from './states';
import { check, exactly, focus, keep, type Row, UNCHANGED } from './table';

describe('refusals', () => {
  const rows: Row[] = [
    [
      'stop',
      calling('card', 'identifyByCard'),
      refused('4057'),
      { step: { is: 'stop', trouble: troubleWith('4057'), errorObject: { errorCode: '4057' } } },
      [keep(2), focus('title')],
    ],
    [
      'stop when the session is opened is a matter for developers',
      calling('opening', 'open'),
      refused('1000'),
      { step: { is: 'stop', trouble: troubleWith('1000'), errorObject: { errorCode: '1000' } } },
      [
        keep(1),
        focus('title'),
        { type: 'tellDevelopers', errorObject: { errorCode: '1000', errorMessage: 'no', errorDetailMessage: '' } },
      ],
    ],
    [
      'a wrong card password',
      calling('card', 'identifyByCard'),
      refused('2300', { attemptsLeft: 1 }),
      {
        problem: { field: 'cardPassword', more: '1번 더 틀리면 카드가 잠겨요' },
        step: { cardNumber: '1234123412341234', cardPassword: '', attemptsLeft: 1 },
      },
      [keep(2), focus('cardPassword')],
    ],
    [
      'an unknown card',
      calling('card', 'identifyByCard'),
      refused('2302'),
      { problem: { field: 'cardNumber' }, step: { attemptsLeft: 0 } },
      [keep(2), focus('cardNumber')],
    ],
    [
      'a locked card: another method',
      calling('card', 'identifyByCard'),
      refused('2301'),
      { step: STEPS.method, cardLocked: sentenceFor('2301'), ...saidFor('2301', { remedy: 'call' }) },
      [keep(1), focus('problem')],
    ],
    [
      'not one person: nobody knows which field is wrong',
      calling('phone', 'requestCode'),
      refused('2202'),
      { ...saidFor('2202', { remedy: 'otherMethod' }), step: STEPS.phone },
      [keep(2), focus('problem')],
    ],
    [
      'a wrong code',
      calling('code', 'confirmCode'),
      refused('2200', { attemptsLeft: 3 }),
      {
        problem: { field: 'code', more: '3번 더 틀리면 인증번호를 다시 받아야 해요' },
        step: { code: '', attemptsLeft: 3 },
      },
      [keep(3), focus('code')],
    ],
    [
      'an error that concerns no field stands by itself',
      calling('phone', 'requestCode'),
      refused('5000'),
      saidFor('5000', { remedy: 'here' }),
      [keep(2), focus('problem')],
    ],
    [
      'no app',
      calling('push', 'requestPush'),
      refused('2400'),
      { ...saidFor('2400', { field: 'phone', remedy: 'otherMethod' }), step: exactly(STEPS.push), again: null },
      [keep(2), focus('phone')],
    ],
    ...(['2401', '2402'] as const).map(
      (code): Row => [
        `the push is over (${code}): no more polling, and the title says so`,
        calling('wait', 'awaitPush'),
        refused(code),
        {
          step: exactly({ ...STEPS.wait, polling: false, ended: troubleWith(code).sentences }),
          again: null,
          problem: null,
        },
        [keep(3), focus('title')],
      ],
    ),
    [
      'the push was replaced: the title says what the server says',
      calling('wait', 'awaitPush'),
      refused('2401', { trouble: { sentences: ['another', 'again'], remedy: 'here' } }),
      { step: { polling: false, ended: ['another', 'again'] }, problem: null },
      [keep(3), focus('title')],
    ],
    [
      'the poll failed: try again',
      calling('wait', 'awaitPush'),
      refused('5000'),
      { step: { polling: false }, again: { call: 'awaitPush' } },
      [keep(3), focus('problem')],
    ],
    [
      'another push failed: the earlier one is still awaited',
      calling('wait', 'requestPush'),
      refused('2000'),
      { step: { polling: true, misses: 1 }, request: null, again: null },
      [keep(3), focus('problem'), wait('POLL_DUE', 7, 1_000)],
    ],
    [
      'a wrong PIN gets a new layout',
      calling('pin', 'verifyPin'),
      refused('2503', { attemptsLeft: 4, step: pin }),
      { step: { keypad: KEYPAD_2, positions: [], attemptsLeft: 4 }, problem: { more: '4번 더 틀리면 초기화돼요' } },
      [keep(3), focus('pin')],
    ],
    [
      'the count in the message is for the merchant, not for the shopper',
      calling('pin', 'verifyPin'),
      refused('2503', {
        step: pin,
        errorObject: { ...ERROR, errorCode: '2503', errorMessage: '틀립니다. (error_count:1)' },
      }),
      saidFor('2503', { errorObject: { errorMessage: '틀립니다. (error_count:1)' } }),
      [keep(3), focus('pin')],
    ],
    [
      'the PIN is gone',
      calling('pin', 'verifyPin'),
      refused('2504', { step: { step: 'method', withoutCard: true } }),
      { step: STEPS.method, withoutCard: true, ...saidFor('2504') },
      [keep(1), focus('problem')],
    ],
    [
      'the card still does not do, after an error at another method',
      { ...calling('phone', 'requestCode'), withoutCard: true },
      refused('2203'),
      { step: STEPS.method, withoutCard: true },
      [keep(1), focus('problem')],
    ],
    [
      'the two entries differ',
      calling('confirmPin', 'confirmNewPin'),
      refused('2500', { step: { step: 'newPin', keypad: KEYPAD_2 } }),
      { step: { is: 'newPin', keypad: KEYPAD_2 }, path: [1, 2, 4], ...saidFor('2500') },
      [keep(3), focus('pin')],
    ],
    [
      'a retry on a screen before the PIN stays there',
      calling('card', 'identifyByCard'),
      refused('2300', { attemptsLeft: 2, step: { step: 'method' } }),
      { step: { is: 'card' } },
      [keep(2), focus('cardPassword')],
    ],
    [
      'an answer was lost and the call sent again: on without a word',
      calling('pin', 'verifyPin'),
      refused('2002', { step: POINTS, isAhead: true }),
      { step: { is: 'points' }, problem: null },
      [keep(4), focus('title'), wait('SETTLED', 8, 700)],
    ],
    [
      'out of order, and nothing identified',
      calling('pin', 'verifyPin'),
      refused('2001', { step: { step: 'method' } }),
      { step: STEPS.method, ...saidFor('2001') },
      [keep(1), focus('problem')],
    ],
    [
      'when to try again is known to the server alone',
      calling('phone', 'requestCode'),
      refused('2203', {
        next: 'retry',
        trouble: { sentences: ['9분 뒤에 다시 요청해 주세요.'], remedy: 'otherMethod' },
      }),
      { step: STEPS.phone, ...said('9분 뒤에 다시 요청해 주세요.', { remedy: 'otherMethod' }) },
      [keep(2), focus('problem')],
    ],
    [
      'short of points after all: what was typed stays, the balance is new',
      calling('points', 'authorize', { step: { ...STEPS.points, charge: true } }),
      refused('4016', { step: { ...POINTS, ocbPoint: 10 } }),
      { step: { amount: '5000', charge: true, available: { ocbPoint: 10 } }, problem: { field: 'amount' } },
      [keep(4), focus('amount')],
    ],
    [
      'PAYCO refuses: pay without it',
      calling('points', 'authorize'),
      refused('4081'),
      saidFor('4081', { remedy: 'withoutCharge' }),
      [keep(4), focus('problem')],
    ],
    [
      'it could not be opened: try again',
      calling('opening', 'open'),
      refused('5000'),
      { again: { call: 'open' } },
      [keep(1), focus('problem')],
    ],
    ['a late refusal is dropped', calling('card', 'identifyByCard'), refused('2300', {}, 6), UNCHANGED],
  ];
  check(rows);
});

describe('a refusal that ends it, or leads back, does so at every call', () => {
  const calls = [
    ['card', 'identifyByCard'],
    ['phone', 'requestCode'],
    ['code', 'confirmCode'],
    ['code', 'resendCode'],
    ['push', 'requestPush'],
    ['wait', 'awaitPush'],
    ['newPin', 'enterNewPin'],
    ['confirmPin', 'confirmNewPin'],
    ['pin', 'verifyPin'],
    ['points', 'authorize'],
  ] as const;
  const leading = codesWhere(({ next }) => next !== 'retry');

  test.each(calls)('on the screen %s, at %s', (step, call) => {
    for (const code of leading) {
      const { next } = ERRORS[code];
      const [state] = reduce(calling(step, call), refused(code));
      if (next === 'stop') expect(state.step, code).toMatchObject({ is: 'stop', errorObject: { errorCode: code } });
      else
        expect(state, code).toMatchObject({
          step: { is: 'method' },
          problem: { text: sentenceFor(code) },
        });
    }
  });
});
