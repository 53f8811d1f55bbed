import { type SQL, sql } from 'drizzle-orm';
import type { Database } from './database';

/**
 * How far the sandbox's clock is ahead, in ms; 0 before it is seeded. A `lock` is taken by the same statement, which is sent now,
 * not when it is awaited: so the lock goes before all that is asked for in the same breath.
 */
export async function clockOffset(tx: Database, lock: SQL = sql`null`): Promise<number> {
  const statement = tx.execute(sql`select (select clock_offset_ms from sandbox where id = 1) as ms, ${lock} as lock`);
  const { rows } = (await statement.execute()) as unknown as { rows: { ms: string | null }[] };
  return Number(rows[0]?.ms ?? 0);
}
