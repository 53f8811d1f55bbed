import { describe, expect, it } from 'vitest';
import { FRONT_API, FRONT_CALLS, type FrontCall } from '../../contract/front-api';
import { TROUBLES } from '../../contract/troubles';
import { member, startFixture } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const ORIGIN = 'http://localhost:4001';
const first = member('ready');
const detailOf = async (call: FrontCall, body: unknown, headers = {}) => {
  const { status, code, refusal } = await ocb.front(call, body, headers);
  return [status, code, refusal?.errorObject.errorDetailMessage];
};

describe('what a shopper reads of a refusal', () => {
  const english = { 'accept-language': 'en' };
  const sentences = async (session: string, headers = {}) =>
    (await ocb.front('verifyPin', { session, keypadId: 'k'.repeat(22), positions: [0, 0, 0, 0, 0, 0] }, headers))
      .refusal?.trouble.sentences;

  it('is in the language of the session', async () => {
    const { session } = await ocb.open({ locale: 'ko' });
    expect(await sentences(session, english)).toEqual(TROUBLES.unidentified.ko);
  });

  it('is in the language of the popup where there is no session, as after it was opened elsewhere', async () => {
    expect(await sentences('a'.repeat(43), english)).toEqual(TROUBLES.outdated.en);
    expect(await sentences('a'.repeat(43), { 'accept-language': 'ko' })).toEqual(TROUBLES.outdated.ko);
  });
});

describe('an invalid body', () => {
  const opening = { mctTrToken: 'a', userAuthToken: '', pageOrigin: ORIGIN, locale: 'ko' };
  const session = 'a'.repeat(43);

  it.each([
    ['a missing field', 'open', { ...opening, mctTrToken: undefined }, 'mctTrToken is missing'],
    ['a wrong type', 'open', { ...opening, mctTrToken: 12 }, 'mctTrToken must be string'],
    [
      'too many characters',
      'open',
      { ...opening, mctTrToken: 'a'.repeat(129) },
      'mctTrToken must not have more than 128 characters',
    ],
    ['another language', 'open', { ...opening, locale: 'fr' }, 'locale must be "ko" or "en"'],
    [
      'a number as a string',
      'authorize',
      { session, ocbPoint: '1', dutumPoint: 0, chargePoint: 0 },
      'ocbPoint must be integer',
    ],
    ['a fraction', 'authorize', { session, ocbPoint: 1.5, dutumPoint: 0, chargePoint: 0 }, 'ocbPoint must be integer'],
    ['a NUL', 'open', { ...opening, pageOrigin: 'a\0b' }, 'pageOrigin contains invalid characters'],
    ['half a character', 'open', { ...opening, pageOrigin: '\ud800' }, 'pageOrigin contains invalid characters'],
    ['an array', 'restart', [], 'The body must be object'],
    ['null', 'restart', 'null', 'The body must be object'],
    ['no JSON', 'restart', '{"session":', 'The body cannot be read'],
    ['nothing', 'restart', '', 'The body cannot be read'],
    ['__proto__', 'restart', '{"__proto__":{"session":"x"}}', 'The body cannot be read'],
  ] as [string, FrontCall, unknown, string][])(
    'is refused (400 / 1000), naming the field: %s',
    async (_what, call, body, detail) => {
      expect(await detailOf(call, body)).toEqual([400, '1000', detail]);
    },
  );

  it('is refused for nested fields too, and never quoted', async () => {
    const body = {
      ...ocb.details(session, first),
      consents: { personalInfo: true, uniqueId: 'SECRET', carrierTerms: true },
    };
    const [status, code, detail] = await detailOf('requestCode', body);
    expect([status, code]).toEqual([400, '1000']);
    expect(detail).toMatch(/^consents/);
    expect(JSON.stringify(await ocb.front('requestCode', body))).not.toContain('SECRET');
    expect(await detailOf('identifyByCard', { session, cardNumber: 'SECRET', cardPassword: 'x' })).not.toContain(
      'SECRET',
    );
  });

  it('is refused over 8 kB (413 / 1000)', async () => {
    expect(await detailOf('restart', { session, padding: 'x'.repeat(8192) })).toEqual([
      413,
      '1000',
      'The body is too large',
    ]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is refused as %s (400 / 1000)',
    async (type) => {
      const said = await detailOf('restart', JSON.stringify({ session }), { 'content-type': type });
      expect(said).toEqual([
        400,
        '1000',
        expect.stringMatching(/^The content type is not accepted: text\/plain for the calls of merchants/),
      ]);
    },
  );

  it('may contain unknown fields, which are ignored', async () => {
    const { session: own } = await ocb.open();
    expect((await ocb.front('restart', { session: own, more: 1 })).code).toBe('ok');
  });
});

describe('a forbidden call', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('is 405 with %s', async (method) => {
    for (const call of Object.keys(FRONT_CALLS)) {
      const response = await ocb.app.inject({ method, url: `${FRONT_API}/${call}` });
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
      if (method !== 'HEAD') expect(response.json().errorObject.errorCode).toBe('1000');
    }
  });

  it('is 404 with a hint at an unknown path', async () => {
    const response = await ocb.app.inject({ method: 'POST', url: '/front/v1/nothing', payload: {} });
    expect(response.statusCode).toBe(404);
    expect(response.json().errorObject.errorDetailMessage).toContain('/front/v1/');
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://localhost:4001' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:4000', host: '127.0.0.1:4000' }, 200],
    [{}, 200],
  ])('is refused if another page makes it: %j', async (headers, status) => {
    const { session } = await ocb.open();
    expect((await ocb.front('restart', { session }, headers as Record<string, string>)).status).toBe(status);
  });

  it('is refused for an unknown session id (403 / 1000)', async () => {
    expect(await detailOf('restart', { session: 'a'.repeat(43) })).toEqual([403, '1000', 'session is unknown']);
  });
});

describe('every response', () => {
  it('forbids caching and sniffing, and sends no referrer', async () => {
    for (const answer of [await ocb.front('restart', { session: 'a'.repeat(43) }), await ocb.front('restart', '{')]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-type': 'application/json; charset=utf-8',
      });
    }
  });

  it('keeps the contract’s size limits', async () => {
    const { httpRefusal } = await import('../../server/routes/errors');
    const { Refusal } = await import('../../server/services/refusal');
    const { body } = httpRefusal(new Refusal('2503', { detail: '가'.repeat(300), note: '나'.repeat(300) }), 'ko');
    expect([...body.errorObject.errorDetailMessage]).toHaveLength(256);
    expect([...body.errorObject.errorMessage]).toHaveLength(128);
  });
});

describe('the rate limits', () => {
  it('apply per session and per address (429 / 2000, Retry-After)', async () => {
    const small = await startFixture({ callsPerSession: 3, callsPerAddress: 9 });
    try {
      const { session } = await small.open();
      const other = await small.open();
      const codes: string[] = [];
      for (let i = 0; i < 4; i += 1) codes.push((await small.front('restart', { session })).code);
      expect(codes).toEqual(['ok', 'ok', 'ok', '2000']);
      expect((await small.front('restart', { session: other.session })).code).toBe('ok');
      for (let i = 0; i < 2; i += 1) await small.front('restart', { session: 'a'.repeat(43) });
      const answer = await small.front('restart', { session: other.session });
      expect(answer).toMatchObject({ status: 429, code: '2000', refusal: { next: 'retry' } });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await small.close();
    }
  }, 60_000);
});

it.each(['/health/live', '/health/ready'])('%s responds', async (path) => {
  expect((await ocb.app.inject(path)).json()).toEqual({ status: 'ok' });
});
