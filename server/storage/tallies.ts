import { and, eq } from 'drizzle-orm';
import type { Database } from './database';
import { tallies } from './schema';

/** Returns the times of a tally, locked so that concurrent calls count one after the other. */
export async function lockTally(tx: Database, rule: string, whom: string): Promise<number[]> {
  await tx.insert(tallies).values({ rule, whom, times: [], expiresAt: 0 }).onConflictDoNothing();
  const [row] = await tx
    .select({ times: tallies.times })
    .from(tallies)
    .where(and(eq(tallies.rule, rule), eq(tallies.whom, whom)))
    .for('update');
  return row?.times ?? [];
}

/** Replaces the times of a locked tally. */
export async function putTally(
  tx: Database,
  rule: string,
  whom: string,
  times: number[],
  expiresAt: number,
): Promise<void> {
  await tx
    .update(tallies)
    .set({ times, expiresAt })
    .where(and(eq(tallies.rule, rule), eq(tallies.whom, whom)));
}
