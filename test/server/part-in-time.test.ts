import { describe, expect, it } from 'vitest';
import type { MerchantCall } from '../../contract/merchant-api';
import { member } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const DAY = 24 * 60 * 60_000;

/** Makes a call that must succeed, and returns its response. */
async function done(call: MerchantCall, mctTransactionId: string, body: object) {
  const { ok, code, detail } = await ocb.asMerchant(call, { mctTransactionId, ...body });
  if (!ok) throw new Error(`${call}: ${code} ${detail}`);
  return ok;
}

/** Uses 10 points for this amount and cancels. Returns the ids that usePart needs. */
async function cancelledUse(name: string, mctAmount: number) {
  const { ocbUseTrAuthToken } = await ocb.authorized(member('ready'), { ocbPoint: 10 }, { mctAmount });
  const { ocbTransactionId } = await done('use', `${name}-use`, { ocbUseTrAuthToken });
  const cancelled = await done('cancel', `${name}-cancel`, { orgOcbTransactionId: ocbTransactionId });
  return { orgUseOcbTransactionId: ocbTransactionId, orgCancelUseOcbTransactionId: cancelled.ocbTransactionId };
}

describe('a partial use, which needs no shopper,', () => {
  it('follows its cancel within a day (else 3039): points are not taken again years later', async () => {
    const [inTime, late] = [await cancelledUse('in-time', 1_000), await cancelledUse('late', 1_000)];
    ocb.time.now += DAY;
    expect(await done('usePart', 'a', { ...inTime, mctAmount: 10, useOcbPoint: 5 })).toMatchObject({ useOcbPoint: 5 });
    ocb.time.now += 1;
    const tooLate = { status: 500, code: '3039', detail: 'The use was cancelled more than a day ago' };
    const part = { mctTransactionId: 'b', ...late, mctAmount: 10, useOcbPoint: 5 };
    expect(await ocb.asMerchant('usePart', part)).toMatchObject(tooLate);
  });

  it('gets its first response again, also after that day', async () => {
    const part = { ...(await cancelledUse('again', 1_000)), mctAmount: 10, useOcbPoint: 5 };
    const first = await done('usePart', 'again', part);
    ocb.time.now += 2 * DAY;
    expect(await done('usePart', 'again', part)).toEqual(first);
  });

  it.each([0, '000'])('is of some amount if its use was: %j is 1000', async (mctAmount) => {
    const originals = await cancelledUse('some', 1_000);
    const part = { mctTransactionId: 'part', ...originals, mctAmount, useOcbPoint: 5 };
    const detail = "mctAmount must be >= 1, like the original use's";
    expect(await ocb.asMerchant('usePart', part)).toMatchObject({ status: 400, code: '1000', detail });
    expect((await ocb.balancesOf(member('ready'))).ocb).toBe(50_000);
  });

  it('is of no amount if its use was', async () => {
    const part = { ...(await cancelledUse('none', 0)), mctAmount: 0, useOcbPoint: 5 };
    expect(await done('usePart', 'part', part)).toMatchObject({ mctAmount: 0, useOcbPoint: 5 });
  });
});
