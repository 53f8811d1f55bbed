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

  it.each([
    ['OCB_CONNECTIONS', '0', 'OCB_CONNECTIONS must be >= 1, got "0"'],
    ['OCB_HEADERS_MAY_TAKE_MS', '10001', 'OCB_HEADERS_MAY_TAKE_MS must be at most OCB_REQUEST_MAY_TAKE_MS'],
    ['OCB_FRONT_ORIGIN', 'front.example', 'OCB_FRONT_ORIGIN must be like https://front.example, got "front.example"'],
    ['OCB_PROXIES', 'nginx', 'OCB_PROXIES must be like loopback, 10.0.0.0/8, got "nginx"'],
  ])('reject and name what no server could work with: %s=%s', (variable, value, why) => {
    expect(() => configFrom({ [variable]: value })).toThrow(why);
  });

  it.each(['loopback', '10.0.0.0/8, ::1', '192.168.0.1,fd00::/8'])('accept addresses of proxies: %s', (proxies) => {
    expect(configFrom({ OCB_PROXIES: proxies })).toMatchObject({ proxies });
  });
});
