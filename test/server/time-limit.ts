import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import type { Fixture } from './fixture';

/** Within how many ms a call is answered, in place of 9.5 s. */
export const LIMIT = 2_500;

/** What `/result` says of a use of the first merchant's. */
export const resultOf = (ocb: Fixture, mctTransactionId: string) =>
  ocb.asMerchant('result', {
    transactionType: 'USE',
    nxMctNo: MERCHANTS[0].nxMctNo,
    mctTransactionId,
    mctTransactionDay: '20260601',
    ocbTransactionId: '',
  });
