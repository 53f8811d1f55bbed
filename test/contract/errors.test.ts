import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';

const rows = Object.entries(ERRORS);

describe('the error table', () => {
  it('has exactly the codes of the specification', () => {
    const family = (first: number, last: number) =>
      rows.map(([code]) => Number(code)).filter((code) => code >= first && code <= last);
    expect(family(1000, 2999)).toEqual([
      1000, 2000, 2001, 2002, 2100, 2200, 2201, 2202, 2203, 2300, 2301, 2302, 2400, 2401, 2402, 2500, 2501, 2502, 2503,
      2504, 2505,
    ]);
    expect(family(3000, 4049)).toEqual([
      3030, 3031, 3039, 3040, 4000, 4001, 4016, 4017, 4018, 4026, 4040, 4043, 4044, 4045, 4046, 4047, 4048,
    ]);
    expect(family(4050, 9999)).toEqual([
      4054, 4055, 4056, 4057, 4058, 4061, 4062, 4072, 4074, 4075, 4076, 4077, 4078, 4079, 4080, 4081, 4082, 5000, 9000,
      9999,
    ]);
  });

  it.each(rows)('%s fits the wire in both languages', (_code, { ko, en }) => {
    expect(ko.length).toBeGreaterThan(0);
    expect(en).toMatch(/^[A-Z].*\.$/);
    expect(ko.length).toBeLessThanOrEqual(128);
    expect(en.length).toBeLessThanOrEqual(128);
  });
});
