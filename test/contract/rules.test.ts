import { describe, expect, it } from 'vitest';
import { choiceRefused, mostUsable, pinRuleBroken } from '../../contract/rules';

describe('pinRuleBroken', () => {
  const personal = ['900101', '01010000001'];
  it.each([
    ['111934', 'repeated'],
    ['193444', 'repeated'],
    ['123958', 'consecutive'],
    ['958321', 'consecutive'],
    ['890258', undefined],
    ['290127', 'consecutive'],
    ['590010', 'personal'],
    ['729001', 'personal'],
    ['190058', undefined],
    ['180001', 'repeated'],
    ['152947', undefined],
  ])('%s → %s', (pin, expected) => {
    expect(pinRuleBroken(pin, personal)).toBe(expected);
  });

  it('allows any digits without personal data', () => {
    expect(pinRuleBroken('729001')).toBeUndefined();
  });
});

describe('choiceRefused', () => {
  const available = { mctAmount: 30_000, ocbPoint: 20_000, dutumPoint: 3_000, canCharge: false };
  const rich = { mctAmount: 0, ocbPoint: 2_000_000, dutumPoint: 400_000, canCharge: false };
  const payco = { ...available, canCharge: true };
  const choose = (ocbPoint: number, dutumPoint: number, chargePoint = 0) => ({ ocbPoint, dutumPoint, chargePoint });
  it.each([
    ['the most of everything', undefined, available, choose(20_000, 3_000)],
    ['exactly the amount', undefined, payco, choose(27_000, 3_000, 7_000)],
    ['one over the amount', '1000 ocbPoint over-amount', payco, choose(27_001, 3_000, 7_001)],
    ['exactly the limit', undefined, rich, choose(500_000, 0)],
    ['one over the limit', '4061 ocbPoint over-limit', rich, choose(499_999, 2)],
    ['nothing', '1000 ocbPoint empty', available, choose(0, 0)],
    ['too few OCB points', '4016 ocbPoint short-ocb', available, choose(20_001, 0)],
    ['too few 두툼 points', '4018 dutumPoint short-dutum', available, choose(0, 3_001)],
    ['a charge without PAYCO', '4016 ocbPoint short-ocb', available, choose(20_001, 0, 1)],
    ['a charge of what is short', undefined, payco, choose(20_001, 0, 1)],
    ['a charge of more than is short', '4016 ocbPoint short-ocb', payco, choose(20_001, 0, 2)],
    ['a charge though nothing is short', '1000 ocbPoint not-a-number', payco, choose(10, 0, 5)],
    ['half an OCB point', '1000 ocbPoint not-a-number', available, choose(0.5, 0)],
    ['what is no number', '1000 ocbPoint not-a-number', available, choose(Number('x'), 0)],
    ['less than no 두툼 point', '1000 dutumPoint not-a-number', available, choose(10, -1)],
  ])('%s → %s', (_title, expected, limits, choice) => {
    const refused = choiceRefused(limits, choice);
    expect(refused && `${refused.code} ${refused.field} ${refused.reason}`).toBe(expected);
  });
});

describe('mostUsable', () => {
  const member = { mctAmount: 30_000, ocbPoint: 20_000, dutumPoint: 3_000, canCharge: true };
  it.each([
    ['takes all points where the amount is larger', {}, { ocbPoint: 20_000, dutumPoint: 3_000 }],
    ['takes 두툼 points first, up to the amount', { mctAmount: 10_000 }, { ocbPoint: 7_000, dutumPoint: 3_000 }],
    ['takes no OCB points where 두툼 points pay it all', { mctAmount: 2_000 }, { ocbPoint: 0, dutumPoint: 2_000 }],
    ['stops at the limit of one payment', { mctAmount: 2e6, ocbPoint: 1e6 }, { ocbPoint: 497_000, dutumPoint: 3_000 }],
    ['takes an amount of 0 for no amount', { mctAmount: 0, ocbPoint: 1e6 }, { ocbPoint: 497_000, dutumPoint: 3_000 }],
  ])('%s', (_title, change, expected) => {
    const limits = { ...member, ...change };
    expect(mostUsable(limits)).toEqual({ ...expected, chargePoint: 0 });
    expect(choiceRefused(limits, mostUsable(limits))).toBeUndefined();
  });
});
