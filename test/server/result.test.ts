import { describe, expect, it } from 'vitest';
import { ERRORS } from '../../contract/errors';
import type { MerchantCall } from '../../contract/merchant-api';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { member, NOON } from './fixture';
import { freshSandbox, ocb } from './fresh-sandbox';

freshSandbox();

const first = member('ready');
const DAY = 24 * 60 * 60_000;
const numbers = { nxMctNo: MERCHANTS[0].nxMctNo, nxMctCorpNo: MERCHANTS[0].nxMctCorpNo };

/** Calls /result for an id, by default of today. */
const ask = (question: object, nth = 0) =>
  ocb.asMerchant(
    'result',
    {
      transactionType: 'USE',
      nxMctNo: MERCHANTS[nth]?.nxMctNo,
      mctTransactionId: '',
      mctTransactionDay: '20260601',
      ocbTransactionId: '',
      ...question,
    },
    nth,
  );

const done = async (call: MerchantCall, body: object) => {
  const { ok, code, detail } = await ocb.asMerchant(call, body);
  if (!ok) throw new Error(`${call}: ${code} ${detail}`);
  return ok;
};

async function use(mctTransactionId: string, choice: object = { ocbPoint: 10_000, dutumPoint: 6_000 }, who = first) {
  const { ocbUseTrAuthToken } = await ocb.authorized(who, choice);
  return done('use', { mctTransactionId, ocbUseTrAuthToken });
}

const save = (mctTransactionId: string, body: object = {}) =>
  ocb.asMerchant('save', {
    mctTransactionId,
    ...numbers,
    authType: 'CARD',
    authID: first.cardNumber,
    reqPoint: 500,
    ...body,
  });

/** The fields of `/result` for an approved response. */
const approvedAs = ({ ocbTransactionId, nxAuthDay, nxAuthNo }: Record<string, unknown>) => ({
  ocbTransactionId,
  nxAuthDay,
  nxAuthNo,
  rxResCode: '0000',
  errorMessage: '',
  transactionTime: '20260601120000',
});

describe('/result reports what settlement needs', () => {
  it('for a use, its cancel and a partial use', async () => {
    const used = await use('u', { ocbPoint: 3_000, chargePoint: 2_000 }, member('short', 1));
    const cancelled = await done('cancel', { mctTransactionId: 'c', orgOcbTransactionId: used.ocbTransactionId });
    const part = await done('usePart', {
      mctTransactionId: 'p',
      orgUseOcbTransactionId: used.ocbTransactionId,
      orgCancelUseOcbTransactionId: cancelled.ocbTransactionId,
      mctAmount: 1_500,
      useOcbPoint: 1_500,
    });
    const whole = { useOcbPoint: 3_000, dutumPoint: 0, chargePoint: 2_000 };
    for (const [id, answer, useInfo] of [
      ['u', used, whole],
      ['c', cancelled, whole],
      ['p', part, { useOcbPoint: 1_500, dutumPoint: 0, chargePoint: 500 }],
    ]) {
      const told = { ...approvedAs(answer), useInfo, saveInfo: null };
      expect((await ask({ mctTransactionId: id })).ok).toEqual(told);
      const byOcbId = { ocbTransactionId: answer.ocbTransactionId };
      expect((await ask({ ...byOcbId, mctTransactionDay: '' })).ok).toEqual(told);
      expect((await ask({ ...byOcbId, mctTransactionId: id })).ok).toEqual(told);
    }
  });

  it('for a save and its cancel', async () => {
    const { ok: saved } = await save('s');
    const cancelled = await done('cancelSave', { mctTransactionId: 'c', orgOcbTransactionId: saved.ocbTransactionId });
    for (const [id, answer] of [
      ['s', saved],
      ['c', cancelled],
    ]) {
      expect((await ask({ transactionType: 'SAVE', mctTransactionId: id })).ok).toEqual({
        ...approvedAs(answer),
        useInfo: null,
        saveInfo: { reqPoint: 500, saveOcbPoint: 500 },
      });
    }
  });
});

