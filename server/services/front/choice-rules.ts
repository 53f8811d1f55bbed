import { type Available, type Choice, USE_LIMIT } from '../../../contract/rules';

/** Why a choice cannot be authorised: the error code and the field concerned. */
interface ChoiceRefused {
  code: '1000' | '4016' | '4018' | '4061';
  field: 'ocbPoint' | 'dutumPoint';
  reason: 'empty' | 'not-a-number' | 'over-amount' | 'short-ocb' | 'short-dutum' | 'over-limit';
}

const isPoints = (value: number): boolean => value >= 0 && Math.floor(value) === value;

/**
 * Returns why the choice cannot be authorised, or undefined if it can: 4016 not enough OCB points; 4018 not enough 두툼
 * points; 4061 more than 500,000; 1000 nothing chosen, more than the amount, or not whole numbers. An amount of 0 means
 * no limit (SPEC, mctAmount).
 */
export function choiceRefused(available: Available, choice: Choice): ChoiceRefused | undefined {
  const { ocbPoint, dutumPoint, chargePoint } = choice;
  if (!isPoints(ocbPoint)) return { code: '1000', field: 'ocbPoint', reason: 'not-a-number' };
  if (!isPoints(dutumPoint)) return { code: '1000', field: 'dutumPoint', reason: 'not-a-number' };
  const short = Math.max(0, ocbPoint - available.ocbPoint);
  if (dutumPoint > available.dutumPoint) return { code: '4018', field: 'dutumPoint', reason: 'short-dutum' };
  if (short > 0 && (!available.canCharge || chargePoint !== short)) {
    return { code: '4016', field: 'ocbPoint', reason: 'short-ocb' };
  }
  if (short === 0 && chargePoint !== 0) return { code: '1000', field: 'ocbPoint', reason: 'not-a-number' };
  const usePoint = ocbPoint + dutumPoint;
  if (usePoint > USE_LIMIT) return { code: '4061', field: 'ocbPoint', reason: 'over-limit' };
  if (available.mctAmount > 0 && usePoint > available.mctAmount) {
    return { code: '1000', field: 'ocbPoint', reason: 'over-amount' };
  }
  if (usePoint === 0) return { code: '1000', field: 'ocbPoint', reason: 'empty' };
  return undefined;
}
