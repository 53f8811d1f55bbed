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

  it('allows every digit of personal data where none is given', () => {
    expect(pinRuleBroken('729001')).toBeUndefined();
  });
});

describe('choiceRefused', () => {
  const available = { mctAmount: 30_000, ocbPoint: 20_000, dutumPoint: 3_000, canCharge: false };
  const rich = { mctAmount: 0, ocbPoint: 2_000_000, dutumPoint: 400_000, canCharge: false };
  const payco = { ...available, canCharge: true };
  it.each([
    ['within everything', available, { ocbPoint: 20_000, dutumPoint: 3_000, chargePoint: 0 }, undefined],
    ['nothing', available, { ocbPoint: 0, dutumPoint: 0, chargePoint: 0 }, '1000 empty'],
    ['short of OCB points', available, { ocbPoint: 20_001, dutumPoint: 0, chargePoint: 0 }, '4016 short-ocb'],
    ['charging without PAYCO', available, { ocbPoint: 20_001, dutumPoint: 0, chargePoint: 1 }, '4016 short-ocb'],
    ['charging with PAYCO', payco, { ocbPoint: 20_001, dutumPoint: 0, chargePoint: 1 }, undefined],
    ['charging more than is short', payco, { ocbPoint: 20_001, dutumPoint: 0, chargePoint: 2 }, '4016 short-ocb'],
    ['charging though nothing is short', payco, { ocbPoint: 10, dutumPoint: 0, chargePoint: 5 }, '1000 not-a-number'],
    ['short of 두툼 points', available, { ocbPoint: 0, dutumPoint: 3_001, chargePoint: 0 }, '4018 short-dutum'],
    ['over the amount', payco, { ocbPoint: 27_001, dutumPoint: 3_000, chargePoint: 7_001 }, '1000 over-amount'],
    ['exactly the limit', rich, { ocbPoint: 500_000, dutumPoint: 0, chargePoint: 0 }, undefined],
    ['one over the limit', rich, { ocbPoint: 499_999, dutumPoint: 2, chargePoint: 0 }, '4061 over-limit'],
    ['half a point', available, { ocbPoint: 0.5, dutumPoint: 0, chargePoint: 0 }, '1000 not-a-number'],
    ['less than nothing', available, { ocbPoint: 10, dutumPoint: -1, chargePoint: 0 }, '1000 not-a-number'],
  ])('%s', (_name, limits, choice, expected) => {
    const refused = choiceRefused(limits, choice);
    expect(refused && `${refused.code} ${refused.reason}`).toBe(expected);
  });

  it('never refuses what it proposes', () => {
    for (const limits of [available, rich, payco]) expect(choiceRefused(limits, mostUsable(limits))).toBeUndefined();
  });
});
