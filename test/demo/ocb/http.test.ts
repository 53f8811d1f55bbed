import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FRONT_API, FRONT_CALLS, type FrontCall } from '../../../contract/front-api';
import { MERCHANTS } from '../../../demo/ocb/seed/merchants';
import { addFault, clearFaults, listFaults } from '../../../demo/ocb/services/faults';
import { answerPush, readPhone } from '../../../demo/ocb/services/phones';
import { createMerchantClient } from '../../../merchant/client';
import { type Fixture, member, NOON, startFixture } from './fixture';

let ocb: Fixture;
beforeAll(async () => {
  ocb = await startFixture();
}, 60_000);
afterAll(() => ocb.close());
beforeEach(() => {
  ocb.time.now = NOON;
  ocb.lines.length = 0;
});

const ORIGIN = 'http://localhost:4001';
const first = member('ready');
const detailOf = async (call: FrontCall, body: unknown, headers = {}) => {
  const { status, code, refusal } = await ocb.front(call, body, headers);
  return [status, code, refusal?.errorObject.errorDetailMessage];
};

describe('a body that is not as agreed', () => {
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
    ['another language', 'open', { ...opening, locale: 'fr' }, 'locale must be equal to constant'],
    [
      'a number as a string',
      'authorize',
      { session, ocbPoint: '1', dutumPoint: 0, chargePoint: 0 },
      'ocbPoint must be integer',
    ],
    ['a fraction', 'authorize', { session, ocbPoint: 1.5, dutumPoint: 0, chargePoint: 0 }, 'ocbPoint must be integer'],
    ['a NUL', 'open', { ...opening, pageOrigin: 'a\0b' }, 'pageOrigin holds characters that are not text'],
    ['half a character', 'open', { ...opening, pageOrigin: '\ud800' }, 'pageOrigin holds characters that are not text'],
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

  it('is refused inside of it too, and never quoted', async () => {
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
      expect(said).toEqual([400, '1000', 'The content type is not accepted']);
    },
  );

  it('may hold more than was agreed: unknown fields are ignored', async () => {
    const { session: own } = await ocb.open();
    expect((await ocb.front('restart', { session: own, more: 1 })).code).toBe('ok');
  });
});

describe('a call that may not be made', () => {
  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('is 405 with %s', async (method) => {
    for (const call of Object.keys(FRONT_CALLS)) {
      const response = await ocb.app.inject({ method, url: `${FRONT_API}/${call}` });
      expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
      if (method !== 'HEAD') expect(response.json().errorObject.errorCode).toBe('1000');
    }
  });

  it('is 404 where nothing is, with a hint', async () => {
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
  ])('is refused when another page makes it: %j', async (headers, status) => {
    const { session } = await ocb.open();
    expect((await ocb.front('restart', { session }, headers as Record<string, string>)).status).toBe(status);
  });

  it('is not answered for another’s session id, or one that never was (403 / 1000)', async () => {
    expect(await detailOf('restart', { session: 'a'.repeat(43) })).toEqual([403, '1000', 'session is unknown']);
  });
});

describe('every answer', () => {
  it('is not kept, not sniffed, and sends no referrer', async () => {
    for (const answer of [await ocb.front('restart', { session: 'a'.repeat(43) }), await ocb.front('restart', '{')]) {
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-type': 'application/json; charset=utf-8',
      });
    }
  });

  it('is in the size of the contract, whatever was said', async () => {
    const { httpRefusal } = await import('../../../demo/ocb/routes/errors');
    const { Refusal } = await import('../../../demo/ocb/services/refusal');
    const { body } = httpRefusal(new Refusal('2503', { detail: '가'.repeat(300), note: '나'.repeat(300) }), 'ko');
    expect([...body.errorObject.errorDetailMessage]).toHaveLength(256);
    expect([...body.errorObject.errorMessage]).toHaveLength(128);
  });
});

