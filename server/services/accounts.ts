/** The names of the ledger's accounts. */

/** Where points come from. */
export const ISSUED = 'issued';
/** Where charged points come from. */
export const PAYCO = 'payco';
/** Where a merchant's shoppers' points go. */
export const usedAccount = (nxMctNo: string): string => `used:${nxMctNo}`;
/** Where the points come from that a merchant saves for members. */
export const savedAccount = (nxMctNo: string): string => `saved:${nxMctNo}`;
/** A member's OCB points. */
export const ocbAccount = (memberId: number): string => `ocb:${memberId}`;
/** A member's points of one 두툼 programme. */
export const dutumAccount = (memberId: number, programId: number): string => `dutum:${memberId}:${programId}`;
