/**
 * The rules that popup and servers share, so that the shopper hears of a mistake before it is sent
 * and the server refuses it all the same.
 */

/** A PIN has this many digits. */
export const PIN_LENGTH = 6;
/** Wrong PINs in a row until the PIN is gone (2504). */
export const PIN_ATTEMPTS = 5;
/** Wrong card passwords until the card is locked (2301). */
export const CARD_ATTEMPTS = 3;
/** Wrong one-time codes until a new one must be requested (2201). */
export const CODE_ATTEMPTS = 5;
/** The most points that one payment may use, in won (4061). */
export const USE_LIMIT = 500000;
/** This many digits of the PIN in a row must not stand in the member's birth date or phone number (2501). */
export const PERSONAL_RUN = 4;

/** Which rule of 2501 a PIN breaks. */
export type PinRule = 'repeated' | 'consecutive' | 'personal';

/**
 * The rule that a PIN breaks, or undefined when it is allowed (2501): no three equal digits in a row, no three
 * consecutive ones up or down, no four in a row that stand in the personal data given (birth date, phone number).
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

/** What one payment could use, in points. */
export interface Available {
  mctAmount: number;
  ocbPoint: number;
  /** The usable 두툼 points together. */
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

/** Why a choice cannot be authorised: the code of the error table, and the field that it concerns. */
export interface ChoiceRefused {
  code: '1000' | '4016' | '4018' | '4061';
  field: 'ocbPoint' | 'dutumPoint';
  reason: 'empty' | 'not-a-number' | 'over-amount' | 'short-ocb' | 'short-dutum' | 'over-limit';
}

const isPoints = (value: number): boolean => value >= 0 && Math.floor(value) === value;

/**
 * Why the choice cannot be authorised, or undefined when it can (4016 OCB points short, 4018 두툼 points short,
 * 4061 over 500,000, 1000 nothing chosen, more than the amount, or no whole numbers). An amount of 0 is no limit (SPEC, mctAmount).
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

/** The most that can be used without charging: what **모두 사용** fills in. 두툼 points go first, for they are good here only. */
export function mostUsable(available: Available): Choice {
  const limit = available.mctAmount > 0 ? Math.min(available.mctAmount, USE_LIMIT) : USE_LIMIT;
  const dutumPoint = Math.min(available.dutumPoint, limit);
  return { dutumPoint, ocbPoint: Math.min(available.ocbPoint, limit - dutumPoint), chargePoint: 0 };
}
