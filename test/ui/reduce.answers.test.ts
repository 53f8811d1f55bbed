import { describe } from 'vitest';
import { answered, newPin, pin, SENT, said, wait } from './happenings';
import { at, calling, KEYPAD, KEYPAD_2, PERSON, POINTS, STEPS } from './states';
import { check, exactly, focus, keep, type Row, remember, send, UNCHANGED } from './table';

describe('answers', () => {
  const rows: Row[] = [
    [
      'open leads to the methods',
      calling('opening', 'open'),
      answered('open', {
        session: 'S2',
        merchantName: 'M',
        mctAmount: 5,
        now: 0,
        expiresAt: 9,
        next: { step: 'method' },
      }),
      { session: 'S2', merchantName: 'M', mctAmount: 5, step: STEPS.method, path: [1], request: null },
      [keep(1), focus('title')],
    ],
    [
      'open leads a known member to the PIN',
      calling('opening', 'open'),
      answered('open', { session: 'S2', merchantName: 'M', mctAmount: 5, now: 0, expiresAt: 9, next: pin }),
      { step: { is: 'pin', positions: [], attemptsLeft: 4 }, path: [4] },
      [keep(1), focus('pin')],
    ],
    ['a late answer is dropped', calling('card', 'identifyByCard'), answered('identifyByCard', newPin, 6), UNCHANGED],
    ['an answer that nobody waits for is dropped', at('card'), answered('identifyByCard', newPin), UNCHANGED],
    ...[answered('requestCode', SENT), answered('requestPush', SENT), answered('awaitPush', { step: 'waiting' })].map(
      (event): Row => [
        `an answer to ${'call' in event && event.call} leads nowhere from another screen`,
        calling('card', 'identifyByCard'),
        event,
        { step: exactly(STEPS.card), request: null },
      ],
    ),
    [
      'the card is right',
      calling('card', 'identifyByCard'),
      answered('identifyByCard', newPin),
      { step: exactly({ is: 'newPin', keypad: KEYPAD, positions: [] }), path: [1, 2, 4], request: null },
      [keep(3), focus('pin'), remember('card')],
    ],
    [
      'a code was sent; times are by the clock here',
      calling('phone', 'requestCode'),
      answered('requestCode', SENT),
      {
        step: { is: 'code', person: PERSON, code: '', sent: { id: 7, now: 1_000, endsAt: 181_000, resendAt: 11_000 } },
      },
      [{ type: 'listenForCode', on: true }, keep(3), focus('code'), wait('TICKED', 7, 1_000)],
    ],
    [
      'another code was sent',
      calling('code', 'resendCode'),
      answered('resendCode', SENT),
      { step: { code: '', sent: { id: 7 } } },
      [keep(3), focus('code'), wait('TICKED', 7, 1_000)],
    ],
    [
      'the code is right',
      calling('code', 'confirmCode'),
      answered('confirmCode', newPin),
      { step: { is: 'newPin' } },
      [{ type: 'listenForCode', on: false }, keep(4), focus('pin'), remember('phone')],
    ],
    [
      'a push was sent, and its answer is awaited',
      calling('push', 'requestPush'),
      answered('requestPush', { ...SENT, number: '57' }),
      { step: { is: 'push', number: '57', polling: true, sent: { endsAt: 181_000 } }, request: { call: 'awaitPush' } },
      [keep(3), focus('title'), wait('TICKED', 7, 1_000), send('awaitPush', {})],
    ],
    [
      'the push waits on, and what was wrong is over',
      calling('wait', 'awaitPush', { ...said('x'), step: { ...STEPS.wait, misses: 3 } }),
      answered('awaitPush', { step: 'waiting' }),
      { problem: null, request: { id: 8 }, step: STEPS.wait },
      [send('awaitPush', {})],
    ],
    [
      'the push was approved',
      calling('wait', 'awaitPush'),
      answered('awaitPush', pin),
      { step: { is: 'pin' }, path: [1, 2, 3, 4] },
      [keep(4), focus('pin'), remember('push')],
    ],
    [
      'the push was approved, and a new PIN is wanted',
      calling('wait', 'awaitPush'),
      answered('awaitPush', newPin),
      { step: { is: 'newPin' } },
      [keep(4), focus('pin'), remember('push')],
    ],
    [
      'a new PIN is asked for once more',
      calling('newPin', 'enterNewPin'),
      answered('enterNewPin', { step: 'confirmPin', keypad: KEYPAD_2 }),
      {
        step: { is: 'confirmPin', keypad: KEYPAD_2, positions: [] },
        path: [1, 2, 4, 5],
      },
      [keep(4), focus('pin')],
    ],
    [
      'the PIN is right',
      calling('pin', 'verifyPin'),
      answered('verifyPin', POINTS),
      { step: exactly({ ...STEPS.points, amount: '11000', heldBy: 8, quietBy: 8 }) },
      [keep(4), focus('title'), wait('SETTLED', 8, 700)],
    ],
    [
      'forgotten: the methods',
      calling('pin', 'forgetPin'),
      answered('forgetPin', { step: 'method', withoutCard: true }),
      { step: exactly(STEPS.method), path: [1] },
      [keep(1), focus('title')],
    ],
    [
      'points are authorised',
      calling('points', 'authorize'),
      answered('authorize', { ocbUseTrAuthToken: 'X', mctAmount: 1, dutumPoint: 0, usePoint: 1 }),
      { step: { is: 'done', usePoint: 1, result: { ocbUseTrAuthToken: 'X', errorObject: null } } },
      [keep(4), focus('title'), wait('DONE_SHOWN', 7, 4_000)],
    ],
    [
      'points are authorised by one who points: the tick is seen for a shorter time',
      calling('points', 'authorize', { byPointer: true }),
      answered('authorize', { ocbUseTrAuthToken: 'X', mctAmount: 1, dutumPoint: 0, usePoint: 1 }),
      { step: { is: 'done' } },
      [keep(4), focus('title'), wait('DONE_SHOWN', 7, 2_000)],
    ],
    [
      'points are authorised by one who points at large text',
      calling('points', 'authorize', { byPointer: true, largeText: true }),
      answered('authorize', { ocbUseTrAuthToken: 'X', mctAmount: 1, dutumPoint: 0, usePoint: 1 }),
      { step: { is: 'done' } },
      [keep(4), focus('title'), wait('DONE_SHOWN', 7, 4_000)],
    ],
    [
      'nothing takes the focus while warming',
      { ...calling('opening', 'open'), shown: false },
      answered('open', {
        session: 'S2',
        merchantName: 'M',
        mctAmount: 5,
        now: 0,
        expiresAt: 9,
        next: { step: 'method' },
      }),
      { step: STEPS.method },
      [],
    ],
  ];
  check(rows);
});
