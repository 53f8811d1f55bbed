/** What the doctor on a merchant's page asks the front server: POST, JSON both ways, for pages of any origin. */
export const EXAMINE_PATH = '/doctor/v1/examine';

export interface ExamineRequest {
  /** The page's, to find out whether it is registered with the token's merchant. */
  pageOrigin: string;
  mctTrToken?: string;
}

export interface Examination {
  /** In ms since 1970, by the server's clock. */
  now: number;
  /** Absent without an `mctTrToken`. */
  token?: {
    state: 'good' | 'unknown' | 'spent' | 'expired';
    /** Null for an unknown token. */
    isOriginRegistered: boolean | null;
  };
}
