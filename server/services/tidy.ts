import { sql } from 'drizzle-orm';
import type { Context } from '../context';
import { DAY, seoulDay } from './time';
import { transact } from './transact';

/**
 * Deletes what expired more than a day ago, so that only the ledger, its requests and their tokens grow. Repeated uses
 * still get their response, which comes from the stored request.
 */
export async function forgetExpired(context: Context): Promise<void> {
  await transact(context, async ({ tx, now }) => {
    const before = now - DAY;
    await tx.execute(sql`delete from sessions where expires_at < ${before}`);
    await tx.execute(sql`delete from use_authorisations where expires_at < ${before}`);
    await tx.execute(sql`delete from pushes where expires_at < ${before}`);
    await tx.execute(sql`delete from phone_days where day < ${seoulDay(before)}`);
  });
}
