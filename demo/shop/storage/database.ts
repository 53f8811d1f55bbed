import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { openEmbedded } from '../../../server/storage/embedded';
import * as schema from './schema';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
const onPglite = (client: PGlite) => drizzle({ client, schema });

export type Database = ReturnType<typeof onPglite>;
/** The database, or a transaction in it. */
export type Queries = Pick<Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'query'>;

/** An open database, its tables up to date. */
export interface Storage {
  readonly database: Database;
  close(): Promise<void>;
}

/** Takes over an embedded database that is open, and brings its tables up to date. */
export async function takeEmbedded(client: PGlite): Promise<Storage> {
  const database = onPglite(client);
  await migrate(database, { migrationsFolder });
  return { database, close: () => client.close() };
}

/** Opens the shop's database in a folder, and keeps the folder from other processes until it is closed. */
export async function openStorage(folder: string): Promise<Storage> {
  const { client, close } = await openEmbedded(folder);
  try {
    return { ...(await takeEmbedded(client)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
