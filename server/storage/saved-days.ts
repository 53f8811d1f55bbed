import { sql } from 'drizzle-orm';
import type { Database } from './database';
import { savedDays } from './ledger-schema';

/**
 * Returns the points that a merchant has asked to save on a day (`YYYYMMDD`), locked until the end of the transaction,
 * so that its saves are counted one after the other. `ledger_reserve` adds to them.
 */
export async function lockSavedDay(tx: Database, nxMctNo: string, day: string): Promise<number> {
  const [row] = await tx
    .insert(savedDays)
    .values({ nxMctNo, day, points: 0 })
    .onConflictDoUpdate({ target: [savedDays.nxMctNo, savedDays.day], set: { points: sql`${savedDays.points}` } })
    .returning({ points: savedDays.points });
  return row?.points ?? 0;
}
