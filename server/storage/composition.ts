import { eq, sql } from 'drizzle-orm';
import type { Database } from './database';
import { composition } from './schema';

export type Composition = 'production' | 'sandbox';

/** Returns the composition that owns the database, or undefined if it is new. */
export async function compositionOf(db: Database): Promise<Composition | undefined> {
  const result = await db.execute(sql`select to_regclass('composition') is not null as there`);
  if (!(result as unknown as { rows: { there: boolean }[] }).rows[0]?.there) return undefined;
  const [row] = await db.select().from(composition).where(eq(composition.id, 1));
  return row?.name;
}

/** Records permanently which composition owns the database. */
export async function claim(db: Database, name: Composition): Promise<void> {
  await db.insert(composition).values({ id: 1, name }).onConflictDoNothing();
}
