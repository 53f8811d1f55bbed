import type { ErrorCode } from '../../contract/errors';

/** Points to be bought for a member. */
export interface Charge {
  /** Of the use that they are for. */
  id: string;
  /** The member's number at OCB. */
  memberId: number;
  points: number;
  /** Ms since 1970: what has not been charged by then never is. */
  until: number;
}

export type Charged = { charged: true } | { charged: false; code: ErrorCode };

/** Sells points: PAYCO. An answer comes within 5 s. When it does not, nobody knows what was done, and `refund` makes sure. */
export interface Payco {
  /**
   * Charges once for an id: asked again, it says the same. Rejects, and charges nothing, after `until` and for an id that was
   * refunded.
   */
  charge(charge: Charge): Promise<Charged>;
  /** Gives back what was charged under an id, once. If nothing was, nothing is from now on. */
  refund(id: string): Promise<void>;
}
