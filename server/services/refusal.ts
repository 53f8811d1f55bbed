import type { ErrorCode } from '../../contract/errors';
import type { FrontRefusal, Step } from '../../contract/front-api';
import type { Trouble } from '../../contract/troubles';

/** What a refusal may contain besides its code. */
export interface RefusalDetails {
  /** For developers: `errorDetailMessage`. Never user input. */
  detail?: string;
  /** Appended to the table's message, as in `(error_count:3)`. */
  note?: string;
  /** What has happened to the shopper, where the code alone does not say it. */
  trouble?: Trouble;
  attemptsLeft?: number;
  /** The session's current step. */
  step?: Step;
  /** The session is already past the call that was refused. */
  isAhead?: true;
  /** Override the table's HTTP status, and what the popup does next. */
  status?: number;
  next?: FrontRefusal['next'];
  /** In seconds, for `Retry-After`. */
  retryAfter?: number;
}

/**
 * A business rule refused: a code of the error table. The only error that services throw on purpose; routes convert it
 * to HTTP.
 */
export class Refusal extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: RefusalDetails = {},
  ) {
    super(`${code} ${details.detail ?? ''}`);
    this.name = 'Refusal';
  }
}