describe('the limits', () => {
  it('hold for a session, and for an address (429 / 2000, Retry-After)', async () => {
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

describe('when the sandbox is told to fail', () => {
  afterEach(() => clearFaults(ocb.context));

  it.each([
    ['9000', 500, 'stop'],
    ['5000', 500, 'retry'],
    ['2302', 403, 'retry'],
    ['4040', 500, 'stop'],
  ] as const)('a call answers %s and nothing else happens', async (errorCode, status, next) => {
    const { session } = await ocb.open();
    await addFault(ocb.context, { call: 'identifyByCard', errorCode, times: 1 });
    expect(await ocb.byCard(session, first, 'wrong')).toMatchObject({ status, code: errorCode, refusal: { next } });
    expect((await ocb.byCard(session, first, 'wrong')).refusal?.attemptsLeft).toBe(2);
    expect((await ocb.byCard(session, first)).code).toBe('ok');
    expect(await listFaults(ocb.context)).toEqual([]);
  });

  it.each(['4074', '4075', '4076', '4077', '4078', '4079', '4080', '4081'] as const)(
    'PAYCO fails (%s) when points are authorised or used: nothing is charged, and it may be tried anew',
    async (errorCode) => {
      const payco = member('short', 1);
      const charged = async () =>
        Number(
          (
            (await ocb.context.db.execute(
              sql`select coalesce(-sum(amount), 0) n from entries where account_id = 'payco'`,
            )) as unknown as { rows: { n: string }[] }
          ).rows[0]?.n,
        );
      const before = await charged();
      const { session, points } = await ocb.atPoints(payco, { mctAmount: 100_000 });
      const chargePoint = 500;
      const choice = { session, ocbPoint: points.ocbPoint + chargePoint, dutumPoint: 0, chargePoint };
      await addFault(ocb.context, { call: 'authorize', errorCode, times: 1 });
      expect(await ocb.front('authorize', choice)).toMatchObject({
        status: 500,
        code: errorCode,
        refusal: { next: 'retry' },
      });
      const { ocbUseTrAuthToken } = await ocb.ok('authorize', choice);
      expect(await charged()).toBe(before);

      const kit = createMerchantClient({ baseUrl: ocb.url, ...MERCHANTS[0] });
      const payment = { mctTransactionId: `payco-${errorCode}`, ocbUseTrAuthToken };
      await addFault(ocb.context, { call: 'use', errorCode, times: 1 });
      expect(await kit.use(payment)).toMatchObject({ outcome: 'refused', error: { code: errorCode, status: 500 } });
      expect(await charged()).toBe(before);
      // That request was refused, for good; the points may be used by another.
      expect(await kit.use(payment)).toMatchObject({ outcome: 'refused', error: { code: errorCode } });
      const anew = { ...payment, mctTransactionId: `${payment.mctTransactionId}-anew` };
      expect(await kit.use(anew)).toMatchObject({ answer: { useOcbPoint: choice.ocbPoint, chargePoint } });
      expect(await charged()).toBe(before + chargePoint);
    },
  );

  it('every call may fail (*), until that is cleared', async () => {
    await addFault(ocb.context, { call: '*', errorCode: '9000' });
    const body = { session: 'a'.repeat(43) };
    for (const call of ['restart', 'forgetPin', 'awaitPush'] as const) {
      expect((await ocb.front(call, body)).code).toBe('9000');
    }
    await clearFaults(ocb.context);
    expect((await ocb.front('restart', body)).code).toBe('1000');
  });

  it('a call may be slow, or lose its connection', async () => {
    const { session } = await ocb.open();
    await addFault(ocb.context, { call: 'restart', delayMs: 300, times: 1 });
    await addFault(ocb.context, { call: 'restart', drop: true, times: 1 });
    const post = () =>
      fetch(`${ocb.url}${FRONT_API}/restart`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ session }),
      });
    const startedAt = performance.now();
    expect((await post()).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(295);
    await expect(post()).rejects.toThrow();
    expect((await post()).status).toBe(200);
  });
});

describe('when something breaks', () => {
  it('an error that nobody foresaw is 9999 with an id that the log has, and says nothing else', async () => {
    const { session } = await ocb.open();
    const random = vi.spyOn(ocb.context, 'random').mockImplementation(() => {
      throw new Error('SECRET inside');
    });
    const answer = await ocb.byCard(session, first);
    random.mockRestore();
    expect(answer).toMatchObject({ status: 500, code: '9999', refusal: { next: 'stop' } });
    const id = answer.refusal?.errorObject.errorDetailMessage ?? '';
    expect(id).toMatch(/^[A-Za-z0-9_-]{12}$/);
    const lines = ocb.lines.filter((line) => line.includes(id));
    expect(lines.some((line) => line.includes('unforeseen'))).toBe(true);
    expect(ocb.lines.join('')).not.toContain('SECRET');
  });

  it('a database that fails is 5000, logged without what was asked of it', async () => {
    const { session } = await ocb.open();
    await ocb.context.db.execute(sql`alter table members rename to members_gone`);
    const answer = await ocb.byCard(session, first);
    await ocb.context.db.execute(sql`alter table members_gone rename to members`);
    expect(answer).toMatchObject({ status: 500, code: '5000', refusal: { next: 'retry' } });
    const id = answer.refusal?.errorObject.errorDetailMessage ?? '';
    const line = ocb.lines.find((one) => one.includes(id) && one.includes('the database failed'));
    expect(line).toContain('42P01');
    expect(ocb.lines.join('')).not.toContain(first.cardNumber);
  });
});

describe('who waits for the app', () => {
  const wait = (session: string, signal?: AbortSignal) =>
    fetch(`${ocb.url}${FRONT_API}/awaitPush`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session }),
      signal: signal ?? null,
    });

  it('is told to ask again when the time for one call is over', async () => {
    const brief = await startFixture({ pushWaitMs: 50 });
    try {
      const { session } = await brief.open();
      await brief.ok('requestPush', { session, phone: first.phone });
      expect(await brief.ok('awaitPush', { session })).toEqual({ step: 'waiting' });
    } finally {
      await brief.close();
    }
  }, 60_000);

  it('may hang up and ask again', async () => {
    const { session } = await ocb.open();
    await ocb.ok('requestPush', { session, phone: first.phone });
    const hangUp = new AbortController();
    const asking = new Promise((resolve) => ocb.app.server.once('request', resolve));
    const lost = wait(session, hangUp.signal);
    await asking;
    hangUp.abort();
    await expect(lost).rejects.toThrow();
    await vi.waitFor(() => expect(ocb.lines.some((line) => line.includes('hung up'))).toBe(true));
    const { pushes } = await readPhone(ocb.context, first.phone);
    await answerPush(ocb.context, first.phone, pushes.at(-1)?.id ?? '', 'approve');
    expect(await (await wait(session)).json()).toMatchObject({ step: 'newPin' });
  });

  it('does not keep the server from closing', async () => {
    const brief = await startFixture();
    const { session } = await brief.open();
    await brief.ok('requestPush', { session, phone: first.phone });
    const asking = new Promise((resolve) => brief.app.server.once('request', resolve));
    const waiting = fetch(`${brief.url}${FRONT_API}/awaitPush`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session }),
    });
    await asking;
    const startedAt = performance.now();
    await brief.close();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await waiting.then(
      async (response) => expect([200, 503]).toContain(response.status),
      () => undefined,
    );
  }, 60_000);
});

it('answers /health', async () => {
  expect((await ocb.app.inject('/health')).json()).toEqual({ status: 'ok' });
});
