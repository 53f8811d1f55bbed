import type { ErrorCode } from '../../contract/errors';

/** A purchase of points for a member. */
export interface Charge {
  /** The id of the use that needs the points. */
  id: string;
  /** OCB's id of the member. */
  memberId: number;
  points: number;
  /** In ms since 1970. A charge that is not made by then never will be. */
  until: number;
}

export type Charged = { charged: true } | { charged: false; code: ErrorCode };

/**
 * Sells points (PAYCO). Responds within 5 s. If it does not, the outcome is unknown, and `refund` makes sure that
 * nothing stays charged.
 */
export interface Payco {
  /**
   * Charges a member. Idempotent by id: the same id gets the same answer. Rejects, without charging, after `until` and
   * for an id that was refunded.
   */
  charge(charge: Charge): Promise<Charged>;
  /** Refunds the charge with this id, at most once. If there is none, prevents any later charge with this id. */
  refund(id: string): Promise<void>;
}
