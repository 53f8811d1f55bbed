import { ERRORS } from '../contract/errors';
import { APPROVED, type ResultResponse } from '../contract/merchant-api';
import { answerFromResult } from './answer';
import { MerchantError } from './merchant-error';
import type { MoneyCall } from './verdict';

/** `refused` is OCB's last word; `open` tells nothing for good: ask again. */
export type Untold = { outcome: 'refused'; error: MerchantError } | { outcome: 'open'; error: MerchantError };

/** What one answer tells of a call whose own answers are `A`. */
export type Told<A> = { outcome: 'approved'; answer: A } | Untold;

/** [OCB]원거래전표미존재. As a code of `/result` itself: no such transaction, or not yet. */
const ABSENT = '4017';

/** What an answer of `/result` tells of a call: as much of the call's own answer as is in it, or why it was refused. */
export function toldBy<A>(call: MoneyCall, result: ResultResponse): Told<A> {
  const { rxResCode, errorMessage, ocbTransactionId } = result;
  if (rxResCode === APPROVED) return { outcome: 'approved', answer: answerIn<A>(call, result) };
  // Whatever the code: what is written down is what the same id is answered with for ever.
  const error = new MerchantError(rxResCode, 200, errorMessage, 'told by /result', { isLastWord: true });
  const isAbsent = rxResCode === ABSENT && ocbTransactionId === '';
  return isAbsent ? { outcome: 'open', error } : { outcome: 'refused', error };
}

function answerIn<A>(call: MoneyCall, result: ResultResponse): A {
  const answer = answerFromResult(call, result);
  if (typeof answer !== 'string') return answer as A;
  throw new MerchantError('4072', 200, ERRORS['4072'].ko, `/result approves ${call} without its ${answer}`);
}
