import buffer from 'node:buffer';
import { createCipheriv, randomBytes } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import { ERRORS } from '../../contract/errors';
import { MERCHANT_API, MERCHANT_CALLS } from '../../contract/merchant-api';
import { decrypt, encrypt } from '../../merchant/client';
import { addFault } from '../../server/sandbox/faults';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const TOKEN = '/payui/api/auth/merchant/v1.0/token';
const USE = '/payui/api/pay/use/v1.0/point';
const URLS = Object.values(MERCHANT_CALLS).map(({ path }) => MERCHANT_API + path);
const [haru, dalbit] = MERCHANTS;
const { nxMctNo, nxMctCorpNo } = haru;
/** Encrypts arbitrary bytes, including invalid JSON. */
function sealedBytes(bytes: Buffer): string {
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(haru.aesKey, 'hex'), Buffer.from(haru.aesIv, 'hex'));
  return Buffer.concat([cipher.update(bytes), cipher.final()]).toString('base64');
}

const request = { nxMctNo, nxMctCorpNo, mctAmount: 40_000 };

interface Sent {
  url?: string;
  method?: 'POST' | 'GET' | 'PUT' | 'DELETE';
  authorization?: string | undefined;
  contentType?: string;
}

/** Sends any body and returns the raw response. */
const post = (payload: string | Buffer, sent: Sent = {}) =>
  ocb.app.inject({
    method: sent.method ?? 'POST',
    url: sent.url ?? TOKEN,
    headers: {
      ...('authorization' in sent && sent.authorization === undefined
        ? {}
        : { authorization: sent.authorization ?? `Basic ${haru.basicAuth}` }),
      accept: 'text/plain',
      'content-type': sent.contentType ?? 'text/plain',
    },
    payload,
  });

/** Makes a call in the envelope; returns the status and the decrypted response. */
async function call(body: unknown, url = TOKEN) {
  const response = await post(encrypt(JSON.stringify(body), haru), { url });
  return {
    status: response.statusCode,
    type: response.headers['content-type'],
    ...JSON.parse(decrypt(response.body, haru)),
  };
}

describe('the envelope', () => {
  it('contains request and response', async () => {
    const { status, type, merchantTrToken, errorObject } = await call(request);
    expect({ status, type, errorObject }).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
      errorObject: null,
    });
    expect(merchantTrToken).toMatch(/^[A-Za-z0-9_-]{128}$/);
  });

  it('may contain line breaks, as from openssl and Java', async () => {
    const wrapped = encrypt(JSON.stringify(request), haru).replace(/.{64}/g, '$&\r\n');
    expect((await post(`${wrapped}\n`)).statusCode).toBe(200);
  });

  const sealed = encrypt(JSON.stringify(request), haru);
  const flipped = Buffer.from(sealed, 'base64');
  flipped[flipped.length - 1] = (flipped[flipped.length - 1] as number) ^ 1;
  it.each<[string, string | Buffer, Sent?]>([
    ["another merchant's key", encrypt(JSON.stringify(request), dalbit)],
    ['a random key', encrypt(JSON.stringify(request), { aesKey: randomBytes(16).toString('hex'), aesIv: haru.aesIv })],
    ['bad padding', flipped.toString('base64')],
    ['half a block', sealed.slice(0, -8)],
    ['no Base64', 'not base64 at all!'],
    ['Base64 with something in it', `${sealed.slice(0, 8)}*${sealed.slice(8)}`],
    ['bytes in place of Base64', Buffer.from([0xff, 0xfe, 0xfd])],
    ['text that is no UTF-8', sealedBytes(Buffer.from('7b2261223a22ff227d', 'hex'))],
    ['no JSON', encrypt('nxMctNo=1', haru)],
    ['JSON that is no object', encrypt('[1]', haru)],
    ['null', encrypt('null', haru)],
    ['JSON in clear', JSON.stringify(request)],
    ['nothing', ''],
  ])('gets the same 400 for %s', async (_what, body, sent) => {
    const response = await post(body, sent);
    expect(response.statusCode).toBe(400);
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(JSON.parse(decrypt(response.body, haru))).toEqual({
      errorObject: {
        errorCode: '1000',
        errorMessage: ERRORS['1000'].ko,
        errorDetailMessage: 'The body cannot be decrypted',
      },
    });
  });

  it('is opened in the same steps whatever it contains, so that timing reveals nothing', async () => {
    // One block, with its end changed so that the padding, text or JSON is invalid.
    const plain = (end: string) => Buffer.concat([Buffer.from('{"a":"12"}'), Buffer.from(end, 'hex')]);
    const unpadded = (block: Buffer) => {
      const cipher = createCipheriv('aes-128-cbc', Buffer.from(haru.aesKey, 'hex'), Buffer.from(haru.aesIv, 'hex'));
      return cipher.setAutoPadding(false).update(block).toString('base64');
    };
    const steps = async (body: string) => {
      const isText = vi.spyOn(buffer, 'isUtf8');
      const parse = vi.spyOn(JSON, 'parse');
      syncBuiltinESMExports();
      await post(body);
      const called = [isText.mock.calls.length, parse.mock.calls.length];
      isText.mockRestore();
      parse.mockRestore();
      syncBuiltinESMExports();
      return called;
    };
    const once = [1, 1];
    expect(await steps(unpadded(plain('060606060606')))).toEqual(once);
    for (const end of [
      '060606060600',
      '060606060607',
      '0606060606ff',
      '000606060606',
      'ffff04040404',
      '222222040404',
    ]) {
      expect(await steps(unpadded(plain(end)))).toEqual(once);
    }
    expect(await steps(encrypt('{"a":"12"}', dalbit))).toEqual(once);
  });

  it('is refused above 8 kB', async () => {
    const response = await post('A'.repeat(9000));
    expect(response.statusCode).toBe(413);
    expect(JSON.parse(decrypt(response.body, haru)).errorObject.errorCode).toBe('1000');
  });
});

