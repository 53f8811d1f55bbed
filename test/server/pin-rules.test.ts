import { describe, expect, it } from 'vitest';
import { pinRuleBroken } from '../../server/services/front/pin-rules';

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
