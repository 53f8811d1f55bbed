import type { ErrorCode } from '../../contract/errors';
import type { Step } from '../../contract/front-api';

/** What a refusal may say beyond its code. */
export interface RefusalDetails {
  /** For developers: `errorDetailMessage`. Never what somebody typed. */
  detail?: string;
  /** Appended to the shopper's message, as in `(error_count:3)`. */
  note?: string;
  attemptsLeft?: number;
  /** The session's current step. */
  step?: Step;
  /** The session is farther on than the call that was refused. */
  isAhead?: true;
  /** In place of the table's HTTP status. */
  status?: number;
  /** Seconds, for `Retry-After`. */
  retryAfter?: number;
}

/** A rule said no: a code of the error table. The one error that services throw on purpose; routes turn it into HTTP. */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: RefusalDetails = {},
  ) {
    super(`${code} ${details.detail ?? ''}`);
    this.name = 'Refusal';
  }
}
