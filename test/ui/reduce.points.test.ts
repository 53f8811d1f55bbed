import { describe } from 'vitest';
import { firstChoice } from '../../ui/choice';
import type { Event } from '../../ui/events';
import type { State } from '../../ui/flow';
import { timer, wait } from './happenings';
import { at, POINTS, STEPS } from './states';
import { check, focus, keep, type Row, send, slow, UNCHANGED } from './table';

/** The points screen: 10,000 OCB points and 1,000 usable 두툼 points, for a purchase of 20,000 won. */

const points = (change: object, more: Partial<State> = {}) =>
  at('points', { ...more, step: { ...STEPS.points, ...change } });
const split = (change: object, more: Partial<State> = {}) =>
  at('split', { ...more, step: { ...STEPS.split, ...change } });
const without = { ...POINTS, canCharge: false };
const typed = (field: 'amount' | 'ocbPoint' | 'dutumPoint', value: string): Event => ({ type: 'TYPED', field, value });
const charge = (value: boolean): Event => ({ type: 'CHARGE_CHOSEN', value });
const chosen = (amount: string): Event => ({ type: 'AMOUNT_CHOSEN', amount });
const SUBMITTED: Event = { type: 'SUBMITTED' };
const quiet = wait('SETTLED', 8, 800);
const said = { problem: { text: '!', field: 'amount' as const } };

describe('what the screen comes with', () => {
  const first = (available: object, mctAmount: number, amount: string): Row => [
    `${JSON.stringify(available)} for ${mctAmount} won: ${amount || 'nothing'}`,
    at('points', { mctAmount, step: firstChoice({ ...POINTS, ...available }, mctAmount) }),
    typed('amount', amount),
    { step: { amount, limit: null } },
    [quiet],
  ];
  check([
    first({}, 20_000, '11000'),
    first({}, 5_000, '5000'),
    first({ ocbPoint: 1_000_000 }, 600_000, '500000'),
    first({}, 0, ''),
    first({ ocbPoint: 0, dutumPoints: [] }, 20_000, ''),
  ]);

  check([
    ['nothing is spent before it was there for a moment', points({ heldBy: 7 }), SUBMITTED, UNCHANGED],
    [
      'whoever types knows where they are',
      points({ heldBy: 7, quietBy: 7 }),
      typed('amount', '1'),
      { step: { heldBy: 0, quietBy: 8 } },
      [quiet],
    ],
    [
      'after the moment it is told, and can be spent',
      points({ heldBy: 7, quietBy: 7 }),
      timer('SETTLED', 7),
      { step: { heldBy: 0, quietBy: 0 } },
    ],
    [
      'a chip was pressed meanwhile: the screen is no longer new, but nothing is told',
      points({ heldBy: 6, quietBy: 7 }),
      timer('SETTLED', 6),
      { step: { heldBy: 0, quietBy: 7 } },
    ],
    ['a moment of another screen is over for nothing', at('card'), timer('SETTLED', 7), UNCHANGED],
  ]);
});

describe('typing points', () => {
  const limited = (what: string, state: State, event: Event, step: object): Row => [
    what,
    state,
    event,
    { step },
    [quiet],
  ];
  check([
    [
      'what can be used is kept',
      points({}, said),
      typed('amount', '900'),
      { step: { amount: '900' }, problem: null },
      [quiet],
    ],
    limited('no more than the amount', points({}), typed('amount', '20001'), {
      amount: '20000',
      limit: { by: 'amount', most: 20_000 },
    }),
    limited('no more than one payment may use', points({}, { mctAmount: 0 }), typed('amount', '500001'), {
      amount: '500000',
      limit: { by: 'payment', most: 500_000 },
    }),
    limited('no more than there are', points({ available: without }), typed('amount', '11001'), {
      amount: '11000',
      limit: { by: 'balance', most: 11_000 },
    }),
    limited('more than there are, where PAYCO can charge', points({}), typed('amount', '11001'), {
      amount: '11001',
      limit: null,
    }),
    limited(
      'a limit is forgotten with what was limited',
      points({ limit: { by: 'amount', most: 1 } }),
      typed('amount', '1'),
      {
        limit: null,
      },
    ),
    limited('split: no more 두툼 points than can be used', split({}), typed('dutumPoint', '1001'), {
      dutumPoint: '1000',
      limit: { by: 'dutum', most: 1_000 },
    }),
    limited('split: no more OCB points than there are', split({ available: without }), typed('ocbPoint', '10001'), {
      ocbPoint: '10000',
      dutumPoint: '1000',
      limit: { by: 'balance', most: 10_000 },
    }),
    limited('split: the other kind gives way', split({}), typed('ocbPoint', '19500'), {
      ocbPoint: '19500',
      dutumPoint: '500',
    }),
    limited(
      'split: the other kind gives way to 두툼 points',
      split({ ocbPoint: '20000', dutumPoint: '0' }),
      typed('dutumPoint', '1'),
      {
        ocbPoint: '19999',
        dutumPoint: '1',
      },
    ),
    ['there is nothing else to type', at('points'), { type: 'TYPED', field: 'code', value: '1' }, UNCHANGED],
  ]);
});

