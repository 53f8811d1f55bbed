import { describe, expect, it } from 'vitest';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { dutumReason, takeDutum } from '../../server/services/front/points';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');
const NOTHING = { ocbPoint: 0, dutumPoint: 0, chargePoint: 0 };

describe('the offer', () => {
  const plain = { minAmount: 0, promotionCode: null, minVolume: 1 };
  const two = { ...plain, promotionCode: 'A', minVolume: 2 };
  it.each([
    ['no condition', plain, { mctAmount: 1 }, null],
    ['a threshold that is met', { ...plain, minAmount: 30_000 }, { mctAmount: 30_000 }, null],
    ['a threshold that is not', { ...plain, minAmount: 30_000 }, { mctAmount: 29_999 }, 'below-min-amount'],
    ['a threshold and an amount of 0', { ...plain, minAmount: 30_000 }, { mctAmount: 0 }, null],
    ['its product', { ...plain, promotionCode: 'A' }, { mctAmount: 1, promotionCode: 'A' }, null],
    ['another product', { ...plain, promotionCode: 'A' }, { mctAmount: 1, promotionCode: 'B' }, 'other-product'],
    ['no product', { ...plain, promotionCode: 'A' }, { mctAmount: 1 }, 'other-product'],
    ['a product, a threshold and an amount of 0', { ...two, minAmount: 1 }, { mctAmount: 0 }, null],
    [
      'too little of its product',
      { ...plain, minAmount: 500, promotionCode: 'A' },
      { mctAmount: 9000, promotionCode: 'A', promotedAmount: 499 },
      'below-min-amount',
    ],
    [
      'enough of its product',
      { ...two, minAmount: 500 },
      { mctAmount: 9000, promotionCode: 'A', promotedVolume: 2, promotedAmount: 500 },
      null,
    ],
    ['too few of its product', two, { mctAmount: 9000, promotionCode: 'A', promotedVolume: 1 }, 'below-min-volume'],
    ['its product, nobody says how many', two, { mctAmount: 9000, promotionCode: 'A' }, 'below-min-volume'],
    [
      'none of its product',
      { ...two, minVolume: 1 },
      { mctAmount: 1, promotionCode: 'A', promotedVolume: 0 },
      'below-min-volume',
    ],
  ])('applies the rules for dutum points with %s', (_what, points, purchase, reason) => {
    const nothing = { promotionCode: null, promotedVolume: null, promotedAmount: null };
    expect(dutumReason(points, { ...nothing, ...purchase })).toBe(reason);
  });

  it('shows only the merchant’s own dutum points, and why some cannot be used', async () => {
    const { points } = await ocb.atPoints(first, { mctAmount: 20_000 });
    expect(points).toEqual({
      step: 'points',
      ocbPoint: 50_000,
      canCharge: true,
      dutumPoints: [
        { name: '하루상점 두툼', balance: 5_000, usable: true, minAmount: 0, reason: null },
        { name: '3만원 이상 두툼', balance: 3_000, usable: false, minAmount: 30_000, reason: 'below-min-amount' },
        { name: '원두 행사 두툼', balance: 2_000, usable: false, minAmount: 0, reason: 'other-product' },
      ],
    });
  });

  it.each([
    ['no product', {}, ['other-product', 'other-product']],
    ['another promotion', { eventInfo: { promotionCode: 'TEA2026' } }, ['other-product', 'other-product']],
    ['beans', { eventInfo: { promotionCode: 'COFFEE2026' } }, [null, 'other-product']],
    [
      'one dripper',
      { eventInfo: { promotionCode: 'DRIPPER2026', eventPrctVolume: 1, eventPrctAmout: 30_000 } },
      ['other-product', 'below-min-volume'],
    ],
    [
      'two cheap drippers',
      { eventInfo: { promotionCode: 'DRIPPER2026', eventPrctVolume: 2, eventPrctAmout: 29_999 } },
      ['other-product', 'below-min-amount'],
    ],
    [
      'two drippers',
      { eventInfo: { promotionCode: 'DRIPPER2026', eventPrctVolume: 2, eventPrctAmout: 30_000 } },
      ['other-product', null],
    ],
    [
      'two drippers, in the spelling of the tables',
      { eventinfo: { promotionCode: 'DRIPPER2026', eventPrctVolume: 2 } },
      ['other-product', null],
    ],
    ['an amount of 0', { mctAmount: 0 }, [null, null]],
  ])('offers product-level points by the products bought: %s', async (_what, fields, reasons) => {
    const { nxMctNo, nxMctCorpNo } = MERCHANTS[0];
    const request = { nxMctNo, nxMctCorpNo, mctAmount: 50_000, ...fields };
    const { ok } = await ocb.asMerchant('issueToken', request);
    const { points, session } = await ocb.atPoints(member('product-dutum'), { mctTrToken: ok.merchantTrToken });
    expect(points.dutumPoints.map((dutum) => dutum.reason)).toEqual(reasons);
    const sum = points.dutumPoints.reduce((total, { usable, balance }) => total + (usable ? balance : 0), 0);
    const choice = (dutumPoint: number) => ({ session, ...NOTHING, dutumPoint });
    expect((await ocb.front('authorize', choice(sum + 1))).code).toBe('4018');
    if (sum > 0) expect((await ocb.front('authorize', choice(sum))).code).toBe('ok');
  });

  it('uses dutum points in order', () => {
    const owned = [1, 2, 3].map((id) => ({ ...plain, accountId: `dutum:1:${id}`, name: '', balance: id * 10 }));
    expect(takeDutum(owned, 35)).toEqual([
      { accountId: 'dutum:1:1', points: 10 },
      { accountId: 'dutum:1:2', points: 20 },
      { accountId: 'dutum:1:3', points: 5 },
    ]);
    expect(takeDutum(owned, 0)).toEqual([]);
  });
});
