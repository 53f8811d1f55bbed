/**
 * The codes after which nobody can tell whether the call took effect: no readable answer, the system failed half way, or it is
 * under maintenance (9000) and says nothing of an earlier call with the same id.
 */
const UNKNOWN = ['4000', '4001', '4062', '4072', '5000', '9000', '9999'];

/**
 * A server call that was not approved: OCB's own errorObject, or 4001 when no answer came in time (network, time limit)
 * and 4072 when the answer could not be read. `message` is for the shopper, `detail` for developers and support.
 */
export class MerchantError extends Error {
  override readonly name = 'MerchantError';

  constructor(
    /** A code of the error table, 4 digits. */
    readonly errorCode: string,
    /** The HTTP status, 0 when no answer came. */
    readonly status: number,
    message: string,
    /** May be empty; holds no secret. */
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /**
   * `refused`: nothing happened. `unknown`: it may have happened; asking again with the same mctTransactionId is safe and
   * gives the first answer.
   */
  get outcome(): 'refused' | 'unknown' {
    return UNKNOWN.includes(this.errorCode) ? 'unknown' : 'refused';
  }
}
