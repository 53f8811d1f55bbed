/**
 * What approving does, which the app says before the member approves: identify for a payment, or also let the shopper
 * choose another PIN, after which the present one is invalid.
 */
export type PushPurpose = 'pay' | 'replacePin';

/** The approval request that the member's app shows. */
export interface PushRequest {
  /** Unguessable and unique to this request. */
  id: string;
  phone: string;
  merchantName: string;
  /** In won. */
  mctAmount: number;
  purpose: PushPurpose;
  /**
   * Two digits, which the popup shows. The app asks the member for them, does not show them, and approves only if they
   * are right; wrong ones refuse.
   */
  number: string;
  /** In ms since 1970. After this time the request can no longer be answered. */
  expiresAt: number;
}

export type PushAnswer = 'approved' | 'refused';

/** Sends approval requests to the members' apps. */
export interface AppPush {
  /** Shows the request in the app. Resolves within 5 s, once the push system has accepted it. Idempotent by id. */
  send(request: PushRequest): Promise<void>;
  /**
   * Returns the member's answer, or undefined if there is none yet. Reads only, responds within 1 s; the first answer
   * is final.
   */
  answerOf(id: string): Promise<PushAnswer | undefined>;
  /**
   * Calls `answered` with the id of each request as soon as its answer is known, in one process or in several, until
   * the returned function is called. If absent, or if a call is lost, `answerOf` is asked every few seconds.
   */
  onAnswered?(answered: (id: string) => void): Promise<() => void>;
}
