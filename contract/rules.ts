/** What a payment is made of. The server refuses what is not allowed, and the popup offers what is. */

/** A PIN has this many digits. */
export const PIN_LENGTH = 6;
/** The most points that one payment may use, in won (4061). */
export const USE_LIMIT = 500000;

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

/**
 * Returns the most that can be used without charging, which **모두 사용** fills in. 두툼 points first, because
 * only this merchant accepts them.
 */
export function mostUsable(available: Available): Choice {
  const limit = available.mctAmount > 0 ? Math.min(available.mctAmount, USE_LIMIT) : USE_LIMIT;
  const dutumPoint = Math.min(available.dutumPoint, limit);
  return { dutumPoint, ocbPoint: Math.min(available.ocbPoint, limit - dutumPoint), chargePoint: 0 };
}
