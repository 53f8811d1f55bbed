/** What a merchant's page receives (SPEC, "Browser API"). Amounts are in won; 1 point = 1 won. */

/** Why something failed. The same shape everywhere: page, popup, front API and merchant API. */
export interface ErrorObject {
  /** A code of the error table, 4 digits. */
  errorCode: string;
  /** For the shopper, in the popup's language; at most 128 characters. */
  errorMessage: string;
  /** For developers and support; at most 256 characters, may be empty. */
  errorDetailMessage: string;
}

/** The shopper chose points: spend `ocbUseTrAuthToken` from the merchant's server within 10 minutes. */
export interface PointsAuthenticated {
  ocbUseTrAuthToken: string;
  /** The purchase amount that the token was issued for, in won. */
  mctAmount: number;
  /** How many of `usePoint` are the merchant's own 두툼 points. */
  dutumPoint: number;
  /** OCB points and 두툼 points together. */
  usePoint: number;
  errorObject: null;
}

/** The shopper closed the layer (2002) or could not finish. */
export interface PointsAuthFailed {
  errorObject: ErrorObject;
}

/** The events of `show()`, each with what its listeners receive. */
export interface ResultByEvent {
  POINTS_AUTHENTICATED: PointsAuthenticated;
  POINTS_AUTH_FAILED: PointsAuthFailed;
}

export type EventName = keyof ResultByEvent;
