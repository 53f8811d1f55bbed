import { describe, expect } from 'vitest';
import { lost, said, timer, wait } from './happenings';
import { at, COUNTDOWN, calling, STEPS, TRANSACTION } from './states';
import { check, exactly, focus, keep, type Row, send, slow, UNCHANGED } from './table';

describe('no answer', () => {
  const over = at('wait', { step: { ...STEPS.wait, polling: false } });
  const rows: Row[] = [
    ['10 s without an answer', calling('card', 'identifyByCard'), timer('SLOW', 7), { request: { slow: true } }],
    ['an answer came in time', at('card'), timer('SLOW', 7), UNCHANGED],
    [
      'try again sends the same again, as another call',
      calling('pin', 'verifyPin', {
        request: {
          call: 'verifyPin',
          request: { session: 'S', keypadId: 'k1', positions: [1] },
          id: 7,
          slow: true,
        } as never,
      }),
      { type: 'TRY_AGAIN_PRESSED' },
      { request: { id: 8, slow: false } },
      [send('verifyPin', { keypadId: 'k1', positions: [1] }), slow(8)],
    ],
    [
      'lost: a code is cleared, and has to be typed again',
      calling('code', 'confirmCode'),
      lost(),
      { step: { code: '', sent: COUNTDOWN }, again: null, request: null },
      [keep(3), focus('code')],
    ],
    [
      'lost: a push that was not sent is not awaited',
      calling('push', 'requestPush'),
      lost(),
      { step: exactly(STEPS.push), again: null, request: null },
      [keep(2), focus('problem')],
    ],
    ['try again where nothing was lost is nothing', at('card'), { type: 'TRY_AGAIN_PRESSED' }, UNCHANGED],
    ['try again is not offered before', calling('pin', 'verifyPin'), { type: 'TRY_AGAIN_PRESSED' }, UNCHANGED],
    [
      'lost: what was typed stays, secrets go',
      calling('card', 'identifyByCard'),
      lost(),
      { step: { cardNumber: '1234123412341234', cardPassword: '' }, again: null, request: null },
      [keep(2), focus('cardPassword')],
    ],
    [
      'offline is said as offline',
      calling('phone', 'requestCode'),
      lost('offline'),
      { problem: { text: expect.stringContaining('인터넷') } },
      [keep(2), focus('problem')],
    ],
    [
      'nonsense is 9999',
      calling('opening', 'open'),
      lost('nonsense'),
      {
        problem: { errorObject: { errorCode: '9999', errorDetailMessage: 'open: nonsense' } },
        again: { call: 'open' },
      },
      [keep(1), focus('problem')],
    ],
    [
      'starting over is offered again',
      calling('pin', 'restart'),
      lost(),
      { again: { call: 'restart' } },
      [keep(3), focus('pin')],
    ],
    [
      'so is what else carries nothing typed',
      calling('pin', 'forgetPin'),
      lost(),
      {
        again: { call: 'forgetPin' },
        problem: {
          text: '연결이 끊겼어요. 다시 시도해 주세요.',
          errorObject: {
            errorCode: '4001',
            errorMessage: '외부 제휴사와의 통신 장애 발생',
            errorDetailMessage: 'forgetPin: network',
          },
        },
      },
      [keep(3), focus('pin')],
    ],
    [
      'and sent again',
      at('pin', { again: { call: 'forgetPin', request: { session: 'S' } }, ...said('x') }),
      { type: 'TRY_AGAIN_PRESSED' },
      { problem: null, again: null, step: exactly(STEPS.pin) },
      [send('forgetPin', {}), slow(8)],
    ],
    [
      'and a push is awaited again',
      at('wait', {
        step: { ...STEPS.wait, polling: false },
        again: { call: 'awaitPush', request: { session: 'S' } },
      }),
      { type: 'TRY_AGAIN_PRESSED' },
      { again: null, step: exactly(STEPS.wait) },
      [send('awaitPush', {})],
    ],
    [
      'and by itself when the browser is online again',
      at('opening', { again: { call: 'restart', request: { session: 'S' } } }),
      { type: 'CAME_BACK' },
      {},
      [send('restart', {}), slow(8)],
    ],
    [
      'the poll was lost: later again',
      calling('wait', 'awaitPush'),
      lost(),
      { step: { misses: 1 }, request: null },
      [wait('POLL_DUE', 7, 1_000)],
    ],
    [
      'and later still',
      calling('wait', 'awaitPush', { step: { ...STEPS.wait, misses: 9 } }),
      lost(),
      { step: { misses: 10 } },
      [wait('POLL_DUE', 7, 15_000)],
    ],
    ['then it is asked for', at('wait'), timer('POLL_DUE', 7), {}, [send('awaitPush', {})]],
    ['unless something else was asked for since', at('wait'), timer('POLL_DUE', 6), UNCHANGED],
    ['or is being asked for', calling('wait', 'awaitPush'), timer('POLL_DUE', 7), UNCHANGED],
    ['or the push is over', over, timer('POLL_DUE', 7), UNCHANGED],
    ['or the shopper went elsewhere', at('card'), timer('POLL_DUE', 7), UNCHANGED],
    [
      'coming back from the app asks at once',
      calling('wait', 'awaitPush'),
      { type: 'CAME_BACK' },
      { request: { id: 8 } },
      [send('awaitPush', {})],
    ],
    ['coming back elsewhere is nothing', at('card'), { type: 'CAME_BACK' }, UNCHANGED],
    ['coming back asks for no push that was not sent', at('push'), { type: 'CAME_BACK' }, UNCHANGED],
    ['coming back asks for no push that is over', over, { type: 'CAME_BACK' }, UNCHANGED],
    ['coming back waits while another push is sent', calling('wait', 'requestPush'), { type: 'CAME_BACK' }, UNCHANGED],
    [
      'restored: the poll goes on',
      calling('wait', 'awaitPush'),
      { type: 'RESTORED' },
      { request: { id: 8 } },
      [send('awaitPush', {})],
    ],
    [
      'restored: the session is opened again',
      calling('opening', 'open', { request: { call: 'open', request: TRANSACTION, id: 7, slow: false } as never }),
      { type: 'RESTORED' },
      { request: { id: 8 } },
      [{ type: 'send', id: 8, call: 'open', request: TRANSACTION as never }, slow(8)],
    ],
    [
      'restored: what was in flight is lost',
      calling('pin', 'verifyPin'),
      { type: 'RESTORED' },
      { request: null, step: { positions: [] }, problem: { text: '연결이 끊겼어요. 다시 시도해 주세요.' } },
      [keep(3), focus('pin')],
    ],
    ['restored with nothing in flight', at('pin'), { type: 'RESTORED' }, UNCHANGED],
    [
      'the tick was seen',
      at('done'),
      timer('DONE_SHOWN', 7),
      { over: true, step: { result: null } },
      [{ type: 'leave', message: { type: 'AUTHENTICATED', result: STEPS.done.result } }],
    ],
    ['nothing closes by itself elsewhere', at('points'), timer('DONE_SHOWN', 7), UNCHANGED],
  ];
  check(rows);
});
