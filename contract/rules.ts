/** The rules of a payment. The servers refuse by them, and the popup offers what they allow. */

/** A PIN has this many digits. */
export const PIN_LENGTH = 6;
/** The most points that one payment may use, in won (4061). */
export const USE_LIMIT = 500000;
/** This many consecutive digits of the PIN must not appear in the member's birth date or phone number (2501). */
export const PERSONAL_RUN = 4;

/** Which rule of 2501 a PIN breaks. */
export type PinRule = 'repeated' | 'consecutive' | 'personal';

/**
 * Returns the rule that a PIN breaks, or undefined if it is allowed (2501): no three equal or consecutive digits in a
 * row (up or down), and no four in a row that appear in the personal data (birth date, phone number).
 */
export function pinRuleBroken(pin: string, personal: readonly string[] = []): PinRule | undefined {
  for (let i = 0; i + 2 < pin.length; i += 1) {
    const first = pin.charCodeAt(i + 1) - pin.charCodeAt(i);
    const second = pin.charCodeAt(i + 2) - pin.charCodeAt(i + 1);
    if (first === second && first === 0) return 'repeated';
    if (first === second && (first === 1 || first === -1)) return 'consecutive';
  }
  for (let i = 0; i + PERSONAL_RUN <= pin.length; i += 1) {
    for (let j = 0; j < personal.length; j += 1) {
      if ((personal[j] as string).indexOf(pin.slice(i, i + PERSONAL_RUN)) >= 0) return 'personal';
    }
  }
  return undefined;
}

/** What one payment can use, in points. */
export interface Available {
  mctAmount: number;
  ocbPoint: number;
  /** The sum of the usable 두툼 points. */
  dutumPoint: number;
  /** Whether missing OCB points may be bought from PAYCO. */
  canCharge: boolean;
}

/** What the shopper wants to use, in points. `chargePoint` is the part of `ocbPoint` bought from PAYCO on the spot. */
export interface Choice {
  ocbPoint: number;
  dutumPoint: number;
  chargePoint: number;
}

/** Why a choice cannot be authorised: the error code and the field concerned. */
export interface ChoiceRefused {
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

/**
 * Returns the most that can be used without charging, which **모두 사용** fills in. 두툼 points first, because only this
 * merchant accepts them.
 */
export function mostUsable(available: Available): Choice {
  const limit = available.mctAmount > 0 ? Math.min(available.mctAmount, USE_LIMIT) : USE_LIMIT;
  const dutumPoint = Math.min(available.dutumPoint, limit);
  return { dutumPoint, ocbPoint: Math.min(available.ocbPoint, limit - dutumPoint), chargePoint: 0 };
}
