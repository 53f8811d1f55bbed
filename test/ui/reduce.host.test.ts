import { describe } from 'vitest';
import type { Effect, Event } from '../../ui/events';
import { firstState } from '../../ui/flow';
import { at, ERROR, OPENED, STEPS, stateAfter, TRANSACTION, TROUBLE } from './states';
import { check, failed, focus, keep, open, type Row, UNCHANGED } from './table';

const FIRST = firstState(false);
const PREPARED: Event = { type: 'PREPARED', transaction: TRANSACTION, origin: 'https://shop.test' };
const OTHER: Event = { ...OPENED, transaction: { mctTrToken: 'T2', userAuthToken: 'U2' } } as Event;
const DRAWN: Event = { type: 'DRAWN', id: 7, now: 0 };
const drawn = (id: number): Effect => ({ type: 'wait', timer: 'DRAWN', id, ms: 30 });
const prepared = () => stateAfter(FIRST, PREPARED);
const KNOWN = { ...TRANSACTION, userAuthToken: 'U' };
const without = (type: 'PREPARED' | 'OPENED'): Event => ({
  type,
  transaction: { mctTrToken: '', userAuthToken: '' },
  origin: 'https://shop.test',
});
const waitingUnseen = () => stateAfter(FIRST, without('PREPARED'));
const waiting = () => stateAfter(FIRST, without('OPENED'));
const closed = () => stateAfter(at('pin'), { type: 'CLOSED_BY_HOST' });
const ready = { ...at('method'), shown: false };

