/** The names of the ledger's accounts. */

/** The source of all points. */
export const ISSUED = 'issued';
/** The source of points charged from PAYCO. */
export const PAYCO = 'payco';
/** Receives the points that a merchant's shoppers use. */
export const usedAccount = (nxMctNo: string): string => `used:${nxMctNo}`;
/** The source of points that a merchant saves for members. */
export const savedAccount = (nxMctNo: string): string => `saved:${nxMctNo}`;
/** A member's OCB points. */
export const ocbAccount = (memberId: number): string => `ocb:${memberId}`;
/** A member's points of one 두툼 programme. */
export const dutumAccount = (memberId: number, programId: number): string => `dutum:${memberId}:${programId}`;
