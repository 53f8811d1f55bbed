import { sql } from 'drizzle-orm';
import type { Clock, Context } from '../context';
import { clockOffset } from '../storage/clock';
import { sandbox } from '../storage/schema';
import { transact } from './transact';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The machine's time, moved ahead by the sandbox's offset. */
export const sandboxClock: Clock = (offsetMs) => Date.now() + offsetMs;

/** Moves the sandbox's clock ahead by so many ms (for good, until `resetSandbox`). Returns the new time. */
export function advanceClock(context: Context, advanceMs: number): Promise<number> {
  return transact(context, async ({ tx }) => {
    await tx
      .insert(sandbox)
      .values({ id: 1, clockOffsetMs: advanceMs })
      .onConflictDoUpdate({ target: sandbox.id, set: { clockOffsetMs: sql`${sandbox.clockOffsetMs} + ${advanceMs}` } });
    return context.clock(await clockOffset(tx));
  });
}

/** The day in Korea (UTC+9, no summer time) as YYYYMMDD. */
export const seoulDay = (at: number): string => new Date(at + 9 * HOUR).toISOString().slice(0, 10).replaceAll('-', '');

/** The time in Korea as YYYYMMDDHH24MISS. */
export const seoulTime = (at: number): string =>
  new Date(at + 9 * HOUR).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
