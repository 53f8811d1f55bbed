import { sql } from 'drizzle-orm';
import type { Database } from './statement';

/**
 * <<<<<<< HEAD Deletes sessions, authorisations, pushes and tallies that expired before a time (ms since 1970),
 * userAuthTokens that were last used before another, and the counts by phone of the days before a day (`YYYYMMDD`).
 * ======= Deletes sessions, authorisations, pushes and tallies that expired before a time (ms since 1970), and the
 * counts by phone and by merchant of the days before a day (`YYYYMMDD`). >>>>>>> 7907cde (Limit what a merchant saves
 * on a day, and let the database refuse amounts and second spendings by itself)
 */
export async function deleteExpired(
  db: Database,
  { before, unusedSince, day }: { before: number; unusedSince: number; day: string },
): Promise<void> {
  await db.execute(sql`delete from sessions where expires_at < ${before}`);
  await db.execute(sql`delete from use_authorisations where expires_at < ${before}`);
  await db.execute(sql`delete from pushes where expires_at < ${before}`);
  await db.execute(sql`delete from tallies where expires_at < ${before}`);
  await db.execute(sql`delete from user_auth_tokens where coalesce(used_at, issued_at) < ${unusedSince}`);
  await db.execute(sql`delete from phone_days where day < ${day}`);
  await db.execute(sql`delete from saved_days where day < ${day}`);
}
