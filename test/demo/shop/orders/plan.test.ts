import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Basis, type Paid, planCancel } from '../../../../demo/shop/orders/plan';

const LINES = [
  { sku: 'apron', amount: 38_000 },
  { sku: 'dripper', amount: 24_000 },
  { sku: 'beans', amount: 17_000 },
];
const ALL = LINES.map(({ sku }) => sku);
const basis = (paid: Paid, shippingFee = 0): Basis => ({ lines: LINES, shippingFee, paid });
const paid = (ocbPoint: number, dutumPoint: number, other: number): Paid => ({ ocbPoint, dutumPoint, other });
const CANCEL = { kind: 'CANCEL' };
const part = (mctAmount: number, useOcbPoint: number) => ({ kind: 'PART', mctAmount, useOcbPoint });

describe('a plan', () => {
  it.each<[string, Basis, string[], object]>([
    [
      'gives money back first, and uses the same points again',
      basis(paid(4_000, 0, 75_000)),
      ['beans'],
      {
        mctAmount: 62_000,
        steps: [CANCEL, part(62_000, 4_000)],
        back: paid(0, 0, 17_000),
        stays: paid(4_000, 0, 58_000),
      },
    ],
    [
      'gives 두툼 points back whole, whatever is taken out, and so less money',
      basis(paid(4_000, 1_000, 74_000)),
      ['beans'],
      { steps: [CANCEL, part(62_000, 4_000)], back: paid(0, 1_000, 16_000), stays: paid(4_000, 0, 58_000) },
    ],
    [
      'gives points back once all the money is back',
      basis(paid(70_000, 0, 9_000)),
      ['beans'],
      { steps: [CANCEL, part(62_000, 62_000)], back: paid(8_000, 0, 9_000), stays: paid(62_000, 0, 0) },
    ],
    [
      'uses nothing again where only 두툼 points were used',
      basis(paid(0, 5_000, 74_000)),
      ['apron'],
      { steps: [CANCEL], back: paid(0, 5_000, 33_000), stays: paid(0, 0, 41_000) },
    ],
    [
      'asks OCB nothing where no points were used',
      basis(paid(0, 0, 79_000)),
      ['apron', 'beans'],
      { mctAmount: 24_000, steps: [], back: paid(0, 0, 55_000), stays: paid(0, 0, 24_000) },
    ],
    [
      'keeps the shipping fee as long as anything is shipped',
      basis(paid(80_000, 0, 2_500), 3_500),
      ['beans'],
      { mctAmount: 65_500, steps: [CANCEL, part(65_500, 65_500)], back: paid(14_500, 0, 2_500) },
    ],
    [
      'gives everything back, shipping too, with the last line',
      basis(paid(80_000, 0, 2_500), 3_500),
      ALL,
      { mctAmount: 0, steps: [CANCEL], back: paid(80_000, 0, 2_500), stays: paid(0, 0, 0) },
    ],
    [
      'takes nothing out when no line of the order is named',
      basis(paid(4_000, 0, 75_000)),
      ['gold'],
      { skus: [], mctAmount: 79_000 },
    ],
  ])('%s', (_what, from, skus, expected) => {
    expect(planCancel(from, skus)).toMatchObject(expected);
  });

  it.each<[string, Paid, string[], number]>([
    ['less goes than the 두툼 points that have to come back', paid(59_000, 20_000, 0), ['beans'], 3_000],
    ['nothing but 두툼 points paid', paid(0, 79_000, 0), ['apron'], 41_000],
  ])('is short where %s', (_what, how, skus, shortBy) => {
    expect(planCancel(basis(how), skus)).toEqual({ shortBy });
  });

  it('neither creates nor loses a won, and charges no payment method more than it paid', () => {
    const point = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(
        fc.subarray(ALL, { minLength: 1 }),
        point,
        point,
        fc.constantFrom(0, 3_500),
        (skus, ocb, dutum, fee) => {
          const before = paid(ocb, Math.min(dutum, 39_000), 79_000 + fee - ocb - Math.min(dutum, 39_000));
          const plan = planCancel(basis(before, fee), skus);
          if ('shortBy' in plan) return plan.shortBy > 0;
          const { back, stays, mctAmount } = plan;
          const isSplit = (['ocbPoint', 'dutumPoint', 'other'] as const).every(
            (method) => back[method] >= 0 && stays[method] >= 0 && back[method] + stays[method] === before[method],
          );
          return isSplit && stays.ocbPoint + stays.dutumPoint + stays.other === mctAmount;
        },
      ),
    );
  });
});
