import { rowOf } from '../contract/errors';

/** Options of MerchantError: whether it is OCB's final decision on the request, if the code alone does not say so. */
export interface MerchantErrorOptions extends ErrorOptions {
  isLastWord?: boolean;
}

/**
 * A server call that was not approved: OCB's errorObject, or 4001 if no response came in time (network, time limit), or
 * 4072 if the response could not be read. `message` is for the shopper, `detail` for developers and support.
 */
export class MerchantError extends Error {
  override readonly name: string = 'MerchantError';
  /**
   * true: the outcome is unknown, and the same call with the same mctTransactionId can be repeated safely. false: OCB
   * refused, and nothing happened; another attempt is a new call with a new id.
   */
  readonly retrySafe: boolean;

  constructor(
    /** A code of the error table, 4 digits. */
    readonly code: string,
    /** The HTTP status; 0 if no response came. */
    readonly status: number,
    message: string,
    /** May be empty; contains no secret. */
    readonly detail: string,
    { isLastWord, ...options }: MerchantErrorOptions = {},
  ) {
    super(message, options);
    this.retrySafe = !(isLastWord ?? rowOf(code)?.outcome !== 'unknown');
  }

  /** Includes the message, which JSON.stringify omits for a plain Error. */
  toJSON(): object {
    const { code, status, message, detail, retrySafe } = this;
    return { code, status, message, detail, retrySafe };
  }
}
