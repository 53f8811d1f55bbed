import { describe, expect, it } from 'vitest';
import { mostUsable } from '../../contract/rules';
import { choiceRefused } from '../../server/services/front/choice-rules';

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
