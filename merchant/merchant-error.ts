import { rowOf } from '../contract/errors';

/** Beside what every Error takes: whether it is OCB's last word on the request, where the code alone does not say so. */
export interface MerchantErrorOptions extends ErrorOptions {
  isLastWord?: boolean;
}

/**
 * A server call that was not approved: OCB's own errorObject, or 4001 when no answer came in time (network, time limit)
 * and 4072 when the answer could not be read. `message` is for the shopper, `detail` for developers and support.
 */
export class MerchantError extends Error {
  override readonly name = 'MerchantError';
  /**
   * true: it is not known whether the call took effect, and the same call with the same mctTransactionId may be made again:
   * nothing happens twice. false: OCB refused, and nothing happened; another try is a new call with a new id.
   */
  readonly retrySafe: boolean;

  constructor(
    /** A code of the error table, 4 digits. */
    readonly code: string,
    /** The HTTP status, 0 when no answer came. */
    readonly status: number,
    message: string,
    /** May be empty; holds no secret. */
    readonly detail: string,
    { isLastWord, ...options }: MerchantErrorOptions = {},
  ) {
    super(message, options);
    this.retrySafe = !(isLastWord ?? rowOf(code)?.outcome !== 'unknown');
  }

  /** As it stands in logs and databases: a plain Error would leave its message out. */
  toJSON() {
    const { code, status, message, detail, retrySafe } = this;
    return { code, status, message, detail, retrySafe };
  }
}
