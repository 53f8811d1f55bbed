import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ERRORS } from '../../../contract/errors';
import { LOCALES } from '../../../contract/locales';
import { addFault, clearFaults } from '../../../server/sandbox/faults';
import { MERCHANTS } from '../../../server/sandbox/seed/merchants';
import { type Fixture, member } from '../../server/fixture';
import { authorisedPoints } from './authorised-points';
import { openBrowser } from './browser';
import { PLACEMENT, type ShopFixture, startShopFixture } from './fixture';

const TOTAL = 79_000;
const [merchant] = MERCHANTS;

let fixture: ShopFixture;
let ocb: Fixture;
beforeAll(async () => {
  fixture = await startShopFixture();
  ocb = fixture.ocb;
});
afterAll(() => fixture?.close());
beforeEach(() => clearFaults(ocb.context));

const browser = () => openBrowser(fixture.shopUrl);

/** Returns the popup's result for a member who uses points on an order. */
const authorised = (tokens: { mctTrToken: string }, ocbPoint: number, who = member('ready', 4)) =>
  authorisedPoints(ocb, tokens, who, ocbPoint);

describe('the checkout', () => {
  it('is one order for a browser, in Korean or English', async () => {
    const { checkout } = browser();
    const { text, order } = await checkout();
    expect(order).toMatchObject({ state: 'draft', total: TOTAL });
    expect(text).toContain('<html lang="ko">');
    expect(text).toContain('OK캐쉬백 포인트 사용');
    expect(text).toContain('<a href="/?lang=en" lang="en" hreflang="en">English</a>');
    const english = await checkout('?lang=en');
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('Use OK Cashbag points');
    expect((await checkout()).order.id).toBe(order.id);
  });

  it("has a policy that allows OCB's script and frame, and nothing inline", async () => {
    const { headers, text } = await browser().send('GET', '/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`script-src 'self' ${ocb.url};frame-src ${ocb.url};style-src 'self'`);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(text).toContain(`<script src="${ocb.url}/js/okcashbagapi.js"></script>`);
    expect(text).not.toMatch(/<style|style="|onclick=/);
  });

  it('is served under its own name only', async () => {
    const port = new URL(fixture.shopUrl).port;
    const response = await fetch(`http://127.0.0.1:${port}/?lang=en`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([307, `${fixture.shopUrl}/?lang=en`]);
  });
});

describe('paying with points', () => {
  it('leads from the token to the approved order, and requires only the PIN next time', async () => {
    const { send, checkout } = browser();
    const { id } = (await checkout()).order;
    const tokens = (await send('POST', `/api/orders/${id}/token`)).json;
    expect(tokens).toEqual({ mctTrToken: expect.stringMatching(/^[\w-]{128}$/) });
    const points = await authorised(tokens, 12_000);
    const chosen = (await send('PUT', `/api/orders/${id}/points`, points)).json;
    expect(chosen).toMatchObject({ state: 'authorised', usePoint: 12_000, remaining: 67_000 });
    expect((await checkout()).text).not.toContain(points.ocbUseTrAuthToken);

    const { json } = await send('POST', `/api/orders/${id}/place`, PLACEMENT);
    expect(json.order).toMatchObject({ state: 'paid', usePoint: 12_000, remaining: 67_000 });
    const done = await send('GET', `/orders/${id}`);
    expect(done.text).toContain('주문이 완료되었어요');
    expect(done.text).toContain('20260601');

    const next = (await checkout()).order.id;
    const known = (await send('POST', `/api/orders/${next}/token`)).json;
    const page = { userAuthToken: '', pageOrigin: merchant.origins[0] as string, locale: 'ko' } as const;
    const opened = await ocb.ok('open', { ...known, ...page });
    expect(opened.next.step).toBe('pin');
  });

  it('shows why OCB refused, and prepares a new order', async () => {
    const { send, checkout } = browser();
    const { id } = (await checkout()).order;
    const points = { ocbUseTrAuthToken: 'x'.repeat(128), mctAmount: TOTAL, dutumPoint: 0, usePoint: 5000 };
    await send('PUT', `/api/orders/${id}/points`, points);
    const { json } = await send('POST', `/api/orders/${id}/place`, PLACEMENT);
    expect(json).toMatchObject({
      order: { id, state: 'failed' },
      errorCode: '1000',
      fresh: { state: 'draft', total: TOTAL },
    });
    expect(json.errorMessage).toBe('파라미터가 유효하지 않습니다.');
    expect((await send('GET', `/orders/${id}`)).headers.get('location')).toBe('/');
  });

  it('stays undecided without a response, and is paid once on a retry', async () => {
    const { send, checkout } = browser();
    const { id } = (await checkout()).order;
    const tokens = (await send('POST', `/api/orders/${id}/token`)).json;
    await send('PUT', `/api/orders/${id}/points`, await authorised(tokens, 1000, member('ready', 5)));
    await addFault(ocb.context, { call: 'use', drop: true });
    expect((await send('POST', `/api/orders/${id}/place`, PLACEMENT)).json.order.state).toBe('placing');
    await clearFaults(ocb.context);
    expect((await send('POST', `/api/orders/${id}/place`, PLACEMENT)).json.order.state).toBe('paid');
  });

  it('reports in the language of the page why there is no token', async () => {
    const { send, checkout } = browser();
    const { id } = (await checkout()).order;
    for (const locale of LOCALES) {
      await checkout(`?lang=${locale}`);
      await addFault(ocb.context, { call: 'issueToken', errorCode: '9000', times: 1 });
      expect(await send('POST', `/api/orders/${id}/token`)).toMatchObject({
        status: 502,
        json: { errorCode: '9000', errorMessage: ERRORS['9000'][locale] },
      });
    }
  });
});

describe('the shop refuses', () => {
  it.each<[string, Record<string, string>]>([
    ['a foreign page', { origin: 'http://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['OCB itself', { origin: 'http://127.0.0.1:4000' }],
  ])('a change by %s', async (_what, headers) => {
    const { send, checkout } = browser();
    const { id } = (await checkout()).order;
    expect((await send('POST', `/api/orders/${id}/token`, undefined, headers)).status).toBe(403);
    expect((await send('POST', '/login', { account: 'narae' }, headers)).status).toBe(403);
  });

  it("another browser's order", async () => {
    const { id } = (await browser().checkout()).order;
    const other = browser();
    await other.checkout();
    expect((await other.send('POST', `/api/orders/${id}/token`)).status).toBe(404);
    expect((await other.send('GET', `/orders/${id}`)).status).toBe(404);
    expect((await browser().send('GET', `/api/orders/${id}`)).status).toBe(404);
  });

  it.each<[string, string, string, unknown]>([
    ['no goods', 'PUT', 'basket', { quantities: {}, shipping: 'standard' }],
    ['more than there are', 'PUT', 'basket', { quantities: { beans: 21 }, shipping: 'standard' }],
    ['goods that are not sold', 'PUT', 'basket', { quantities: { gold: 1 }, shipping: 'standard' }],
    ['a price', 'PUT', 'basket', { quantities: { beans: 1, price: 1 }, shipping: 'standard' }],
    ['half a point', 'PUT', 'points', { ocbUseTrAuthToken: 'x', mctAmount: TOTAL, dutumPoint: 0, usePoint: 0.5 }],
    ['no address', 'POST', 'place', { ...PLACEMENT, address: ' ' }],
    ['no telephone', 'POST', 'place', { ...PLACEMENT, phone: 'call me' }],
    ['a NUL in an address', 'POST', 'place', { ...PLACEMENT, address: 'a\0b' }],
    ['a NUL in a memo', 'POST', 'place', { ...PLACEMENT, memo: '\0' }],
    ['a NUL in a token', 'PUT', 'points', { ocbUseTrAuthToken: '\0', mctAmount: TOTAL, dutumPoint: 0, usePoint: 1 }],
    ['no JSON', 'POST', 'place', '{'],
  ])('%s', async (_what, method, what, body) => {
    const { send, checkout } = browser();
    const { id } = (await checkout()).order;
    expect((await send(method, `/api/orders/${id}/${what}`, body)).status).toBe(400);
    expect((await checkout()).order).toMatchObject({ id, state: 'draft', total: TOTAL });
  });
});

describe('an unexpected error', () => {
  it('is logged without the query, and reveals nothing to the shopper', async () => {
    const { send, checkout } = browser();
    const { id } = (await checkout()).order;
    const points = { ocbUseTrAuthToken: 'S'.repeat(128), mctAmount: TOTAL, dutumPoint: 0, usePoint: 1 };
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      await fixture.database.execute(sql`alter table orders rename column ocb_use_tr_auth_token to gone`);
      expect(await send('PUT', `/api/orders/${id}/points`, points)).toMatchObject({
        status: 500,
        json: { error: 'internal' },
      });
      const page = await send('GET', '/');
      expect(page.status).toBe(500);
      expect(page.text).toContain('문제가 생겼어요');
      expect(page.text).not.toContain('select');
      const written = log.mock.calls.map(([line]) => String(line)).join('');
      expect(written).toContain('42703');
      expect(written).not.toMatch(/SSSS|Failed query/);
    } finally {
      log.mockRestore();
      await fixture.database.execute(sql`alter table orders rename column gone to ocb_use_tr_auth_token`);
    }
  });

  it.each(['/orders/%00', '/orders/20260101-00000000'])(
    'is not raised by an unknown order, which is 404: %s',
    async (path) => {
      const { send, checkout } = browser();
      await checkout();
      expect((await send('GET', path)).status).toBe(404);
      expect((await send('GET', `/api${path}`)).status).toBe(404);
    },
  );
});

describe('accounts', () => {
  it('keep their own orders', async () => {
    const { send, checkout } = browser();
    const guest = (await checkout()).order.id;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send('POST', '/login', 'account=noeul', form)).headers.get('location')).toBe('/');
    const { text, order } = await checkout();
    expect(order.id).not.toBe(guest);
    expect(text).toContain('이노을');
    await send('POST', '/login', 'account=', form);
    expect((await checkout()).order.id).not.toBe(order.id);
  });

  it('become new guests if they do not exist', async () => {
    const { send, checkout } = browser();
    await send('POST', '/login', { account: "guest-' or 1=1" });
    expect((await checkout()).text).toContain('한소라');
  });
});