describe('what the host says', () => {
  const rows: Row[] = [
    [
      'PREPARE opens the session and shows nothing',
      FIRST,
      PREPARED,
      { shown: false, request: { call: 'open' } },
      open(1),
    ],
    ['PREPARE again with the same transaction is nothing new', prepared, PREPARED, UNCHANGED],
    [
      'PREPARE with another transaction opens that one',
      prepared,
      { ...OTHER, type: 'PREPARED' } as Event,
      { lastId: 2 },
      [{ type: 'abort' }, ...open(2, { mctTrToken: 'T2', userAuthToken: 'U2' })],
    ],
    [
      'PREPARE for another shopper opens their session',
      prepared,
      { ...PREPARED, transaction: KNOWN } as Event,
      { lastId: 2, transaction: KNOWN },
      [{ type: 'abort' }, ...open(2, KNOWN)],
    ],
    ['PREPARE while shown is ignored', at('card'), { ...OTHER, type: 'PREPARED' } as Event, UNCHANGED],
    [
      'OPEN cold opens the session and shows the skeleton',
      FIRST,
      OPENED,
      { shown: true, step: STEPS.opening, path: [9] },
      [focus('title'), drawn(0), ...open(1)],
    ],
    ['PREPARE without a token waits', FIRST, without('PREPARED'), { ...FIRST, origin: 'https://shop.test' }],
    [
      'OPEN without a token shows the skeleton and waits',
      FIRST,
      without('OPENED'),
      { shown: true, path: [9], request: null },
      [focus('title'), drawn(0)],
    ],
    [
      'the token that comes later opens the session',
      waiting,
      OPENED,
      { shown: true, step: STEPS.opening },
      [keep(1), focus('title'), ...open(1)],
    ],
    ['OPEN without a token again is nothing new', waiting, without('OPENED'), waiting()],
    ['OPEN without the token that is known is nothing new', at('card'), without('OPENED'), at('card')],
    ['PREPARE without the token that is known is nothing new', prepared, without('PREPARED'), prepared()],
    ['a layer that is prepared without a token is out of sight', waitingUnseen, { type: 'CLOSE_PRESSED' }, UNCHANGED],
    [
      'OPEN without a token after PREPARE with one waits for another',
      ready,
      without('OPENED'),
      { shown: true, step: STEPS.opening, session: '', transaction: { mctTrToken: '' } },
      [focus('title'), drawn(7)],
    ],
    [
      'a layer that waits for its token can be closed',
      waiting,
      { type: 'CLOSE_PRESSED' },
      { over: true },
      [failed('2002')],
    ],
    [
      'OPEN after PREPARE makes no call',
      ready,
      OPENED,
      { shown: true, step: STEPS.method },
      [focus('title'), drawn(7)],
    ],
    [
      'OPEN while PREPARE is on its way makes no second call',
      prepared,
      OPENED,
      { shown: true, request: { id: 1 } },
      [focus('title'), drawn(1)],
    ],
    [
      'OPEN after a PREPARE that was lost tries again',
      () => stateAfter(prepared(), { type: 'LOST', id: 1, why: 'network' }),
      OPENED,
      { shown: true, problem: null },
      [focus('title'), drawn(1), ...open(2)],
    ],
    [
      'OPEN after a PREPARE that was refused shows why',
      () =>
        stateAfter(prepared(), {
          type: 'REFUSED',
          id: 1,
          refusal: { errorObject: ERROR, trouble: TROUBLE, next: 'stop' },
        }),
      OPENED,
      { shown: true, step: STEPS.stop },
      [focus('title'), drawn(1)],
    ],
    ['the history has an entry once a prepared screen is drawn', at('method'), DRAWN, UNCHANGED, [keep(1)]],
    ['and one for each step, should the shopper have gone on', at('code'), DRAWN, UNCHANGED, [keep(3)]],
    ['and none any more when it is over', { ...at('method'), over: true }, DRAWN, UNCHANGED],
    ['nor before it is shown', prepared, DRAWN, UNCHANGED],
    [
      'OPEN with another transaction than PREPARE opens that one',
      ready,
      OTHER,
      { step: STEPS.opening, session: '' },
      [focus('title'), drawn(7), ...open(8, { mctTrToken: 'T2', userAuthToken: 'U2' })],
    ],
    ['OPEN twice is nothing new', at('card'), OPENED, UNCHANGED],
    [
      'CLOSE ends without an outcome',
      at('pin'),
      { type: 'CLOSED_BY_HOST' },
      { ...FIRST, lastId: 7 },
      [{ type: 'leave', message: null }],
    ],
    [
      'CLOSE is heard before anything was shown',
      FIRST,
      { type: 'CLOSED_BY_HOST' },
      FIRST,
      [{ type: 'leave', message: null }],
    ],
    [
      'CLOSE is heard after the outcome too',
      at('pin', { over: true }),
      { type: 'CLOSED_BY_HOST' },
      { ...FIRST, lastId: 7 },
      [{ type: 'leave', message: null }],
    ],
    [
      'OPEN after CLOSE begins anew',
      closed,
      OPENED,
      { shown: true, over: false },
      [focus('title'), drawn(7), ...open(8)],
    ],
    [
      'OPEN with tokens that are none is 1000, with what is wrong',
      at('card'),
      { type: 'OPENED_WRONGLY', detail: 'mctTrToken: expected …' },
      { over: true, step: { cardPassword: '' } },
      [
        {
          type: 'leave',
          message: {
            type: 'FAILED',
            result: {
              errorObject: {
                errorCode: '1000',
                errorMessage: '파라미터가 유효하지 않습니다.',
                errorDetailMessage: 'mctTrToken: expected …',
              },
            },
          },
        },
      ],
    ],
    ['nothing else counts after the outcome', at('pin', { over: true }), { type: 'ERASED' }, UNCHANGED],
    ['PREPARE does not count after the outcome', at('pin', { over: true }), PREPARED, UNCHANGED],
    ...([{ type: 'CLOSE_PRESSED' }, OPENED, { type: 'OPENED_WRONGLY', detail: '' }] as Event[]).map(
      (event): Row => [
        `${event.type} after the outcome is answered with it again`,
        at('pin', { over: true }),
        event,
        UNCHANGED,
        [{ type: 'repeatOutcome' }],
      ],
    ),
    [
      'a layer that is visible before the page has said anything can be closed',
      FIRST,
      { type: 'CLOSE_PRESSED' },
      { over: true },
      [failed('2002')],
    ],
    [
      'a layer that is visible after a CLOSE of the page’s own can be closed',
      closed,
      { type: 'CLOSE_PRESSED' },
      { over: true },
      [failed('2002')],
    ],
    ['a prepared popup does not close itself', ready, { type: 'CLOSE_PRESSED' }, UNCHANGED],
  ];
  check(rows);
});
