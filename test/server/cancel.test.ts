import { describe, expect, it } from 'vitest';
import { freshSandbox, ocb } from './fresh-sandbox';
import { approval, done, first, payco, refused, used } from './spending';

freshSandbox();

const NOT_A_USE = ['4017', 500, 'orgOcbTransactionId is not a use of this merchant'];

describe('cancel', () => {
  it('returns every point to where it came from', async () => {
    const before = await ocb.balancesOf(first);
    const use = await used({ ocbPoint: 10_000, dutumPoint: 6_000 });
    const answer = await done('cancel', { orgOcbTransactionId: use.ocbTransactionId });
    expect(answer).toEqual({
      ...approval,
      canceledOcbPoint: 10_000,
      canceledDutumPoint: 6_000,
      canceledChargePoint: 0,
    });
    expect(answer.ocbTransactionId).not.toBe(use.ocbTransactionId);
    expect(await ocb.balancesOf(first)).toEqual(before);
  });

  it('refunds charged points to PAYCO, not to the member', async () => {
    const use = await used({ ocbPoint: 3_000, chargePoint: 2_000 }, { who: payco });
    expect(await done('cancel', { orgOcbTransactionId: use.ocbTransactionId })).toMatchObject({
      canceledOcbPoint: 3_000,
      canceledChargePoint: 2_000,
    });
    expect(await ocb.balancesOf(payco)).toEqual({ ocb: 1_000 });
  });

  it('refunds everything to PAYCO if everything was charged', async () => {
    await used({ ocbPoint: 1_000 }, { who: payco });
    const use = await used({ ocbPoint: 700, chargePoint: 700 }, { who: payco });
    expect(await done('cancel', { orgOcbTransactionId: use.ocbTransactionId })).toMatchObject({
      canceledChargePoint: 700,
    });
    expect(await ocb.balancesOf(payco)).toEqual({ ocb: 0 });
  });

  it('happens once: the same id gets the first response, another id always gets 3040', async () => {
    const { ocbTransactionId: orgOcbTransactionId } = await used({ ocbPoint: 10_000 });
    const again = { mctTransactionId: 'again', orgOcbTransactionId };
    const answers = await Promise.all([1, 2, 3, 4].map(() => ocb.asMerchant('cancel', again)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.code).toBe('ok');
    const late = { mctTransactionId: 'late', orgOcbTransactionId };
    for (const _time of [1, 2]) {
      expect(await refused('cancel', late)).toEqual(['3040', 500, 'The use is already cancelled']);
    }
    expect((await ocb.balancesOf(first)).ocb).toBe(first.ocbPoint);
  });

  it('works for a member who was suspended after the use', async () => {
    const use = await used({ ocbPoint: 10_000 });
    await ocb.context.db.execute("update members set status = 'suspended' where id = 1");
    await done('cancel', { orgOcbTransactionId: use.ocbTransactionId });
    expect((await ocb.balancesOf(first)).ocb).toBe(first.ocbPoint);
  });

  it('requires a use of the same merchant (4017)', async () => {
    const use = await used({ ocbPoint: 1 });
    const foreign = await used({ ocbPoint: 1 }, { merchantNth: 1 });
    const cancelled = await done('cancel', { orgOcbTransactionId: use.ocbTransactionId });
    for (const id of ['unknown', 'opening', foreign.ocbTransactionId, cancelled.ocbTransactionId]) {
      expect(await refused('cancel', { orgOcbTransactionId: id })).toEqual(NOT_A_USE);
    }
    expect(await refused('cancel', { orgOcbTransactionId: use.ocbTransactionId }, 1)).toEqual(NOT_A_USE);
  });

  it('is 1000 if the id was used for another request', async () => {
    const one = await used({ ocbPoint: 1 });
    const two = await used({ ocbPoint: 1 });
    await done('cancel', { mctTransactionId: 'mine', orgOcbTransactionId: one.ocbTransactionId });
    const other = [
      ['cancel', { orgOcbTransactionId: two.ocbTransactionId }],
      ['cancelSave', { orgOcbTransactionId: one.ocbTransactionId }],
      ['use', { ocbUseTrAuthToken: 'x' }],
    ] as const;
    for (const [call, body] of other) {
      const detail = 'mctTransactionId was used for another request';
      expect(await refused(call, { mctTransactionId: 'mine', ...body })).toEqual(['1000', 400, detail]);
    }
    await done(
      'cancel',
      {
        mctTransactionId: 'mine',
        orgOcbTransactionId: (await used({ ocbPoint: 1 }, { merchantNth: 1 })).ocbTransactionId,
      },
      1,
    );
  });
});
