import { describe, expect, it } from 'vitest';
import { configFrom } from '../../server/config';

describe('the settings', () => {
  it('suit a developer’s machine when nothing is set', () => {
    expect(configFrom({})).toMatchObject({
      port: 4000,
      dataDir: '.data/ocb',
      databaseUrl: undefined,
      shopOrigins: [],
      logLevel: 'info',
    });
  });

  it('let one shopper make four calls a second, and one machine as many as a test suite needs', () => {
    expect(configFrom({})).toMatchObject({ callsPerSession: 240, callsPerAddress: 6000 });
    expect(configFrom({ OCB_CALLS_PER_SESSION: '3', OCB_CALLS_PER_ADDRESS: '9' })).toMatchObject({
      callsPerSession: 3,
      callsPerAddress: 9,
    });
  });

  it('take origins with commas between them', () => {
    const { shopOrigins } = configFrom({ SHOP_ORIGINS: ' http://localhost:4001,https://shop.example , ' });
    expect(shopOrigins).toEqual(['http://localhost:4001', 'https://shop.example']);
  });

  it.each([
    'http://localhost:4001/',
    'localhost:4001',
    'shop.example',
    'HTTP://shop.example',
    'https://shop.example:443',
    'null',
  ])('refuse what no browser says for an origin, and name it: %s', (origin) => {
    expect(() => configFrom({ SHOP_ORIGINS: `http://localhost:1,${origin}` })).toThrow(
      `SHOP_ORIGINS must be origins like http://localhost:4001 with commas between them, got "${origin}"`,
    );
  });

  it.each(['4000a', '-1', '1.5'])('refuse a port that is none: %s', (port) => {
    expect(() => configFrom({ OCB_PORT: port })).toThrow(`OCB_PORT must be a whole number, got "${port}"`);
  });
});
