import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createMerchantClient,
  decrypt,
  encrypt,
  type MerchantClient,
  MerchantError,
  type MerchantEvent,
  type MerchantOptions,
  questionOf,
} from '../../merchant/client';

const keys = { aesKey: '000102030405060708090a0b0c0d0e0f', aesIv: 'f0e0d0c0b0a090807060504030201000' };
const credentials = { nxMctNo: '90000001', nxMctCorpNo: '1208112345', basicAuth: 'bWU6c2VjcmV0', ...keys };
const token = { merchantTrToken: 'T'.repeat(128) };

let server: Server;
let answer: RequestListener;
const arrived = () => new Promise<void>((resolve) => server.once('request', () => resolve()));

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const client = (options: Partial<MerchantOptions> = {}) =>
  createMerchantClient({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...credentials,
    ...options,
  });
const issue = (signal?: AbortSignal) => client().issueToken({ mctAmount: 39000 }, signal && { signal });
const sealed =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end(encrypt(JSON.stringify(body), keys));
  };
const failure = (promise: Promise<unknown>): Promise<MerchantError> =>
  promise.then(
    () => expect.fail('expected a MerchantError'),
    (error) => error,
  );

describe('a call', () => {
  it('goes out enveloped, signed in and with the merchant numbers, and its answer is read', async () => {
    let seen: Record<string, unknown> = {};
    answer = (request, response) => {
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
    };
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

  it('that is refused rejects with the code, the status, the message and the detail', async () => {
    const errorObject = {
      errorCode: '4018',
      errorMessage: '포인트가 부족하여 사용할 수 없습니다.',
      errorDetailMessage: 'd',
    };
    answer = sealed({ errorObject }, 500);
    const error = await failure(issue());
    expect(error).toBeInstanceOf(MerchantError);
    const { errorMessage: message } = errorObject;
    expect(error).toMatchObject({ code: '4018', status: 500, message, detail: 'd', retrySafe: false });
  });

  it('is refused in clear where OCB does not know the caller', async () => {
    const errorObject = { errorCode: '1000', errorMessage: 'm', errorDetailMessage: 'd' };
    answer = (_request, response) => {
      response.writeHead(403, { 'Content-Type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify({ errorObject }));
    };
    expect(await failure(issue())).toMatchObject({ code: '1000', status: 403, retrySafe: true });
  });
});

describe('a lost or unreadable answer is unknown, never a guess', () => {
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
    answer = listener;
    expect(await failure(issue())).toMatchObject({ code: '4072', retrySafe: true });
  });

  it('the connection is cut', async () => {
    answer = (request) => void request.socket.destroy();
    expect(await failure(issue())).toMatchObject({ code: '4001', status: 0, retrySafe: true });
  });

  it('the answer is cut in the middle', async () => {
    answer = (request, response) => {
      response.writeHead(200, { 'Content-Length': '1000' });
      response.write('AAAA', () => request.socket.destroy());
    };
    expect(await failure(issue())).toMatchObject({ code: '4001', status: 0, retrySafe: true });
  });

  it('a redirect is not followed, for it would take the credentials along', async () => {
    answer = (_request, response) => void response.writeHead(307, { Location: 'http://127.0.0.1:1/' }).end();
    expect(await failure(issue())).toMatchObject({ code: '4001', status: 0 });
  });

  it('no answer comes within 10 s', async () => {
    answer = () => {};
    const sleep = vi.fn(arrived);
    const error = await failure(client({ sleep }).issueToken({ mctAmount: 39000 }));
    expect(error).toMatchObject({ code: '4001', status: 0, detail: 'no answer within 10000 ms' });
    expect(sleep).toHaveBeenCalledWith(10_000, expect.any(AbortSignal));
  });
});

describe('the caller', () => {
  it("can abort a call, which rejects with the signal's reason", async () => {
    answer = () => {};
    const stop = new AbortController();
    const request = arrived();
    const error = failure(issue(stop.signal));
    await request;
    stop.abort(new Error('the shopper left'));
    expect(await error).toMatchObject({ message: 'the shopper left' });
  });

  it('sends nothing when it had aborted before', async () => {
    const reason = new Error('too late');
    answer = () => expect.fail('a request was sent');
    expect(await failure(issue(AbortSignal.abort(reason)))).toBe(reason);
  });

  it('hears at once of an address or a key that cannot be one', () => {
    const options = { baseUrl: 'https://front.example.com', ...credentials };
    expect(() => createMerchantClient({ ...options, baseUrl: 'front' })).toThrow('Invalid URL');
    expect(() => createMerchantClient({ ...options, aesIv: 'iv' })).toThrow('aesIv: expected 32 hex digits');
    expect(() => createMerchantClient({ ...options, baseUrl: 'https://front.example.com/' })).not.toThrow();
  });

  it.each([
    ['baseUrl', 'https://front.example.com/payui/api'],
    ['baseUrl', 'https://me:SECRET@front.example.com'],
    ['basicAuth', 'Basic SECRET'],
    ['basicAuth', 'SEC\nRET'],
    ['basicAuth', ''],
  ])('hears at once of a wrong %s, which is not quoted: %j', (field, value) => {
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

describe('a call that moves points', () => {
  const use = { mctTransactionId: 'order-1', ocbUseTrAuthToken: 'TOKEN' };
  const sleep = async (_ms: number, signal: AbortSignal) => signal.throwIfAborted();
  const atOnce = {
    sleep: (ms: number, signal: AbortSignal) => (ms < 10_000 ? sleep(ms, signal) : new Promise(() => {})),
  };

  it('resolves with unknown when nothing answers, and its question survives as JSON', async () => {
    answer = (request) => void request.socket.destroy();
    const now = Date.UTC(2026, 10, 24, 15);
    const verdict = await client({ ...atOnce, clock: () => now }).use(use);
    expect(verdict).toMatchObject({ outcome: 'unknown', error: { code: '4001', retrySafe: true } });
    const { question } = verdict as Extract<typeof verdict, { outcome: 'unknown' }>;
    expect(JSON.parse(JSON.stringify(question))).toEqual({ call: 'use', request: use, day: '20261125', sentAt: now });
  });

  it.each([undefined, '', 7, 'x'.repeat(129)])('rejects the id %j with a TypeError, and sends nothing', async (id) => {
    answer = () => expect.fail('a request was sent');
    const wrong = { ...use, mctTransactionId: id as string };
    await expect(client().use(wrong)).rejects.toThrow(TypeError);
    await expect(client().settle(questionOf('use', wrong))).rejects.toThrow('mctTransactionId: expected a string');
  });

  it('counts characters, not bytes', async () => {
    answer = sealed({ errorObject: { errorCode: '4018', errorMessage: '', errorDetailMessage: '' } }, 500);
    const verdict = await client().use({ ...use, mctTransactionId: '👍'.repeat(128) });
    expect(verdict.outcome).toBe('refused');
  });

  it("ends with the caller's reason when it aborts, also while the kit asks again", async () => {
    const stop = new AbortController();
    let calls = 0;
    answer = (request) => {
      calls += 1;
      if (calls === 2) stop.abort(new Error('the shop closes'));
      request.socket.destroy();
    };
    await expect(client(atOnce).use(use, { signal: stop.signal })).rejects.toThrow('the shop closes');
    expect(calls).toBe(2);
  });

  it('asks with the merchant numbers where the call has them', async () => {
    const bodies: unknown[] = [];
    answer = async (request, response) => {
      bodies.push(JSON.parse(decrypt(await text(request), keys)));
      sealed({ errorObject: { errorCode: '3030', errorMessage: '', errorDetailMessage: '' } }, 500)(request, response);
    };
    const saving = { mctTransactionId: 's', authType: 'CI' as const, authID: 'CI', reqPoint: 1 };
    const numbers = { nxMctNo: '90000001', nxMctCorpNo: '1208112345' };
    const query = { transactionType: 'SAVE' as const, ocbTransactionId: 'o' };
    await client().save(saving);
    await failure(client().result(query));
    const empty = { mctTransactionId: '', mctTransactionDay: '' };
    expect(bodies).toEqual([
      { ...saving, ...numbers },
      { ...empty, ...query, nxMctNo: '90000001' },
    ]);
  });
});

describe('the logger', () => {
  it('hears how each call ended and what the verdict is', async () => {
    const events: MerchantEvent[] = [];
    let calls = 0;
    answer = (request, response) => {
      calls += 1;
      if (calls === 1) return void request.socket.destroy();
      const errorObject = { errorCode: '4018', errorMessage: '', errorDetailMessage: '' };
      const result = { ocbTransactionId: 'o', nxAuthDay: '', nxAuthNo: '', transactionTime: '', rxResCode: '4018' };
      if (calls === 2) return sealed({ ...result, errorMessage: '', useInfo: null, saveInfo: null })(request, response);
      return sealed({ errorObject }, 500)(request, response);
    };
    const logger = (event: MerchantEvent) => void events.push(event);
    await client({ logger, sleep: async (ms) => void (ms < 10_000 || (await new Promise(() => {}))) }).use({
      mctTransactionId: 'order-1',
      ocbUseTrAuthToken: 'T',
    });
    const about = { mctTransactionId: 'order-1', ms: expect.any(Number) };
    expect(events).toEqual([
      { event: 'failed', call: 'use', ...about, code: '4001', status: 0, detail: expect.any(String) },
      { event: 'answered', call: 'result', ...about },
      { event: 'verdict', call: 'use', ...about, outcome: 'refused', code: '4018' },
    ]);
  });

  it.each<[string, (kit: MerchantClient) => Promise<unknown>]>([
    ['USER-TOKEN', (kit) => failure(kit.issueToken({ mctAmount: 1, userAuthToken: 'USER-TOKEN' }))],
    ['USE-TOKEN', (kit) => kit.use({ mctTransactionId: '1', ocbUseTrAuthToken: 'USE-TOKEN' })],
    ['5110-0999', (kit) => kit.save({ mctTransactionId: '2', authType: 'CARD', authID: '5110-0999', reqPoint: 1 })],
  ])('hears no secret, and the error holds none, even when the server says %s and the keys', async (own, ask) => {
    const secrets = [own, keys.aesKey, keys.aesIv, credentials.basicAuth];
    const said = secrets.join(' ');
    answer = sealed({ errorObject: { errorCode: '4018', errorMessage: said, errorDetailMessage: said } }, 500);
    const heard: unknown[] = [];
    const told = await ask(client({ logger: (event) => void heard.push(event) }));
    const text = inspect([heard, told], { depth: 9 });
    expect(text).toContain('*** *** *** ***');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('that throws stops no payment', async () => {
    answer = sealed({ ...token, errorObject: null });
    const logger = () => {
      throw new Error('the disk is full');
    };
    expect(await client({ logger }).issueToken({ mctAmount: 1 })).toEqual(token);
  });
});
