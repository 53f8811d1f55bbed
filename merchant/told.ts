import { ERRORS, rowOf } from '../contract/errors';
import { APPROVED, type ResultResponse } from '../contract/merchant-api';
import { answerFromResult } from './answer';
import { MerchantError } from './merchant-error';
import type { MoneyCall } from './verdict';

/**
 * `refused` is OCB's final decision; `open` decides nothing yet: ask again. `hasArrived`: OCB has the request, so
 * making the call again would not help.
 */
export type Untold =
  | { outcome: 'refused'; error: MerchantError }
  | { outcome: 'open'; error: MerchantError; hasArrived?: true };

/** What one response reveals about a call. `A` is the call's response type. */
export type Told<A> = { outcome: 'approved'; answer: A } | Untold;

/** [OCB]원거래전표미존재. As a code of `/result` itself: no such transaction, or not yet. */
const ABSENT = '4017';

/**
 * Returns what a `/result` response reveals about a call: the fields of the call's own response that it contains, or
 * why the call was refused.
 */
export function toldBy<A>(call: MoneyCall, result: ResultResponse): Told<A> {
  const { rxResCode, errorMessage, ocbTransactionId } = result;
  if (rxResCode === APPROVED) return { outcome: 'approved', answer: answerIn<A>(call, result) };
  const error = new MerchantError(rxResCode, 200, errorMessage, 'told by /result');
  // The approval system did not answer OCB (4000, 4001, 4062, 4072), or OCB is not itself: it may be approved yet.
  if (rowOf(rxResCode)?.outcome === 'unknown') return { outcome: 'open', error, hasArrived: true };
  const isAbsent = rxResCode === ABSENT && ocbTransactionId === '';
  return isAbsent ? { outcome: 'open', error } : { outcome: 'refused', error };
}

function answerIn<A>(call: MoneyCall, result: ResultResponse): A {
  const answer = answerFromResult(call, result);
  if (typeof answer !== 'string') return answer as A;
  throw new MerchantError('4072', 200, ERRORS['4072'].ko, `/result approves ${call} without its ${answer}`);
}
