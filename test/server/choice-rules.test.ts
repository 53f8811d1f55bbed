import { describe, expect, it } from 'vitest';
import { choiceRefused } from '../../server/services/front/choice-rules';

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
