import type { RequestListener } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { createMerchantClient, decrypt, encrypt, MerchantError } from '../../merchant/client';
import { answerWith, arrived, client, credentials, failure, keys, sealed, serverForEachTest } from './answering-server';

serverForEachTest();

const token = { merchantTrToken: 'T'.repeat(128) };
const issue = (signal?: AbortSignal) => client().issueToken({ mctAmount: 39000 }, signal && { signal });

describe('a call', () => {
  it('is encrypted, authenticated and contains the merchant numbers, and its response is decrypted', async () => {
    let seen: Record<string, unknown> = {};
    answerWith((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        const { authorization, accept, 'content-type': type } = request.headers;
        const { method, url } = request;
        seen = { method, url, authorization, accept, type, body: JSON.parse(decrypt(body, keys)) };
        sealed({ ...token, errorObject: null })(request, response);
      });
    });
    expect(await client().issueToken({ mctAmount: 39000, eventInfo: { promotionCode: 'P1' } })).toEqual(token);
    expect(seen).toEqual({
      method: 'POST',
      url: '/payui/api/auth/merchant/v1.0/token',
      authorization: 'Basic bWU6c2VjcmV0',
      accept: 'text/plain',
      type: 'text/plain',
      body: { mctAmount: 39000, eventInfo: { promotionCode: 'P1' }, nxMctNo: '90000001', nxMctCorpNo: '1208112345' },
    });
  });

  it('rejects with code, status, message and detail when it is refused', async () => {
    const errorObject = {
      errorCode: '4018',
      errorMessage: '포인트가 부족하여 사용할 수 없습니다.',
      errorDetailMessage: 'd',
    };
    answerWith(sealed({ errorObject }, 500));
    const error = await failure(issue());
    expect(error).toBeInstanceOf(MerchantError);
    const { errorMessage: message } = errorObject;
    expect(error).toMatchObject({ code: '4018', status: 500, message, detail: 'd', retrySafe: false });
  });

  it('is refused in plain JSON if OCB does not know the caller', async () => {
    const errorObject = { errorCode: '1000', errorMessage: 'm', errorDetailMessage: 'd' };
    answerWith((_request, response) => {
      response.writeHead(403, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ errorObject }));
    });
    expect(await failure(issue())).toMatchObject({ code: '1000', status: 403, retrySafe: true });
  });
});

describe('a lost or unreadable response is unknown, never a guess', () => {
  const garbage: [string, RequestListener][] = [
    ['not encrypted', (_request, response) => void response.end(JSON.stringify(token))],
    ['a web page', (_request, response) => void response.writeHead(502).end('<h1>Bad Gateway</h1>')],
    ['without the token', sealed({ errorObject: null })],
    ['with a token that is no string', sealed({ merchantTrToken: 1 })],
    ['no object', sealed('yes')],
    ['an error without a code', sealed({ errorObject: {} }, 500)],
    [
      'made with another key',
      (_request, response) => void response.end(encrypt('{}', { ...keys, aesIv: keys.aesKey })),
    ],
  ];
  it.each(garbage)('%s', async (_what, listener) => {
    answerWith(listener);
    expect(await failure(issue())).toMatchObject({ code: '4072', retrySafe: true });
  });

  it.each([
    ['a wrong key', encrypt('{}', { ...keys, aesKey: keys.aesIv }), /cannot be decrypted: check aesKey and aesIv/],
    ['broken JSON', encrypt('{"errorObject":', keys), /a body that is no JSON$/],
  ])('%s is named for what it is', async (_what, body, detail) => {
    answerWith((_request, response) => void response.end(body));
    expect(await failure(issue())).toMatchObject({ code: '4072', detail: expect.stringMatching(detail) });
  });

  it('the connection is cut', async () => {
    answerWith((request) => void request.socket.destroy());
    expect(await failure(issue())).toMatchObject({ code: '4001', status: 0, retrySafe: true });
  });

  it('the response is cut in the middle', async () => {
    answerWith((request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('AAAA', () => request.socket.destroy());
    });
    expect(await failure(issue())).toMatchObject({ code: '4001', status: 0, retrySafe: true });
  });

  it('a redirect is not followed, because it would forward the credentials', async () => {
    answerWith((_request, response) => void response.writeHead(307, { Location: 'http://127.0.0.1:1/' }).end());
    expect(await failure(issue())).toMatchObject({ code: '4001', status: 0 });
  });

  it('no response comes within 10 s', async () => {
    answerWith(() => {});
    const sleep = vi.fn(arrived);
    const error = await failure(client({ sleep }).issueToken({ mctAmount: 39000 }));
    expect(error).toMatchObject({ code: '4001', status: 0, detail: 'no answer within 10000 ms' });
    expect(sleep).toHaveBeenCalledWith(10_000, expect.any(AbortSignal));
  });
});

