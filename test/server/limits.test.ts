import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { FRONT_API } from '../../contract/front-api';
import { MERCHANT_API, MERCHANT_CALLS } from '../../contract/merchant-api';
import { decrypt, encrypt } from '../../merchant/client';
import { buildApp } from '../../server/app';
import type { Config } from '../../server/config';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const PROXY = '10.0.0.1';

/** Runs an app without the sandbox's own routes, which answer nothing that came through a proxy. */
async function withApp(settings: Partial<Config>, use: (app: FastifyInstance) => Promise<void>): Promise<void> {
  const app = await buildApp({ ...ocb.context, config: { ...ocb.context.config, ...settings } });
  try {
    await use(app);
  } finally {
    await app.close();
  }
}

/** Calls as the popup of a shopper behind the proxy, and returns the status. */
async function fromBehind(app: FastifyInstance, address: string): Promise<number> {
  const response = await app.inject({
    method: 'POST',
    url: `${FRONT_API}/restart`,
    payload: { session: 'a'.repeat(43) },
    headers: { 'x-forwarded-for': address },
    remoteAddress: PROXY,
  });
  return response.statusCode;
}

const UNKNOWN_SESSION = 403;

describe('the limit by address', () => {
  it('is that of the shopper behind a trusted proxy', () =>
    withApp({ callsPerAddress: 2, proxies: 'loopback, 10.0.0.0/8' }, async (app) => {
      const statuses: number[] = [];
      for (const address of ['1.1.1.1', '1.1.1.1', '1.1.1.1', '2.2.2.2', '9.9.9.9, 1.1.1.1']) {
        statuses.push(await fromBehind(app, address));
      }
      expect(statuses).toEqual([UNKNOWN_SESSION, UNKNOWN_SESSION, 429, UNKNOWN_SESSION, 429]);
    }));

  it('takes nobody else’s word for an address', () =>
    withApp({ callsPerAddress: 2 }, async (app) => {
      const statuses: number[] = [];
      for (const address of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) statuses.push(await fromBehind(app, address));
      expect(statuses).toEqual([UNKNOWN_SESSION, UNKNOWN_SESSION, 429]);
    }));

  it('holds for script and popup, each answered in its form', () =>
    withApp({ callsPerAddress: 1 }, async (app) => {
      await app.inject('/js/okcashbagapi.js');
      const script = await app.inject('/js/okcashbagapi.js');
      expect([script.statusCode, script.headers['retry-after']]).toEqual([429, expect.any(String)]);
      const popup = await app.inject('/popup/x/ko.html');
      expect([popup.statusCode, popup.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    }));

  it('holds for callers of the merchant API that nobody knows, with 500 and 9000', () =>
    withApp({ callsPerAddress: 1 }, async (app) => {
      const call = () => app.inject({ method: 'POST', url: MERCHANT_API + MERCHANT_CALLS.use.path });
      expect((await call()).statusCode).toBe(403);
      const refused = await call();
      expect([refused.statusCode, refused.json().errorObject.errorCode]).toEqual([500, '9000']);
    }));
});

describe('the limit by merchant', () => {
  it('is said in the merchant’s envelope, with 500 and 9000, and is its own', () =>
    withApp({ callsPerMerchant: 2 }, async (app) => {
      const call = async (nth: number) => {
        const keys = MERCHANTS[nth] as (typeof MERCHANTS)[number];
        const { nxMctNo, nxMctCorpNo, basicAuth } = keys;
        const response = await app.inject({
          method: 'POST',
          url: MERCHANT_API + MERCHANT_CALLS.issueToken.path,
          headers: { authorization: `Basic ${basicAuth}`, 'content-type': 'text/plain' },
          payload: encrypt(JSON.stringify({ nxMctNo, nxMctCorpNo, mctAmount: 1_000 }), keys),
        });
        const { errorObject } = JSON.parse(decrypt(response.body, keys));
        return [response.statusCode, errorObject?.errorCode ?? 'ok', response.headers['retry-after'] !== undefined];
      };
      expect([await call(0), await call(0)]).toEqual([
        [200, 'ok', false],
        [200, 'ok', false],
      ]);
      expect(await call(0)).toEqual([500, '9000', true]);
      expect(await call(1)).toEqual([200, 'ok', false]);
    }));
});