describe('choosing points', () => {
  check([
    [
      'a chip',
      points({ charge: true }, said),
      chosen('10000'),
      { step: { amount: '10000', charge: false }, problem: null },
      [quiet],
    ],
    ['to be typed', at('points'), chosen(''), { step: { amount: '' } }, [quiet, focus('amount')]],
    ['there are no chips elsewhere', at('card'), chosen('1'), UNCHANGED],
    [
      'one amount is split: 두툼 points first',
      at('points'),
      { type: 'SPLIT_CHOSEN', value: true },
      { step: { isSplit: true, ocbPoint: '4000', dutumPoint: '1000' } },
      [quiet, focus('ocbPoint')],
    ],
    [
      'two are one again',
      split({ ocbPoint: '700', dutumPoint: '20' }),
      { type: 'SPLIT_CHOSEN', value: false },
      { step: { isSplit: false, amount: '720' } },
      [quiet, focus('amount')],
    ],
    [
      'nothing at all is not a zero',
      split({ ocbPoint: '', dutumPoint: '' }),
      { type: 'SPLIT_CHOSEN', value: false },
      { step: { amount: '' } },
      [quiet, focus('amount')],
    ],
    ['there is nothing to split elsewhere', at('card'), { type: 'SPLIT_CHOSEN', value: true }, UNCHANGED],
  ]);
});

describe('charging', () => {
  const charging = (what: string, state: State, value: boolean, step: object): Row => [
    what,
    state,
    charge(value),
    { step: { charge: value, ...step }, problem: null },
    [quiet],
  ];
  check([
    charging('what is missing', points({ amount: '12000' }, said), true, { amount: '12000' }),
    charging('up to the amount, where nothing is missing yet', at('points'), true, { amount: '20000' }),
    charging('no amount: nothing is missing until it is typed', points({}, { mctAmount: 0 }), true, { amount: '5000' }),
    charging('no longer: back to what there is', points({ amount: '20000', charge: true }), false, { amount: '11000' }),
    charging('no longer, and nothing was missing', points({ charge: true }), false, { amount: '5000' }),
    charging('split: OCB points', at('split'), true, { ocbPoint: '19000', dutumPoint: '1000' }),
    charging('split, no longer', split({ ocbPoint: '10100', charge: true }), false, { ocbPoint: '10000' }),
    ['there is nothing to charge elsewhere', at('card'), charge(true), UNCHANGED],
  ]);
});

describe('the primary button', () => {
  const sends = (what: string, state: State, ocbPoint: number, dutumPoint: number, chargePoint = 0): Row => [
    what,
    state,
    SUBMITTED,
    { request: { id: 8 } },
    [send('authorize', { ocbPoint, dutumPoint, chargePoint }), slow(8)],
  ];
  const refuses = (what: string, state: State, field: 'amount' | 'ocbPoint', text: string): Row => [
    what,
    state,
    SUBMITTED,
    { problem: { field, text } },
    [keep(4), focus(field)],
  ];
  check([
    sends('one amount: 두툼 points first', at('points'), 4_000, 1_000),
    sends('fewer than there are 두툼 points', points({ amount: '300' }), 0, 300),
    sends('two amounts, as typed', split({ ocbPoint: '500', dutumPoint: '' }), 500, 0),
    sends('charges what is missing', points({ amount: '11001', charge: true }), 10_001, 1_000, 1),
    sends('charges nothing that is not missing', points({ amount: '11000', charge: true }), 10_000, 1_000),
    refuses('nothing is chosen', points({ amount: '' }), 'amount', '사용할 포인트를 입력해 주세요.'),
    refuses(
      'nothing is chosen, split',
      split({ ocbPoint: '0', dutumPoint: '' }),
      'ocbPoint',
      '사용할 포인트를 입력해 주세요.',
    ),
    refuses('something is missing', points({ amount: '11001' }), 'amount', '가진 포인트보다 많아요.'),
  ]);
});