describe('the caller', () => {
  it("can abort a call, which rejects with the signal's reason", async () => {
    answerWith(() => {});
    const stop = new AbortController();
    const request = arrived();
    const error = failure(issue(stop.signal));
    await request;
    stop.abort(new Error('the shopper left'));
    expect(await error).toMatchObject({ message: 'the shopper left' });
  });

  it('sends nothing if it has already aborted', async () => {
    const reason = new Error('too late');
    answerWith(() => expect.fail('a request was sent'));
    expect(await failure(issue(AbortSignal.abort(reason)))).toBe(reason);
  });

  it('can make many calls at once without a warning in its log', async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error) => warnings.push(warning);
    process.on('warning', hear);
    answerWith(sealed({ ...token, errorObject: null }));
    const shared = client();
    await Promise.all(Array.from({ length: 12 }, () => shared.issueToken({ mctAmount: 39000 })));
    // Node tells of warnings in a later turn.
    await new Promise(setImmediate);
    process.off('warning', hear);
    expect(warnings).toEqual([]);
  });

  it('gets a TypeError at once for an invalid address or key', () => {
    const options = { baseUrl: 'https://front.example.com', ...credentials };
    expect(() => createMerchantClient({ ...options, baseUrl: 'front' })).toThrow('baseUrl: expected an address like');
    expect(() => createMerchantClient({ ...options, aesIv: 'iv' })).toThrow('aesIv: expected 32 hex digits');
    expect(() => createMerchantClient({ ...options, baseUrl: 'https://front.example.com/' })).not.toThrow();
  });

  it.each(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://127.1.2.3', 'http://[::1]:4000'])(
    'may call its own machine without TLS: %s',
    (baseUrl) => {
      expect(() => createMerchantClient({ baseUrl, ...credentials })).not.toThrow();
    },
  );

  it.each([
    'http://front.example.com',
    'http://192.168.0.7:4000',
    'http://localhost.example',
    'http://127.0.0.1.example',
  ])('is told to take https, or to forward a port, for %s', (baseUrl) => {
    const create = () => createMerchantClient({ baseUrl, ...credentials });
    expect(create).toThrow(TypeError);
    expect(create).toThrow(/^baseUrl: expected https:.*ssh -L/);
  });

  it.each([
    ['baseUrl', 'https://front.example.com/payui/api'],
    ['baseUrl', 'https://me:SECRET@front.example.com'],
    ['basicAuth', 'Basic SECRET'],
    ['basicAuth', 'SEC\nRET'],
    ['basicAuth', ''],
  ])('gets an error at once for a wrong %s, without its value: %j', (field, value) => {
    const options = { baseUrl: 'https://front.example.com', ...credentials, [field]: value };
    const error = (() => {
      try {
        return createMerchantClient(options);
      } catch (thrown) {
        return thrown as TypeError;
      }
    })();
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(`${field}: expected`);
    expect(String(error)).not.toContain('SEC');
  });
});
