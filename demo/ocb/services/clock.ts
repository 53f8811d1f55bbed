import { eq, sql } from 'drizzle-orm';
import type { Clock, Context } from '../context';
import type { Database } from '../storage/database';
import { sandbox } from '../storage/schema';
import { transact } from './transact';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The machine's time plus the sandbox's offset, which all processes on a database share. */
export const sandboxClock: Clock = async (tx: Database) => {
  const [row] = await tx
    .select({ offset: sandbox.clockOffsetMs })
    .from(sandbox)
    .where(eq(sandbox.id, 1))
    .prepare('clock')
    .execute();
  return Date.now() + (row?.offset ?? 0);
};

/** Moves the sandbox's clock ahead by so many ms (for good, until `resetSandbox`). Returns the new time. */
export function advanceClock(context: Context, advanceMs: number): Promise<number> {
  return transact(context, async ({ tx }) => {
    await tx
      .insert(sandbox)
      .values({ id: 1, clockOffsetMs: advanceMs })
      .onConflictDoUpdate({ target: sandbox.id, set: { clockOffsetMs: sql`${sandbox.clockOffsetMs} + ${advanceMs}` } });
    return context.clock(tx);
  });
}

/** The day in Korea (UTC+9, no summer time) as YYYYMMDD. */
export const seoulDay = (at: number): string => new Date(at + 9 * HOUR).toISOString().slice(0, 10).replaceAll('-', '');

/** The time in Korea as YYYYMMDDHH24MISS. */
export const seoulTime = (at: number): string =>
  new Date(at + 9 * HOUR).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
