import { ERRORS } from '../contract/errors';
import type { ResultResponse } from '../contract/merchant-api';
import { MerchantError } from './merchant-error';
import type { MoneyCall, MoneyCalls } from './verdict';

/** `refused` is OCB's last word; `open` tells nothing for good: ask again. */
export type Untold = { outcome: 'refused'; error: MerchantError } | { outcome: 'open'; error: MerchantError };

/** What one answer tells of a call whose own answers are `A`. */
export type Told<A> = { outcome: 'approved'; answer: A } | Untold;

const APPROVED = '0000';
/** [OCB]원거래전표미존재. As a code of `/result` itself: no such transaction, or not yet. */
const ABSENT = '4017';

/** What an answer of `/result` tells of a call: as much of the call's own answer as is in it, or why it was refused. */
export function toldBy<A>(call: MoneyCall, result: ResultResponse): Told<A> {
  const { rxResCode, errorMessage, ocbTransactionId } = result;
  if (rxResCode === APPROVED) return { outcome: 'approved', answer: ANSWERS[call](result) as A };
  // Whatever the code: what is written down is what the same id is answered with for ever.
  const error = new MerchantError(rxResCode, 200, errorMessage, 'told by /result', { isLastWord: true });
  const isAbsent = rxResCode === ABSENT && ocbTransactionId === '';
  return isAbsent ? { outcome: 'open', error } : { outcome: 'refused', error };
}

const approval = ({ ocbTransactionId, nxAuthDay, nxAuthNo }: ResultResponse) => ({
  ocbTransactionId,
  nxAuthDay,
  nxAuthNo,
});

function pointsOf({ useInfo }: ResultResponse) {
  if (useInfo) return useInfo;
  throw new MerchantError('4072', 200, ERRORS['4072'].ko, '/result approves a use without its useInfo');
}

const used = (result: ResultResponse) => ({ ...approval(result), ...pointsOf(result) });

/** The fields of each call's answer that `/result` tells. */
const ANSWERS: { [C in MoneyCall]: (result: ResultResponse) => MoneyCalls[C]['answer'] } = {
  use: used,
  usePart: used,
  cancel: (result) => {
    const { useOcbPoint, dutumPoint, chargePoint } = pointsOf(result);
    return {
      ...approval(result),
      canceledOcbPoint: useOcbPoint,
      canceledDutumPoint: dutumPoint,
      canceledChargePoint: chargePoint,
    };
  },
  save: approval,
  cancelSave: approval,
};
