import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import type { Fixture } from './fixture';

/** The time limit of a call in ms, instead of 9.5 s. */
export const LIMIT = 2_500;

/** Calls `/result` for a use of the first merchant. */
export const resultOf = (ocb: Fixture, mctTransactionId: string) =>
  ocb.asMerchant('result', {
    transactionType: 'USE',
    nxMctNo: MERCHANTS[0].nxMctNo,
    mctTransactionId,
    mctTransactionDay: '20260601',
    ocbTransactionId: '',
  });
