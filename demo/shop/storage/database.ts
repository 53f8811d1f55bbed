import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { openEmbedded } from './embedded';
import * as schema from './schema';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
const onPglite = (client: PGlite) => drizzle({ client, schema });

export type Database = ReturnType<typeof onPglite>;
/** The database or a transaction. */
export type Queries = Pick<Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'query'>;

/** An open database with up-to-date tables. */
export interface Storage {
  readonly database: Database;
  close(): Promise<void>;
}

/** Wraps an open embedded database and updates its tables. */
export async function takeEmbedded(client: PGlite): Promise<Storage> {
  const database = onPglite(client);
  await migrate(database, { migrationsFolder });
  return { database, close: () => client.close() };
}

/** Opens the shop's database in a folder, and locks the folder against other processes until it is closed. */
export async function openStorage(folder: string): Promise<Storage> {
  const { client, close } = await openEmbedded(folder);
  try {
    return { ...(await takeEmbedded(client)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
