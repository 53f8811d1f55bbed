import type { Context } from '../context';
import { deleteExpired } from '../storage/expired';
import { DAY, seoulDay } from './time';
import { transact } from './transact';
import { unusedSince } from './user-auth-tokens';

/**
 * Deletes what expired more than a day ago, so that only the ledger, its requests and their tokens grow. Repeated uses
 * still get their response, which comes from the stored request.
 */
export const forgetExpired = (context: Context): Promise<void> =>
  transact(context, ({ tx, now }) => {
    const before = now - DAY;
    return deleteExpired(tx, { before, unusedSince: unusedSince(before), day: seoulDay(before) });
  });
