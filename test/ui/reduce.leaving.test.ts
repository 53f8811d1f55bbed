import { describe, expect, test } from 'vitest';
import { canGoBack } from '../../ui/moves';
import { at, calling, ERROR, STEPS } from './states';
import { check, exactly, failed, focus, keep, open, type Row, send, slow } from './table';

describe('closing and going back', () => {
  const rows: Row[] = [
    [
      'closing is 2002, with the screen where it was',
      at('method'),
      { type: 'CLOSE_PRESSED' },
      { over: true },
      [
        {
          type: 'leave',
          message: {
            type: 'FAILED',
            result: {
              errorObject: {
                errorCode: '2002',
                errorMessage: '인증이 완료 되지 않았습니다.',
                errorDetailMessage: 'Closed by the shopper (method).',
              },
            },
          },
        },
      ],
    ],
    ...(['card', 'code', 'newPin', 'confirmPin', 'pin'] as const).map(
      (step): Row => [
        `closing clears secrets (${step})`,
        at(step, { asking: true }),
        { type: 'CLOSE_PRESSED' },
        { step: step === 'card' ? { cardPassword: '' } : step === 'code' ? { code: '' } : { positions: [] } },
        [failed('2002')],
      ],
    ),
    [
      'closing after a mistake is 2002 all the same',
      at('card', { asking: true, problem: { text: '', errorObject: ERROR } }),
      { type: 'CLOSE_PRESSED' },
      { over: true },
      [failed('2002')],
    ],
    [
      'closing when it was not opened yet is 2002',
      calling('opening', 'open'),
      { type: 'CLOSE_PRESSED' },
      { over: true },
      [failed('2002')],
    ],
    [
      'closing while busy is 2002',
      calling('card', 'identifyByCard', { asking: true }),
      { type: 'CLOSE_PRESSED' },
      { request: null },
      [failed('2002')],
    ],
    [
      'closing the stop screen tells its error',
      at('stop'),
      { type: 'CLOSE_PRESSED' },
      { over: true },
      [failed('1000')],
    ],
    [
      'closing when it could not be opened tells why',
      at('opening', { problem: { text: '', errorObject: ERROR } }),
      { type: 'CLOSE_PRESSED' },
      { over: true },
      [failed('1000')],
    ],
    [
      'closing during the tick is the success all the same',
      at('done'),
      { type: 'CLOSE_PRESSED' },
      { step: { result: null } },
      [{ type: 'leave', message: { type: 'AUTHENTICATED', result: STEPS.done.result } }],
    ],
    [
      'Back on the first screen closes',
      at('method'),
      { type: 'WENT_BACK', outside: true },
      { over: true },
      [failed('2002')],
    ],
    [
      'Back past everything closes',
      at('points'),
      { type: 'WENT_BACK', outside: true },
      { over: true },
      [failed('2002')],
    ],
    ...(['card', 'phone', 'push'] as const).map(
      (step): Row => [
        `Back on the first screen of a method (${step}) goes to the methods`,
        at(step),
        { type: 'BACK_PRESSED' },
        { step: exactly(STEPS.method), path: [1] },
        [keep(1), focus('title')],
      ],
    ),
    [
      'Back on the code keeps what was typed about the person',
      at('code'),
      { type: 'WENT_BACK', outside: false },
      { step: STEPS.phone, path: [1, 2] },
      [{ type: 'listenForCode', on: false }, keep(2), focus('title')],
    ],
    [
      'Back from the wait goes to the number',
      calling('wait', 'awaitPush'),
      { type: 'BACK_PRESSED' },
      { step: exactly({ ...STEPS.push, number: STEPS.wait.number }), request: null },
      [{ type: 'abort' }, keep(2), focus('title')],
    ],
    [
      'Back from the PIN starts over',
      at('pin'),
      { type: 'BACK_PRESSED' },
      { step: { positions: [] } },
      [send('restart', {}), slow(8)],
    ],
    [
      'Back while a call is in flight starts over',
      calling('card', 'identifyByCard'),
      { type: 'BACK_PRESSED' },
      { request: { call: 'restart' }, step: { cardPassword: '' } },
      [send('restart', {}), slow(8)],
    ],
    [
      'Back from the points of a known member asks for the PIN again',
      at('points', { path: [4, 6] }),
      { type: 'BACK_PRESSED' },
      { request: { call: 'open' } },
      open(8),
    ],
    [
      'Back on the PIN of a known member closes',
      at('pin', { path: [4] }),
      { type: 'BACK_PRESSED' },
      { over: true },
      [failed('2002')],
    ],
    [
      'Back during the tick is the success all the same',
      at('done'),
      { type: 'WENT_BACK', outside: false },
      { over: true },
      [{ type: 'leave', message: { type: 'AUTHENTICATED', result: STEPS.done.result } }],
    ],
    [
      'Back on the stop screen closes',
      at('stop'),
      { type: 'WENT_BACK', outside: false },
      { over: true },
      [failed('1000')],
    ],
  ];
  check(rows);
});

test.each([
  ['method', false],
  ['card', true],
  ['code', true],
  ['points', true],
  ['done', false],
  ['stop', false],
] as const)('on the screen %s there is a way back: %s', (step, expected) => {
  expect(canGoBack(at(step))).toBe(expected);
});
