import type { ErrorCode } from '../../contract/errors';

/** A movement of points that a merchant requests. */
export interface ApprovalRequest {
  /** The ocbTransactionId. */
  id: string;
  kind: 'USE' | 'CANCEL' | 'PART' | 'SAVE' | 'CANCEL_SAVE';
  nxMctNo: string;
  mctTransactionId: string;
  /** The transaction that this one undoes or follows. */
  originalId: string | null;
  /** OCB's id of the member. */
  memberId: number | null;
  /** In won. */
  mctAmount: number;
  ocbPoint: number;
  dutumPoint: number;
  chargePoint: number;
  /** In ms since 1970. A request that is not approved by then never will be. */
  until: number;
}

/**
 * A refusal with a code that decides nothing (`outcome: 'unknown'` in the error table) leaves the request in progress.
 */
export type ApprovalAnswer =
  | { approved: true; nxAuthDay: string; nxAuthNo: string }
  | { approved: false; code: ErrorCode };

/** Approves movements of points (NxMile). Responds within 5 s. If it does not, `outcomeOf` reports what happened. */
export interface Approval {
  /**
   * Approves or refuses a request. Idempotent by id: the same id gets the same answer. Rejects after `until`, without
   * approving anything.
   */
  approve(request: ApprovalRequest): Promise<ApprovalAnswer>;
  /**
   * Returns the answer given to an id, or undefined if there was none. After `until`, undefined is final. Reads only.
   */
  outcomeOf(id: string): Promise<ApprovalAnswer | undefined>;
}
