import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { configFrom } from '../../server/config';
import { hashSecret, isSecret } from '../../server/services/secrets';

const asConfigured = { random: randomBytes, config: configFrom({}) };
const cheap = { ...asConfigured, config: { ...asConfigured.config, scryptLog2N: 4 } };

describe('a hashed secret', () => {
  it('costs a guess 16 MiB unless configured otherwise', async () => {
    const hash = await hashSecret(asConfigured, '246813');
    expect(hash).toMatch(/^scrypt\$14\$/);
    expect(await isSecret(asConfigured, '246813', hash)).toBe(true);
    expect(await isSecret(asConfigured, '246814', hash)).toBe(false);
  });

  it('is checked with the cost that it contains', async () => {
    const hash = await hashSecret(cheap, '246813');
    expect(hash).toMatch(/^scrypt\$4\$/);
    expect(await isSecret(asConfigured, '246813', hash)).toBe(true);
  });

  it('differs each time, because of its salt', async () => {
    expect(await hashSecret(cheap, '246813')).not.toBe(await hashSecret(cheap, '246813'));
  });

  it.each([null, undefined])('matches nothing if it is missing (%s)', async (hash) => {
    expect(await isSecret(cheap, '', hash)).toBe(false);
  });
});
