import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Migrations } from './database';
import type { Database } from './statement';

/**
 * Returns whether the database has the newest of these migrations, or newer ones: those of a later version, during a
 * rolling update.
 */
export async function isMigrated(db: Database, tables: Migrations): Promise<boolean> {
  const newest = Math.max(...readMigrationFiles(tables).map(({ folderMillis }) => folderMillis));
  const result = await db.execute(sql`select max(created_at) as newest from drizzle.__drizzle_migrations`);
  const [applied] = (result as unknown as { rows: { newest: string | null }[] }).rows;
  return Number(applied?.newest) >= newest;
}