describe('/result distinguishes refused requests from missing ones', () => {
  it('reports the code of a refusal, without an approval', async () => {
    const { ocbUseTrAuthToken } = await ocb.authorized(first, { ocbPoint: 30_000 });
    await use('first', { ocbPoint: 30_000 });
    expect((await ocb.asMerchant('use', { mctTransactionId: 'u', ocbUseTrAuthToken })).code).toBe('4018');
    expect((await ask({ mctTransactionId: 'u' })).ok).toEqual({
      ocbTransactionId: expect.stringMatching(/^20260601[0-9a-f]{32}$/),
      nxAuthDay: '',
      nxAuthNo: '',
      rxResCode: '4018',
      errorMessage: ERRORS['4018'].ko,
      transactionTime: '20260601120000',
      useInfo: { useOcbPoint: 0, dutumPoint: 0, chargePoint: 0 },
      saveInfo: null,
    });
  });

  it.each<[string, 'USE' | 'SAVE', MerchantCall, object]>([
    ['4017', 'USE', 'cancel', { orgOcbTransactionId: 'unknown' }],
    [
      '4017',
      'USE',
      'usePart',
      { orgUseOcbTransactionId: 'u', orgCancelUseOcbTransactionId: 'c', mctAmount: 1, useOcbPoint: 1 },
    ],
    ['4017', 'SAVE', 'cancelSave', { orgOcbTransactionId: 'unknown' }],
    ['2302', 'SAVE', 'save', { ...numbers, authType: 'CARD', authID: 'none', reqPoint: 5 }],
  ])('reports %s for a refused %s by %s', async (code, transactionType, call, body) => {
    const mctTransactionId = 'refused';
    expect((await ocb.asMerchant(call, { mctTransactionId, ...body })).code).toBe(code);
    const { ok } = await ask({ transactionType, mctTransactionId });
    expect(ok).toMatchObject({ rxResCode: code, errorMessage: ERRORS[code as '4017'].ko });
    expect(ok.saveInfo?.saveOcbPoint ?? ok.useInfo.useOcbPoint).toBe(0);
  });

  it('is 4017 for a request that never arrived, was never allowed, or is another merchant’s', async () => {
    const { ocbTransactionId } = await use('mine');
    await ocb.asMerchant('use', { mctTransactionId: 'forbidden', ocbUseTrAuthToken: 'unknown' });
    await ocb.asMerchant('cancel', { mctTransactionId: 'wrong', orgOcbTransactionId: '' });
    const never = { status: 500, code: '4017', detail: 'No such request has arrived' };
    for (const mctTransactionId of ['never', 'forbidden', 'wrong']) {
      expect(await ask({ mctTransactionId })).toMatchObject(never);
    }
    expect(await ask({ mctTransactionId: 'mine' }, 1)).toMatchObject(never);
    expect(await ask({ ocbTransactionId }, 1)).toMatchObject(never);
    expect(await ask({ ocbTransactionId: 'opening' })).toMatchObject(never);
  });
});

describe('the query of /result', () => {
  it('must match the request in every field', async () => {
    const { ocbTransactionId } = await use('u');
    const other = await use('other', { ocbPoint: 1 });
    for (const wrong of [
      { mctTransactionId: 'u', transactionType: 'SAVE' },
      { mctTransactionId: 'u', ocbTransactionId: other.ocbTransactionId },
      { mctTransactionId: 'u', mctTransactionDay: '20260603' },
      { ocbTransactionId, mctTransactionDay: '20260530' },
    ]) {
      expect(await ask(wrong)).toMatchObject({ code: '4017' });
    }
  });

  it.each<[string, object]>([
    ['empty', { ocbTransactionId: '' }],
    ['null', { ocbTransactionId: null }],
    ['missing', { ocbTransactionId: undefined }],
  ])('may have an ocbTransactionId that is %s, as after a lost response', async (_what, unknown) => {
    const { ocbTransactionId } = await use('u');
    expect((await ask({ mctTransactionId: 'u', ...unknown })).ok).toMatchObject({ ocbTransactionId });
    const nothing = { status: 400, code: '1000', detail: 'mctTransactionId and ocbTransactionId are both empty' };
    expect(await ask({ ...unknown })).toMatchObject(nothing);
  });

  it.each([
    ['just before midnight in Korea', DAY / 2 - 1, '20260601', '20260602', '20260531', '20260603'],
    ['at midnight', DAY / 2, '20260602', '20260601', '20260603', '20260531'],
    ['at the end of a year', Date.UTC(2026, 11, 31, 14, 59) - NOON, '20261231', '20270101', '20261230', '20270102'],
  ])('accepts the date in Korea or an adjacent one: %s', async (_when, later, day, next, before, far) => {
    ocb.time.now = NOON + later;
    await save('s');
    for (const mctTransactionDay of [day, next, before]) {
      expect(await ask({ transactionType: 'SAVE', mctTransactionId: 's', mctTransactionDay })).toMatchObject({
        code: 'ok',
      });
    }
    expect((await ask({ transactionType: 'SAVE', mctTransactionId: 's', mctTransactionDay: far })).code).toBe('4017');
  });

  it.each<[string, object, string]>([
    ['no id', {}, 'mctTransactionId and ocbTransactionId are both empty'],
    [
      'no day',
      { mctTransactionId: 'u', mctTransactionDay: '' },
      'mctTransactionDay and ocbTransactionId are both empty',
    ],
    [
      'no day of the calendar',
      { mctTransactionId: 'u', mctTransactionDay: '20260230' },
      'mctTransactionDay is not a date',
    ],
    ['half a day', { mctTransactionId: 'u', mctTransactionDay: '202606' }, 'mctTransactionDay'],
    ['another type', { mctTransactionId: 'u', transactionType: 'CANCEL' }, 'transactionType'],
    ['a missing field', { mctTransactionId: undefined }, 'mctTransactionId is missing'],
  ])('with %s is 1000', async (_what, question, detail) => {
    expect(await ask(question)).toMatchObject({ status: 400, code: '1000', detail: expect.stringContaining(detail) });
  });

  it('must contain the merchant’s own nxMctNo (403 / 1000)', async () => {
    const answer = await ask({ mctTransactionId: 'u', nxMctNo: MERCHANTS[1].nxMctNo });
    expect(answer).toMatchObject({ status: 403, code: '1000', detail: "nxMctNo is not the calling merchant's" });
  });
});
