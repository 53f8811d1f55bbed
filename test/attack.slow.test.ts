import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS } from '../attack/attacks';
import { carryOut } from '../attack/carry-out';
import { type House, hasAddresses, startHouse } from '../attack/house';

/** `npm run attack` in short: each attack once, or for a second. */
describe.runIf(hasAddresses)('a sandbox under attack', () => {
  let house: House;
  beforeAll(async () => {
    house = await startHouse();
  }, 120_000);
  afterAll(() => house?.close());

  it.each(ATTACKS.map((attack, number) => ({ ...attack, number })))(
    'holds: $name',
    async (attack) => {
      const { gained, honest } = await carryOut(attack, house, { ms: 1_000, seed: 1, number: attack.number });
      expect({ gained, troubles: honest.troubles }).toEqual({ gained: [], troubles: [] });
      expect(honest.payments).toBeGreaterThan(0);
    },
    120_000,
  );
});
