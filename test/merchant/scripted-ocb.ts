import { expect } from 'vitest';
import type { ResultResponse } from '../../contract/merchant-api';
import { MerchantError } from '../../merchant/merchant-error';
import type { Asker } from '../../merchant/settle';
import { type Question, questionOf } from '../../merchant/verdict';

export const NOW = Date.UTC(2026, 10, 24, 15, 0, 1);
/** OCB's response to an approved use. */
export const ANSWER = {
  ocbTransactionId: 'ocb-1',
  nxAuthDay: '20261125',
  nxAuthNo: '000000001',
  mctAmount: 40_000,
  useOcbPoint: 3000,
  dutumPoint: 500,
  chargePoint: 0,
  userAuthToken: 'U',
};

/** A response of /result with the stored code. */
export const tell = (rxResCode: string, ocbTransactionId = 'ocb-1'): ResultResponse => ({
  ...{ ocbTransactionId, nxAuthDay: '20261125', nxAuthNo: '000000001', transactionTime: '20261125000001' },
  ...{ rxResCode, errorMessage: rxResCode === '0000' ? '' : 'why' },
  useInfo: { useOcbPoint: 3000, dutumPoint: 500, chargePoint: 0 },
  saveInfo: null,
});
export const error = (code: string, status = 500) => new MerchantError(code, status, code, '');
/** OCB's response to an unauthenticated caller. */
export const inClear = (code: string, status: number) =>
  new MerchantError(code, status, code, '', { isLastWord: false });

export const LOST = error('4001', 0);
export const ABSENT = error('4017');
export const SPENT = error('1000', 403);

type Said = typeof ANSWER | ResultResponse | MerchantError;
/** One expected call, and OCB's response. */
export type Exchange = [call: 'make' | 'result', says: Said];

/** A scripted OCB. `make` and `result` each take the next entry, and record the call. */
export function scripted(script: Exchange[]) {
  let now = NOW;
  const asked: Question[] = [];
  const waits: number[] = [];
  const next = async (call: 'make' | 'result', question: Question) => {
    asked.push(question);
    const [expected, says] = script.shift() ?? ['nothing', LOST];
    expect(call).toBe(expected);
    if (says instanceof Error) throw says;
    return says;
  };
  const asker: Asker<typeof ANSWER> = {
    make: async (question) => (await next('make', question)) as typeof ANSWER,
    result: async (question) => (await next('result', question)) as ResultResponse,
    async pause(ms) {
      waits.push(ms);
      now += ms;
    },
    now: () => now,
  };
  return { asker, asked, waits, left: script };
}

export const question = questionOf(
  'use',
  { mctTransactionId: 'order-1', ocbUseTrAuthToken: 'T' },
  { now: NOW },
) as Question;
export const approved = (answer: object = ANSWER) => ({ outcome: 'approved', answer });
export const refused = (code: string) => ({ outcome: 'refused', error: { code } });
export const unknown = (code: string) => ({
  outcome: 'unknown',
  error: { code },
  question: { ...question, sentAt: expect.any(Number) },
});
