/** The first call of a session: the early script and the reducer make the same one. */
import * as text from 'words';
import type { Call, Transaction } from './flow';

/** The call that opens a session for a transaction, from a page of this origin. */
export const openCall = (transaction: Transaction, pageOrigin: string): Call => ({
  call: 'open',
  request: { ...transaction, pageOrigin, locale: text.locale },
});
