import { createHash } from 'node:crypto';
import { ERRORS } from '../contract/errors';
import type { CancelRequest, CancelResponse } from '../contract/merchant-api';
import { MerchantError } from './merchant-error';
import { MismatchError } from './mismatch-error';
import { type Expectation, ID_SIZE, type Question, type UseAnswer, type Verdict } from './verdict';

/** Cancels a use, and resolves with the verdict. */
type Cancel = (request: CancelRequest) => Promise<Verdict<CancelResponse>>;

const SUFFIX = '-unfit';

/**
 * Returns the id under which the kit cancels a use. It follows from the use's, so that after a crash the same cancel is
 * asked for again, never another one.
 */
function cancelIdOf(mctTransactionId: string): string {
  const fits = [...mctTransactionId].length + SUFFIX.length <= ID_SIZE;
  return (fits ? mctTransactionId : createHash('sha256').update(mctTransactionId).digest('hex')) + SUFFIX;
}

/** Whether a use was approved for what the order says, and for no more points than that. */
function isFit({ mctAmount, usePoint }: Expectation, { useOcbPoint, dutumPoint, mctAmount: approved }: UseAnswer) {
  const points = useOcbPoint + dutumPoint;
  if (approved !== mctAmount || (usePoint !== undefined && points !== usePoint)) return false;
  // An amount of 0 has no limit (SPEC, mctAmount).
  return mctAmount === 0 || points <= mctAmount;
}

/**
 * Compares an approved use with what its question expects, and cancels it if it was approved for anything else. The
 * verdict is then `refused`, for nothing was taken in the end, or `unknown` until the cancel is approved. Both have a
 * MismatchError. Other verdicts stay as they are.
 */
export async function fitted(
  question: Question<'use'>,
  verdict: Verdict<UseAnswer>,
  cancel: Cancel,
): Promise<Verdict<UseAnswer>> {
  const { request, expect } = question;
  if (verdict.outcome !== 'approved' || !expect) return verdict;
  const { answer } = verdict;
  if (answer.mctAmount === undefined) {
    const detail = 'approved, as /result says without the amount: it cannot be compared yet';
    const error = new MerchantError('4072', 200, ERRORS['4072'].ko, detail);
    return { outcome: 'unknown', error, question };
  }
  if (isFit(expect, answer)) return verdict;
  const mctTransactionId = cancelIdOf(request.mctTransactionId);
  const cancelled = await cancel({ mctTransactionId, orgOcbTransactionId: answer.ocbTransactionId });
  const error = new MismatchError(expect, answer, mctTransactionId, cancelled);
  return cancelled.outcome === 'approved' ? { outcome: 'refused', error } : { outcome: 'unknown', error, question };
}
