import { describe, expect, it } from 'vitest';
import { configFrom } from '../../server/config';

describe('the settings', () => {
  it('suit a developer’s machine by default', () => {
    expect(configFrom({})).toMatchObject({
      port: 4000,
      dataDir: '.data/ocb',
      databaseUrl: undefined,
      shopOrigins: [],
      logLevel: 'info',
    });
  });

  it('allow four calls a second per session, and enough per address for those behind a carrier’s', () => {
    expect(configFrom({})).toMatchObject({ callsPerSession: 240, callsPerAddress: 30_000 });
    expect(configFrom({ OCB_CALLS_PER_SESSION: '3', OCB_CALLS_PER_ADDRESS: '9' })).toMatchObject({
      callsPerSession: 3,
      callsPerAddress: 9,
    });
  });

  it('accept comma-separated origins', () => {
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
  ])('reject and name an origin that no browser sends: %s', (origin) => {
    expect(() => configFrom({ SHOP_ORIGINS: `http://localhost:1,${origin}` })).toThrow(
      `SHOP_ORIGINS must be origins like http://localhost:4001 with commas between them, got "${origin}"`,
    );
  });

  it.each(['4000a', '-1', '1.5'])('reject an invalid port: %s', (port) => {
    expect(() => configFrom({ OCB_PORT: port })).toThrow(`OCB_PORT must be a whole number, got "${port}"`);
  });
});
