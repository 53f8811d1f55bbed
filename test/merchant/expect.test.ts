import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { MerchantCall } from '../../contract/merchant-api';
import { type Expectation, MismatchError, questionOf, type Verdict } from '../../merchant/client';
import { answerCalls, CANCELLED, LOSE, type Seen, sealedRefusal, USED } from './answering-calls';
import { client, serverForEachTest } from './answering-server';

serverForEachTest();

const use = { mctTransactionId: 'order-1', ocbUseTrAuthToken: 'TOKEN' };
const order: Expectation = { mctAmount: 40_000, usePoint: 3_500 };
const CANCEL = { mctTransactionId: 'order-1-unfit', orgOcbTransactionId: USED.ocbTransactionId };

/** No wait between attempts; the time limit of a call never comes. */
const kit = () => client({ sleep: (ms) => (ms < 10_000 ? Promise.resolve() : new Promise(() => {})) });
const cancels = (seen: Seen[]) => seen.filter(({ call }) => call === 'cancel').map(({ body }) => body);
const errorOf = (verdict: Verdict<object>) =>
  verdict.outcome === 'approved' ? expect.fail('expected an error') : (verdict.error as MismatchError);

describe('a use that the order expects', () => {
  it.each<[string, Expectation]>([
    ['with its points', order],
    ['with any points up to its amount', { mctAmount: 40_000 }],
  ])('is approved %s, and not cancelled', async (_what, expected) => {
    const seen = answerCalls({ use: USED });
    expect(await kit().use(use, { expect: expected })).toEqual({ outcome: 'approved', answer: USED });
    expect(seen.map(({ call }) => call)).toEqual(['use']);
  });

  it('may use points without limit for an amount of 0, which has none', async () => {
    answerCalls({ use: { ...USED, mctAmount: 0 } });
    expect(await kit().use(use, { expect: { mctAmount: 0 } })).toMatchObject({ outcome: 'approved' });
  });

  it('is refused by OCB as ever', async () => {
    const seen = answerCalls({ use: sealedRefusal('4018') });
    const verdict = await kit().use(use, { expect: order });
    expect(verdict).toMatchObject({ outcome: 'refused', error: { name: 'MerchantError', code: '4018' } });
    expect(cancels(seen)).toEqual([]);
  });
});

describe('a use that is approved for something else', () => {
  it.each<[string, object, Expectation]>([
    ['another amount', { mctAmount: 39_999 }, order],
    ['an amount for which more 두툼 points are offered', { mctAmount: 1_000_000 }, order],
    ['no amount', { mctAmount: 0 }, order],
    ['more points', { useOcbPoint: 3_001 }, order],
    ['fewer points', { dutumPoint: 499 }, order],
    ['more points than the amount', { useOcbPoint: 40_000, dutumPoint: 1 }, { mctAmount: 40_000 }],
  ])('is cancelled under an id of its own, and refused: %s', async (_what, change, expected) => {
    const seen = answerCalls({ use: { ...USED, ...change }, cancel: CANCELLED });
    const verdict = await kit().use(use, { expect: expected });
    expect(verdict.outcome).toBe('refused');
    expect(errorOf(verdict)).toBeInstanceOf(MismatchError);
    const { userAuthToken: _secret, ...approved } = { ...USED, ...change };
    const cancel = { outcome: 'approved', answer: CANCELLED };
    const told = { code: '3039', retrySafe: false, expected, approved, cancelId: 'order-1-unfit', cancel };
    expect(errorOf(verdict)).toMatchObject(told);
    expect(JSON.parse(JSON.stringify(errorOf(verdict)))).toMatchObject(told);
    expect(cancels(seen)).toEqual([CANCEL]);
  });

  it('says both, and keeps tokens to itself', async () => {
    answerCalls({ use: { ...USED, mctAmount: 10 }, cancel: CANCELLED });
    const error = errorOf(await kit().use(use, { expect: order }));
    expect(error.detail).toBe(
      'expected mctAmount 40000, usePoint 3500, approved mctAmount 10, usePoint 3500: cancelled',
    );
    expect(inspect(error, { depth: 9 })).not.toContain(USED.userAuthToken);
  });

  it('is cancelled under a shorter id if its own fills 128 characters', async () => {
    const seen = answerCalls({ use: { ...USED, mctAmount: 1 }, cancel: CANCELLED });
    await kit().use({ ...use, mctTransactionId: 'x'.repeat(128) }, { expect: order });
    await kit().use({ ...use, mctTransactionId: `${'x'.repeat(127)}y` }, { expect: order });
    const ids = cancels(seen).map(({ mctTransactionId }) => mctTransactionId);
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{64}-unfit$/), expect.stringMatching(/^[0-9a-f]{64}-unfit$/)]);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('what is not found out at once', () => {
  const undecided = async (answers: Partial<Record<MerchantCall, unknown>>) => {
    answerCalls({ use: { ...USED, mctAmount: 10 }, ...answers });
    const verdict = await kit().use(use, { expect: order });
    if (verdict.outcome !== 'unknown') return expect.fail(`expected unknown, got ${verdict.outcome}`);
    return { error: errorOf(verdict), stored: JSON.parse(JSON.stringify(verdict.question)) };
  };

  it('is unknown while the cancel is undecided, and settled by the same cancel', async () => {
    const { error, stored } = await undecided({ cancel: LOSE, result: LOSE });
    expect(error).toMatchObject({ name: 'MismatchError', retrySafe: true });
    expect(error.detail).toContain('its cancel is undecided (4001): settle the question');
    const seen = answerCalls({ result: 'approved', use: { ...USED, mctAmount: 10 }, cancel: CANCELLED });
    expect(await kit().settle(stored)).toMatchObject({ outcome: 'refused', error: { name: 'MismatchError' } });
    expect(cancels(seen)).toEqual([CANCEL]);
  });

  it('is unknown if the cancel is refused, because the points are taken', async () => {
    const { error } = await undecided({ cancel: sealedRefusal('3040') });
    expect(error).toMatchObject({ name: 'MismatchError', cancel: { outcome: 'refused', error: { code: '3040' } } });
    expect(error.detail).toContain('its cancel was refused (3040): the points are taken');
  });

  it('is unknown while nothing but /result, which tells no amount, says that the use was approved', async () => {
    const { error, stored } = await undecided({ use: LOSE, result: 'approved' });
    expect(error).toMatchObject({ name: 'MerchantError', code: '4072', retrySafe: true });
    answerCalls({ result: 'approved', use: USED });
    expect(await kit().settle(stored)).toEqual({ outcome: 'approved', answer: USED });
  });

  it('is compared after a crash as well, with what was stored before the call', async () => {
    const stored = JSON.parse(JSON.stringify(questionOf('use', use, { expect: order })));
    const seen = answerCalls({ result: 'approved', use: { ...USED, mctAmount: 10 }, cancel: CANCELLED });
    expect(await kit().settle(stored)).toMatchObject({ outcome: 'refused', error: { name: 'MismatchError' } });
    expect(cancels(seen)).toEqual([CANCEL]);
  });
});

describe('an expectation', () => {
  it.each([
    { usePoint: 1 },
    { mctAmount: -1 },
    { mctAmount: 0.5 },
    { mctAmount: '40000' },
    { mctAmount: 1, usePoint: NaN },
  ])('that cannot be met is a TypeError, and nothing is sent: %j', async (expected) => {
    answerCalls({});
    await expect(kit().use(use, { expect: expected as Expectation })).rejects.toThrow(TypeError);
  });
});
