import type { ErrorCode } from '../../contract/errors';

/** A movement of points that a merchant asks for. */
export interface ApprovalRequest {
  /** The ocbTransactionId. */
  id: string;
  kind: 'USE' | 'CANCEL' | 'PART' | 'SAVE' | 'CANCEL_SAVE';
  nxMctNo: string;
  mctTransactionId: string;
  /** The transaction that it undoes or follows. */
  originalId: string | null;
  /** The member's number at OCB. */
  memberId: number | null;
  /** Won. */
  mctAmount: number;
  ocbPoint: number;
  dutumPoint: number;
  chargePoint: number;
  /** Ms since 1970: what has not been approved by then never is. */
  until: number;
}

export type ApprovalAnswer =
  | { approved: true; nxAuthDay: string; nxAuthNo: string }
  | { approved: false; code: ErrorCode };

/** Approves movements of points: NxMile. An answer comes within 5 s. When it does not, `outcomeOf` tells what was done. */
export interface Approval {
  /** Approves or refuses once for an id: asked again, it says the same. Rejects, and approves nothing, after `until`. */
  approve(request: ApprovalRequest): Promise<ApprovalAnswer>;
  /** What was said to an id; undefined when nothing was, which is for good after `until`. Only looks. */
  outcomeOf(id: string): Promise<ApprovalAnswer | undefined>;
}
