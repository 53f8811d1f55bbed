/** What the member's app asks. */
export interface PushRequest {
  /** Unguessable; of this request only. */
  id: string;
  phone: string;
  merchantName: string;
  /** Won. */
  mctAmount: number;
  /** Ms since 1970: later nobody can answer it. */
  expiresAt: number;
}

export type PushAnswer = 'approved' | 'refused';

/** Asks members in their app. */
export interface AppPush {
  /** Shows the request in the app. Resolves within 5 s once it is taken over. Sent again with the same id, it stays one request. */
  send(request: PushRequest): Promise<void>;
  /** What the member answered; undefined as long as there is no answer. Only looks, within 1 s; the first answer stays. */
  answerOf(id: string): Promise<PushAnswer | undefined>;
}