describe('the caller', () => {
  it.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['a wrong key', 'Basic d3Jvbmc6d3Jvbmc='],
    ['another scheme', `Bearer ${haru.basicAuth}`],
    ['a key cut short', `Basic ${haru.basicAuth.slice(0, -1)}`],
  ])('gets 403 in plain JSON for %s, because there is no key to encrypt with', async (_what, authorization) => {
    const response = await post(encrypt(JSON.stringify(request), haru), { authorization });
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
    const { status, errorObject } = await call({ ...request, [field]: dalbit[field] });
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
    ['a number as text', { ...request, mctAmount: '40000' }, 'mctAmount must be integer'],
    ['half a won', { ...request, mctAmount: 0.5 }, 'mctAmount must be integer'],
    ['a negative amount', { ...request, mctAmount: -1 }, 'mctAmount must be >= 0'],
    [
      'too long by one character',
      { ...request, nxMctNo: '가'.repeat(16) },
      'nxMctNo must not have more than 15 characters',
    ],
    ['a nested one', { ...request, eventInfo: { promotionCode: 'A'.repeat(12) } }, 'eventInfo.promotionCode must not'],
    ['a list', { ...request, nxMctNo: [nxMctNo] }, 'nxMctNo must be string'],
  ])('is refused (400/1000) and named: %s', async (_what, body, detail) => {
    const { status, errorObject } = await call(body);
    expect([status, errorObject.errorCode]).toEqual([400, '1000']);
    expect(errorObject.errorDetailMessage).toContain(detail);
  });

  it('are measured in characters: 15 Hangul syllables fit', async () => {
    const { status, errorObject } = await call({ ...request, nxMctNo: '가'.repeat(15) });
    expect([status, errorObject.errorDetailMessage]).toEqual([403, "nxMctNo is not the calling merchant's"]);
  });

  it.each<[string, object]>([
    ['unknown ones', { ...request, __proto__: null, extra: { deep: [1] } }],
    [
      'eventinfo',
      { ...request, eventinfo: { promotionCode: 'COFFEE2026', eventPrctVolume: 1, eventPrctAmout: 17_000 } },
    ],
    ['eventInfo', { ...request, eventInfo: { promotionCode: 'COFFEE2026' } }],
    ['no userAuthToken', { ...request, userAuthToken: null }],
    ['an amount of 0', { ...request, mctAmount: 0 }],
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
    ['issueToken', TOKEN, request],
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
