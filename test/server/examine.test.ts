import { expect, it } from 'vitest';
import { EXAMINE_PATH } from '../../contract/examination';
import { member, NOON } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

/** Asks as the doctor does on a merchant's page. */
async function examine(body: unknown) {
  const response = await fetch(ocb.url + EXAMINE_PATH, {
    method: 'POST',
    headers: { origin: 'http://shop.example' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

const pageOrigin = 'http://localhost:4001';

it('tells the time to a page of any origin', async () => {
  const { status, headers, json } = await examine({ pageOrigin });
  expect([status, json]).toEqual([200, { now: NOON }]);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('cache-control')).toBe('no-store');
});

it('tells whether a token is good, and the origin its merchant’s', async () => {
  const mctTrToken = await ocb.token();
  const good = { state: 'good', isOriginRegistered: true };
  expect((await examine({ pageOrigin, mctTrToken })).json.token).toEqual(good);
  const elsewhere = await examine({ pageOrigin: 'http://shop.example', mctTrToken });
  expect(elsewhere.json.token).toEqual({ ...good, isOriginRegistered: false });
  ocb.time.now += 30 * 60_000;
  expect((await examine({ pageOrigin, mctTrToken })).json.token.state).toBe('expired');
  const unknown = { state: 'unknown', isOriginRegistered: null };
  expect((await examine({ pageOrigin, mctTrToken: 'unknown' })).json.token).toEqual(unknown);
});

it('does not end a session that is open', async () => {
  const mctTrToken = await ocb.token();
  const { session } = await ocb.open({ mctTrToken });
  await examine({ pageOrigin, mctTrToken });
  expect((await ocb.byCard(session, member('has-pin'))).code).toBe('ok');
});

it.each([
  ['no JSON', 'x'],
  ['no origin', { mctTrToken: 'x' }],
  ['a long token', { pageOrigin, mctTrToken: 'x'.repeat(129) }],
])('refuses %s', async (_what, body) => {
  const { status, json } = await examine(body);
  expect([status, json.errorObject.errorCode]).toEqual([400, '1000']);
});
