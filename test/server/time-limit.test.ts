import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MERCHANT_API, MERCHANT_CALLS } from '../../contract/merchant-api';
import { encrypt } from '../../merchant/client';
import { addFault, clearFaults } from '../../server/sandbox/faults';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { type Fixture, member, startFixture } from './fixture';
import { LIMIT, resultOf } from './time-limit';

const LONG = 60_000;
const first = member('ready');

const pointsOf = async (ocb: Fixture) => (await ocb.balancesOf(first)).ocb as number;

describe('a call past the time limit', () => {
  let ocb: Fixture;
  beforeAll(async () => {
    ocb = await startFixture({ answerWithinMs: LIMIT });
  });
  afterAll(() => ocb?.close());
  afterEach(() => clearFaults(ocb.context));

  it('is 4001 without effect if its work had not begun', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    const before = await pointsOf(ocb);
    await addFault(ocb.context, { call: 'use', delayMs: LONG, times: 1 });
    const use = { mctTransactionId: 'late', ocbUseTrAuthToken };
    expect(await ocb.asMerchant('use', use)).toMatchObject({ status: 500, code: '4001' });
    expect(await resultOf(ocb, 'late')).toMatchObject({ code: '4017' });
    expect(await pointsOf(ocb)).toBe(before);
    expect((await ocb.asMerchant('use', use)).code).toBe('ok');
  });

  it('is 4001, and /result reports it if its work was done', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    const before = await pointsOf(ocb);
    await addFault(ocb.context, { call: 'use', delayMs: LONG, after: true, times: 1 });
    const use = { mctTransactionId: 'done', ocbUseTrAuthToken };
    expect(await ocb.asMerchant('use', use)).toMatchObject({ status: 500, code: '4001' });
    expect((await resultOf(ocb, 'done')).ok).toMatchObject({ rxResCode: '0000' });
    expect(await pointsOf(ocb)).toBe(before - 10);
    expect((await ocb.asMerchant('use', use)).code).toBe('ok');
    expect(await pointsOf(ocb)).toBe(before - 10);
  });

  it('can lose its response, and /result still reports it', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 10 });
    await addFault(ocb.context, { call: 'use', drop: true, after: true, times: 1 });
    const lost = fetch(`${ocb.url}${MERCHANT_API}${MERCHANT_CALLS.use.path}`, {
      method: 'POST',
      headers: { authorization: `Basic ${MERCHANTS[0].basicAuth}`, 'content-type': 'text/plain' },
      body: encrypt(JSON.stringify({ mctTransactionId: 'lost', ocbUseTrAuthToken }), MERCHANTS[0]),
    });
    await expect(lost).rejects.toThrow('fetch failed');
    expect((await resultOf(ocb, 'lost')).ok).toMatchObject({ rxResCode: '0000', useInfo: { useOcbPoint: 10 } });
  });
});
