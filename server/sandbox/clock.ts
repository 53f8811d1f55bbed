import { sql } from 'drizzle-orm';
import type { Clock, Context } from '../context';
import { transact } from '../services/transact';
import { sandbox } from './storage/schema';

/** The system time plus an offset from the database, so that every process of the sandbox sees the same time. */
export const sandboxClock: Clock = async (db) => {
  const [row] = await db.select({ ms: sandbox.clockOffsetMs }).from(sandbox);
  return Date.now() + (row?.ms ?? 0);
};

/** Moves the sandbox's clock ahead by `advanceMs`, permanently until `resetSandbox`. Returns the new time. */
export function advanceClock(context: Context, advanceMs: number): Promise<number> {
  return transact(context, async ({ tx }) => {
    await tx
      .insert(sandbox)
      .values({ id: 1, clockOffsetMs: advanceMs })
      .onConflictDoUpdate({ target: sandbox.id, set: { clockOffsetMs: sql`${sandbox.clockOffsetMs} + ${advanceMs}` } });
    return context.clock(tx);
  });
}
