import { ERRORS } from '../contract/errors';
import type { CancelResponse } from '../contract/merchant-api';
import { MerchantError } from './merchant-error';
import type { Expectation, UseAnswer, Verdict } from './verdict';

/** What OCB approved, without the userAuthToken. */
type Approved = Omit<UseAnswer, 'userAuthToken'>;

/** What became of the cancel, for developers and support. */
function fate(cancel: Verdict<CancelResponse>): string {
  if (cancel.outcome === 'approved') return 'cancelled';
  if (cancel.outcome === 'unknown') return `its cancel is undecided (${cancel.error.code}): settle the question`;
  return `its cancel was refused (${cancel.error.code}): the points are taken, and a person has to decide`;
}

/**
 * A use was approved for another amount or other points than its order has: its token was authorised for something
 * else. The kit has cancelled it, or tried to.
 */
export class MismatchError extends MerchantError {
  override readonly name = 'MismatchError';
  readonly approved: Approved;

  constructor(
    /** What the order has. */
    readonly expected: Expectation,
    { userAuthToken: _secret, ...approved }: UseAnswer,
    /** The mctTransactionId of the cancel: the use's, followed by `-unfit`. */
    readonly cancelId: string,
    /** The verdict of the cancel. */
    readonly cancel: Verdict<CancelResponse>,
  ) {
    const { mctAmount, usePoint } = expected;
    const points = approved.useOcbPoint + approved.dutumPoint;
    const wanted = `mctAmount ${mctAmount}${usePoint === undefined ? '' : `, usePoint ${usePoint}`}`;
    const detail = `expected ${wanted}, approved mctAmount ${approved.mctAmount}, usePoint ${points}: ${fate(cancel)}`;
    super('3039', 200, ERRORS['3039'].ko, detail, { isLastWord: cancel.outcome === 'approved' });
    this.approved = approved;
  }

  /** Includes both sides. */
  override toJSON(): object {
    const { expected, approved, cancelId, cancel } = this;
    return { ...super.toJSON(), expected, approved, cancelId, cancel };
  }
}
