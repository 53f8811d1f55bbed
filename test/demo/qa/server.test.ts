import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startQa } from '../../../demo/qa/server';
import { sandboxClock } from '../../../server/sandbox/clock';
import { listFaults } from '../../../server/sandbox/faults';
import { MERCHANTS } from '../../../server/sandbox/seed/merchants';
import { type Fixture, startFixture } from '../../server/fixture';

let ocb: Fixture;
let qa: Awaited<ReturnType<typeof startQa>>;
beforeAll(async () => {
  ocb = await startFixture({ clock: sandboxClock });
  qa = await startQa({ port: 0, sandboxUrl: ocb.url, front: ocb.url, logLevel: 'error' });
});
afterAll(async () => {
  await qa?.close();
  await ocb?.close();
});
beforeEach(() => ocb.reset());

/** Posts as the page's scripts do. Internet Explorer sends no Origin. */
async function post(path: string, body: object = {}, headers: Record<string, string> = {}) {
  const response = await fetch(qa.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: await response.json().catch(() => undefined) };
}

const prepare = (id: string) => post('/api/prepare', { id, locale: 'ko' });

describe('the QA page', () => {
  it.each(['ko', 'en'])('is there in %s, without the merchants’ keys', async (lang) => {
    const response = await fetch(`${qa.url}/?lang=${lang}`);
    const page = await response.text();
    expect(page).toContain(`<html lang="${lang}">`);
    for (const { basicAuth, aesKey, aesIv } of MERCHANTS) {
      for (const key of [basicAuth, aesKey, aesIv]) expect(page).not.toContain(key);
    }
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`script-src 'self' ${ocb.url};frame-src ${ocb.url};style-src 'self'`);
    expect(policy).not.toContain('unsafe');
  });

  it('has a second window with what to type and to do', async () => {
    const page = await (await fetch(`${qa.url}/side?case=by-card&lang=en`)).text();
    expect(page).toContain('손님가둘');
    expect(page).toContain('Identify by card');
  });
});

describe('preparing a case', () => {
  it('gives a token, and the person to be', async () => {
    const { json } = await prepare('first-payment-by-phone');
    expect(json).toMatchObject({
      mctAmount: 30_000,
      userAuthToken: '',
      locale: 'ko',
      member: { name: '김하나', pin: null },
    });
    expect(json.mctTrToken).toMatch(/^[\w-]{128}$/);
  });

  it('makes the person one who has paid before, and costs nobody a point', async () => {
    const { json } = await prepare('return-visit');
    expect(json.userAuthToken).toMatch(/^[\w-]{128}$/);
    const page = { pageOrigin: MERCHANTS[0].origins[0], locale: 'ko' } as const;
    const { next } = await ocb.ok('open', { mctTrToken: json.mctTrToken, userAuthToken: json.userAuthToken, ...page });
    expect(next.step).toBe('pin');
    const members = await (await fetch(`${qa.url}/api/members`)).json();
    expect(members).toContainEqual(json.member);
  });

  it('sets the faults of that case, and no others', async () => {
    await prepare('maintenance');
    expect(await listFaults(ocb.context)).toEqual([{ call: 'open', errorCode: '9000', times: 1 }]);
    await prepare('close');
    expect(await listFaults(ocb.context)).toEqual([]);
  });

  it('takes the other language where the case says so', async () => {
    expect((await prepare('other-language')).json.locale).toBe('en');
  });

  it('is refused for a case that does not exist', async () => {
    expect((await prepare('nothing')).status).toBe(404);
  });
});

describe('a server call', () => {
  it('comes back as OCB decided it, with the id that was sent', async () => {
    const [, { cardNumber }] = await (await fetch(`${qa.url}/api/members`)).json();
    const request = { authType: 'CARD', authID: cardNumber, reqPoint: 100 };
    const { json } = await post('/api/call', { call: 'save', merchant: 0, request });
    expect(json).toMatchObject({ outcome: 'approved', request: { authID: cardNumber } });
    const query = {
      transactionType: 'SAVE',
      mctTransactionId: json.request.mctTransactionId,
      mctTransactionDay: json.day,
    };
    const found = await post('/api/call', { call: 'result', merchant: 0, request: query });
    expect(found.json).toMatchObject({ rxResCode: '0000', saveInfo: { reqPoint: 100 } });
  });

  it('says what was wrong with it', async () => {
    const request = { authType: 'CARD', authID: '8951000000009999', reqPoint: 100 };
    expect((await post('/api/call', { call: 'save', merchant: 0, request })).json).toMatchObject({
      outcome: 'refused',
      error: { code: '2302' },
    });
    const empty = { mctTransactionId: '', ocbUseTrAuthToken: 'x' };
    expect((await post('/api/call', { call: 'use', merchant: 0, request: empty })).status).toBe(400);
  });
});

describe('the QA server refuses', () => {
  it.each([
    ['a foreign page', { origin: 'http://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['plain text', { 'content-type': 'text/plain' }],
  ])('a change by %s', async (_what, headers) => {
    expect((await post('/api/clock', { advanceMs: 1 }, headers)).status).toBeGreaterThanOrEqual(400);
    expect((await post('/api/reset', {}, headers)).status).toBeGreaterThanOrEqual(400);
  });

  it('every other host name', async () => {
    const { port } = new URL(qa.url);
    const response = await fetch(`http://127.0.0.1:${port}/api/members`, { redirect: 'manual' });
    expect(response.status).toBe(307);
  });
});
