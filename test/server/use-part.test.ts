import { describe, expect, it } from 'vitest';
import { freshSandbox, ocb } from './fresh-sandbox';
import { approval, done, first, payco, refused, used } from './spending';

freshSandbox();

const NOT_A_PAIR = ['4017', 500, 'The original ids are not a use of this merchant and the cancel of that use'];

describe('a partial use after a cancel', () => {
  /** Makes a use and its cancel, and returns the ids that usePart needs. */
  async function cancelledUse(choice: object, purchase: Parameters<typeof used>[1] = {}) {
    const { ocbTransactionId } = await used(choice, purchase);
    const cancelled = await done('cancel', { orgOcbTransactionId: ocbTransactionId }, purchase.merchantNth);
    return {
      orgUseOcbTransactionId: ocbTransactionId as string,
      orgCancelUseOcbTransactionId: cancelled.ocbTransactionId as string,
    };
  }

  it('uses OCB points and leaves the dutum points with the member', async () => {
    const originals = await cancelledUse({ ocbPoint: 10_000, dutumPoint: 6_000 });
    const answer = await done('usePart', { ...originals, mctAmount: 25_000, useOcbPoint: '4000' });
    expect(answer).toEqual({
      ...approval,
      mctAmount: 25_000,
      useOcbPoint: 4_000,
      dutumPoint: 0,
      chargePoint: 0,
      userAuthToken: expect.stringMatching(/^[\w-]{128}$/),
    });
    expect(await ocb.balancesOf(first)).toEqual({
      'dutum:1': 5_000,
      'dutum:2': 3_000,
      'dutum:3': 2_000,
      'dutum:4': 4_000,
      'dutum:5': 1_000,
      ocb: 46_000,
    });
  });

  it('returns a userAuthToken that leads straight to the PIN', async () => {
    const part = { ...(await cancelledUse({ ocbPoint: 10 })), mctAmount: 10, useOcbPoint: 5 };
    const { userAuthToken } = await done('usePart', part);
    expect((await ocb.open({ userAuthToken })).next).toMatchObject({ step: 'pin' });
  });

  it('happens once per cancel: the same id gets the first response, another id 3039', async () => {
    const part = { ...(await cancelledUse({ ocbPoint: 10_000 })), mctAmount: 9_000, useOcbPoint: 4_000 };
    const answers = await Promise.all(
      [part, { ...part, mctAmount: '9000' }, part].map((body) =>
        ocb.asMerchant('usePart', { mctTransactionId: 'again', ...body }),
      ),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.code).toBe('ok');
    expect(await refused('usePart', part)).toEqual(['3039', 500, 'A part of the use has already been used again']);
    expect((await ocb.balancesOf(first)).ocb).toBe(46_000);
  });

  it('can be cancelled and partially used again, like any use', async () => {
    const originals = await cancelledUse({ ocbPoint: 10_000 });
    const part = await done('usePart', { ...originals, mctAmount: 9_000, useOcbPoint: 4_000 });
    const cancelled = await done('cancel', { orgOcbTransactionId: part.ocbTransactionId });
    expect(cancelled).toMatchObject({ canceledOcbPoint: 4_000 });
    await done('usePart', {
      orgUseOcbTransactionId: part.ocbTransactionId,
      orgCancelUseOcbTransactionId: cancelled.ocbTransactionId,
      mctAmount: 1_000,
      useOcbPoint: 1_000,
    });
    expect((await ocb.balancesOf(first)).ocb).toBe(49_000);
  });

  it('charges missing points from PAYCO again, at most the original charge (else 4018)', async () => {
    const charged = { ocbPoint: 3_000, chargePoint: 2_000 };
    const one = await cancelledUse(charged, { who: payco });
    const part = await done('usePart', { ...one, mctAmount: 20_000, useOcbPoint: 2_500 });
    expect(part).toMatchObject({ useOcbPoint: 2_500, chargePoint: 1_500 });
    await done('cancel', { orgOcbTransactionId: part.ocbTransactionId });

    const two = await cancelledUse(charged, { who: payco });
    await used({ ocbPoint: 600 }, { who: payco });
    expect(await refused('usePart', { ...two, mctAmount: 20_000, useOcbPoint: 2_401 })).toEqual(['4018', 500, '']);
    expect(await done('usePart', { ...two, mctAmount: 20_000, useOcbPoint: 2_400 })).toMatchObject({
      chargePoint: 2_000,
    });
    expect(await ocb.balancesOf(payco)).toEqual({ ocb: 0 });
  });

  it.each<[object, string]>([
    [{ useOcbPoint: 10_001 }, "useOcbPoint is more than the original use's"],
    [{ useOcbPoint: 0 }, 'useOcbPoint must be >= 1'],
    [{ useOcbPoint: '0000' }, 'useOcbPoint must be >= 1'],
    [{ mctAmount: 40_001 }, "mctAmount is more than the original use's"],
    [{ mctAmount: 3_999 }, 'useOcbPoint is more than mctAmount'],
    [{ useOcbPoint: '4,000' }, 'useOcbPoint'],
    [{ mctAmount: '' }, 'mctAmount'],
    [{ mctAmount: -1 }, 'mctAmount'],
  ])('refuses %j with 1000, and the part can still be used', async (change, detail) => {
    const part = { ...(await cancelledUse({ ocbPoint: 10_000 })), mctAmount: 25_000, useOcbPoint: 4_000 };
    const answer = await ocb.asMerchant('usePart', { mctTransactionId: 'part', ...part, ...change });
    expect(answer).toMatchObject({ status: 400, code: '1000', detail: expect.stringContaining(detail) });
    expect(await done('usePart', { mctTransactionId: 'part', ...part })).toMatchObject({ useOcbPoint: 4_000 });
  });

  it('requires a use of the same merchant and the cancel of that use (4017)', async () => {
    const one = await cancelledUse({ ocbPoint: 10 });
    const two = await cancelledUse({ ocbPoint: 10 });
    const foreign = await cancelledUse({ ocbPoint: 10 }, { merchantNth: 1 });
    const uncancelled = await used({ ocbPoint: 10 });
    const pairs = [
      { ...one, orgCancelUseOcbTransactionId: two.orgCancelUseOcbTransactionId },
      { ...one, orgCancelUseOcbTransactionId: 'unknown' },
      { ...one, orgUseOcbTransactionId: 'unknown' },
      { ...one, orgUseOcbTransactionId: one.orgCancelUseOcbTransactionId },
      {
        orgUseOcbTransactionId: uncancelled.ocbTransactionId,
        orgCancelUseOcbTransactionId: uncancelled.ocbTransactionId,
      },
      foreign,
    ];
    for (const pair of pairs) {
      expect(await refused('usePart', { ...pair, mctAmount: 10, useOcbPoint: 10 })).toEqual(NOT_A_PAIR);
    }
  });

  it.each([
    ['suspended', '4058'],
    ['withdrawn', '4057'],
  ])('is refused if the member was %s after the use (%s)', async (status, code) => {
    const originals = await cancelledUse({ ocbPoint: 10 });
    await ocb.context.db.execute(`update members set status = '${status}' where id = 1`);
    expect((await refused('usePart', { ...originals, mctAmount: 10, useOcbPoint: 10 }))[0]).toBe(code);
  });
});
