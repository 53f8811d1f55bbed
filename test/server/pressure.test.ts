import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MERCHANT_API, MERCHANT_CALLS } from '../../contract/merchant-api';
import { type Fixture, startFixture } from './fixture';

const waiting = { timeout: 20_000 };

describe('a server whose heap is full', () => {
  let ocb: Fixture;
  beforeAll(async () => {
    ocb = await startFixture({ heapMegabytes: 1 });
    await vi.waitFor(() => expect(ocb.app.isUnderPressure()).toBe(true), waiting);
  }, 60_000);
  afterAll(() => ocb.close());

  it('refuses merchants in their envelope, as a system in maintenance does', async () => {
    const refused = { status: 500, code: '9000' };
    expect(await ocb.asMerchant('issueToken', {})).toMatchObject(refused);
    expect(await ocb.asMerchant('result', {})).toMatchObject(refused);
  });

  it('refuses an unauthenticated caller as usual', async () => {
    const url = MERCHANT_API + MERCHANT_CALLS.use.path;
    const response = await ocb.app.inject({ method: 'POST', url, headers: { authorization: 'Basic nobody' } });
    expect([response.statusCode, response.json().errorObject.errorCode]).toEqual([403, '1000']);
  });

  it('asks the popup to try again, and shows a page in place of a new popup', async () => {
    const opening = { mctTrToken: 'x', userAuthToken: '', pageOrigin: 'https://shop.example', locale: 'ko' };
    const refused = await ocb.front('open', opening);
    expect(refused).toMatchObject({ status: 503, code: '2000', refusal: { next: 'retry' } });
    expect(refused.headers['retry-after']).toBe('1');
    const page = await ocb.app.inject('/popup/1/en');
    expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '1']);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('Error code 9000');
  });

  it.each(['/js/okcashbagapi.js', '/health/live', '/health/ready'])('still serves %s', async (url) => {
    expect((await ocb.app.inject(url)).statusCode).toBe(200);
  });
});

it('a server whose event loop runs late refuses until it has caught up', async () => {
  const ocb = await startFixture({ eventLoopMayLagMs: 150 });
  const isBusy = () => ocb.app.isUnderPressure();
  const restart = async () => (await ocb.front('restart', { session: 'x' })).status;
  while (!isBusy()) {
    for (const until = performance.now() + 400; performance.now() < until; );
    await nextTurn();
  }
  expect(await restart()).toBe(503);
  await vi.waitFor(() => expect(isBusy()).toBe(false), waiting);
  expect(await restart()).not.toBe(503);
  await ocb.close();
}, 60_000);
