/** The choice of points, and that they are ready. */
import type { DutumOffer } from '../../contract/front-api';
import type { Event } from '../events';
import { answered, follow, lost, opened, refused, settled, slow, typed } from './moment';
import { pinSent } from './pins';

const usable: DutumOffer = { name: '햇살마트 두툼포인트', balance: 5_000, usable: true, minAmount: 0, reason: null };
const unusable: DutumOffer[] = [
  { name: '봄날 두툼포인트', balance: 3_000, usable: false, minAmount: 50_000, reason: 'below-min-amount' },
  { name: '커피 두툼포인트', balance: 1_200, usable: false, minAmount: 0, reason: 'other-product' },
];

const has = (ocbPoint: number, dutumPoints: DutumOffer[] = [], canCharge = false) => ({
  step: 'points' as const,
  ocbPoint,
  dutumPoints,
  canCharge,
});
/** The points screen as it comes, and when it takes orders to spend. */
const coming = (available: ReturnType<typeof has>) => follow(pinSent, answered('verifyPin', available));
/** The points of a shopper, at a payment of 30,000 won. */
const points = (available: ReturnType<typeof has>) => follow(coming(available), settled);

const plain = points(has(52_000));
const both = points(has(52_000, [usable, ...unusable]));
const charging = points(has(12_000, [], true));
const chosen = follow(plain, { type: 'AMOUNT_CHOSEN', amount: '10000' }, settled);
const split: Event = { type: 'SPLIT_CHOSEN', value: true };
const charge: Event = { type: 'CHARGE_CHOSEN', value: true };
const sent = follow(chosen, { type: 'SUBMITTED' });

export const POINTS = {
  plain,
  both,
  coming: coming(has(52_000)),
  split: follow(both, split, settled),
  'only-unusable': points(has(0, unusable)),
  chosen,
  empty: follow(plain, { type: 'AMOUNT_CHOSEN', amount: '' }, { type: 'SUBMITTED' }),
  'over-amount': follow(plain, ...typed({ amount: '40000' }), settled),
  'over-balance': follow(points(has(12_000)), ...typed({ amount: '20000' }), settled),
  'split-over-balance': follow(both, split, ...typed({ dutumPoint: '6000' }), settled),
  charging,
  short: follow(charging, ...typed({ amount: '20000' }), { type: 'SUBMITTED' }),
  charged: follow(charging, charge, settled),
  'split-charged': follow(points(has(12_000, [usable], true)), split, charge, settled),
  nothing: points(has(0)),
  'without-amount': opened(has(52_000), { mctAmount: 0 }),
  rich: points(has(123_456_789, [usable])),
  busy: sent,
  slow: follow(sent, slow),
  lost: follow(sent, lost('network')),
  'balance-changed': follow(sent, refused('4016', { step: has(8_000) })),
  'payco-refused': follow(charging, charge, { type: 'SUBMITTED' }, refused('4074')),
};

export const DONE = {
  plain: follow(
    sent,
    answered('authorize', { ocbUseTrAuthToken: 'token', mctAmount: 30_000, dutumPoint: 0, usePoint: 10_000 }),
  ),
};
