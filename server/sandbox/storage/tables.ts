import { fileURLToPath } from 'node:url';
import type { Migrations } from '../../storage/database';

/** The tables that only a sandbox has. */
export const SANDBOX_TABLES: Migrations = {
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
  migrationsTable: '__sandbox_migrations',
};
