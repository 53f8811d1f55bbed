import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import { MERCHANT_API, MERCHANT_CALLS } from '../../contract/merchant-api';
import { encrypt } from '../../merchant/client';
import { addFault } from '../../server/sandbox/faults';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { freshSandbox, ocb } from './fresh-sandbox';
import { call, post, TOKEN, tokenRequest } from './merchant-requests';

freshSandbox();

const USE = '/payui/api/pay/use/v1.0/point';
const URLS = Object.values(MERCHANT_CALLS).map(({ path }) => MERCHANT_API + path);
const [haru, dalbit] = MERCHANTS;
const { nxMctNo, nxMctCorpNo } = haru;

describe('the caller', () => {
  it.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['a wrong key', 'Basic d3Jvbmc6d3Jvbmc='],
    ['another scheme', `Bearer ${haru.basicAuth}`],
    ['a key cut short', `Basic ${haru.basicAuth.slice(0, -1)}`],
  ])('gets 403 in plain JSON for %s, because there is no key to encrypt with', async (_what, authorization) => {
    const response = await post(encrypt(JSON.stringify(tokenRequest), haru), { authorization });
    expect(response.statusCode).toBe(403);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual({
      errorObject: {
        errorCode: '1000',
        errorMessage: ERRORS['1000'].ko,
        errorDetailMessage: 'Authorization is missing or wrong',
      },
    });
  });

  it.each(['nxMctNo', 'nxMctCorpNo'] as const)('must name its own %s', async (field) => {
    const { status, errorObject } = await call({ ...tokenRequest, [field]: dalbit[field] });
    expect([status, errorObject.errorCode, errorObject.errorDetailMessage]).toEqual([
      403,
      '1000',
      `${field} is not the calling merchant's`,
    ]);
  });

  it.each(URLS)('must POST to %s', async (url) => {
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const response = await post('', { url, method });
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
      expect(response.json().errorObject.errorCode).toBe('1000');
    }
  });
});

describe('the fields', () => {
  it.each<[string, object, string]>([
    ['a missing one', { nxMctNo, nxMctCorpNo }, 'mctAmount is missing'],
    ['a misnamed one', { nxMctNo, nxMctCorpNo, mctamount: 1 }, 'mctAmount is missing'],
    ['a number as text', { ...tokenRequest, mctAmount: '40000' }, 'mctAmount must be integer'],
    ['half a won', { ...tokenRequest, mctAmount: 0.5 }, 'mctAmount must be integer'],
    ['a negative amount', { ...tokenRequest, mctAmount: -1 }, 'mctAmount must be >= 0'],
    [
      'too long by one character',
      { ...tokenRequest, nxMctNo: '가'.repeat(16) },
      'nxMctNo must not have more than 15 characters',
    ],
    [
      'a nested one',
      { ...tokenRequest, eventInfo: { promotionCode: 'A'.repeat(12) } },
      'eventInfo.promotionCode must not',
    ],
    ['a list', { ...tokenRequest, nxMctNo: [nxMctNo] }, 'nxMctNo must be string'],
  ])('is refused (400/1000) and named: %s', async (_what, body, detail) => {
    const { status, errorObject } = await call(body);
    expect([status, errorObject.errorCode]).toEqual([400, '1000']);
    expect(errorObject.errorDetailMessage).toContain(detail);
  });

  it('are measured in characters: 15 Hangul syllables fit', async () => {
    const { status, errorObject } = await call({ ...tokenRequest, nxMctNo: '가'.repeat(15) });
    expect([status, errorObject.errorDetailMessage]).toEqual([403, "nxMctNo is not the calling merchant's"]);
  });

  it.each<[string, object]>([
    ['unknown ones', { ...tokenRequest, __proto__: null, extra: { deep: [1] } }],
    [
      'eventinfo',
      { ...tokenRequest, eventinfo: { promotionCode: 'COFFEE2026', eventPrctVolume: 1, eventPrctAmout: 17_000 } },
    ],
    ['eventInfo', { ...tokenRequest, eventInfo: { promotionCode: 'COFFEE2026' } }],
    ['no userAuthToken', { ...tokenRequest, userAuthToken: null }],
    ['an amount of 0', { ...tokenRequest, mctAmount: 0 }],
  ])('%s are accepted', async (_what, body) => {
    expect((await call(body)).status).toBe(200);
  });
});

describe('a call', () => {
  it('is refused for a field of the wrong size, which it names', async () => {
    const { status, errorObject } = await call({ mctTransactionId: 'i'.repeat(129), ocbUseTrAuthToken: 'x' }, USE);
    expect([status, errorObject.errorCode]).toEqual([400, '1000']);
    expect(errorObject.errorDetailMessage).toContain('mctTransactionId');
  });

  it.each([
    ['issueToken', TOKEN, tokenRequest],
    ['use', USE, { mctTransactionId: 'f', ocbUseTrAuthToken: 'x' }],
  ])('is subject to the faults of %s', async (name, url, body) => {
    await addFault(ocb.context, { call: name, errorCode: '9000', times: 1 });
    expect(await call(body, url)).toMatchObject({ status: 500, errorObject: { errorCode: '9000' } });
    await addFault(ocb.context, { call: name, drop: true, times: 1 });
    const dropped = fetch(ocb.url + url, {
      method: 'POST',
      headers: { authorization: `Basic ${haru.basicAuth}`, 'content-type': 'text/plain' },
      body: encrypt(JSON.stringify(body), haru),
    });
    await expect(dropped).rejects.toThrow('fetch failed');
  });

  it('leaves no secret in the log', async () => {
    const text = ocb.lines.join('\n');
    expect(text).toContain(TOKEN);
    for (const secret of [haru.basicAuth, haru.aesKey, 'ocbUseTrAuthToken":"', 'merchantTrToken":"']) {
      expect(text).not.toContain(secret);
    }
  });
});
