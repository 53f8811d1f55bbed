import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { MERCHANT_API, MERCHANT_CALLS, type MerchantCall } from '../../contract/merchant-api';
import { decrypt } from '../../merchant/client';
import { answerWith, keys, sealed } from './answering-server';

const approval = { ocbTransactionId: 'ocb-1', nxAuthDay: '20261125', nxAuthNo: '000000001' };
const points = { useOcbPoint: 3_000, dutumPoint: 500, chargePoint: 0 };

/** OCB's responses to an approved use and to its cancel. */
export const USED = { ...approval, mctAmount: 40_000, ...points, userAuthToken: 'USER-AUTH-TOKEN' };
export const CANCELLED = {
  ...{ ocbTransactionId: 'ocb-2', nxAuthDay: '20261125', nxAuthNo: '000000002' },
  ...{ canceledOcbPoint: 3_000, canceledDutumPoint: 500, canceledChargePoint: 0 },
};
const APPROVED = {
  ...approval,
  rxResCode: '0000',
  errorMessage: '',
  transactionTime: '',
  useInfo: points,
  saveInfo: null,
};

/** The response is lost on its way. */
export const LOSE = Symbol('lose');
/** A refusal with this code. */
export const sealedRefusal = (errorCode: string) => ({ errorCode, errorMessage: 'm', errorDetailMessage: '' });

/** One request that arrived. */
export interface Seen {
  call: MerchantCall;
  body: Record<string, unknown>;
}

const calls = Object.entries(MERCHANT_CALLS) as [MerchantCall, { path: string }][];

/**
 * Answers each call with its response, its refusal, or not at all; `/result` may be `'approved'`. Other calls fail the
 * test. Returns the requests as they arrive.
 */
export function answerCalls(answers: Partial<Record<MerchantCall, unknown>>): Seen[] {
  const seen: Seen[] = [];
  answerWith(async (request, response) => {
    const [call] = calls.find(([, { path }]) => request.url === MERCHANT_API + path) ?? expect.fail(`${request.url}`);
    seen.push({ call, body: JSON.parse(decrypt(await text(request), keys)) });
    const answer = answers[call] ?? expect.fail(`an unexpected ${call}`);
    if (answer === LOSE) return void request.socket.destroy();
    const isRefusal = typeof answer === 'object' && 'errorCode' in answer;
    const body = isRefusal
      ? { errorObject: answer }
      : { ...(answer === 'approved' ? APPROVED : answer), errorObject: null };
    sealed(body, isRefusal ? 500 : 200)(request, response);
  });
  return seen;
}
