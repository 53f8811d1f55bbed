import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { Client, Pool } from 'pg';
import { openEmbedded } from './embedded';
import type { Database } from './statement';
import { type Transact, transactEmbedded, transactPooled } from './transaction';

export type { Database };

/** Tables, as the steps that lead to them, and where a database says how many of them it has taken. */
export interface Migrations {
  migrationsFolder: string;
  migrationsTable?: string;
}

/** The tables that every server has. */
export const TABLES: Migrations = { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) };

/** An open database. */
export interface Storage {
  readonly db: Database;
  readonly transact: Transact;
  /** Brings tables up to date. One process at a time: `alone`. */
  migrate(tables: Migrations): Promise<void>;
  /** Runs `work` in this process only, of all that share the database: for what happens once at start. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Any number: the advisory lock of the sandbox. */
const START_LOCK = 4000;
/** A statement, or a transaction that says nothing, is given up after so many ms. */
const STUCK = 10_000;

/** Takes over an embedded database that is open. */
export function takeEmbedded(client: PGlite): Storage {
  const embedded = onPglite(client);
  const db = embedded as unknown as Database;
  return {
    db,
    transact: transactEmbedded(db),
    migrate: (tables) => migratePglite(embedded, tables),
    alone: (work) => work(),
    close: () => client.close(),
  };
}

async function openPglite(dataDir: string): Promise<Storage> {
  if (dataDir.startsWith('memory://')) return takeEmbedded(await PGlite.create(dataDir));
  const { client, close } = await openEmbedded(dataDir);
  return { ...takeEmbedded(client), close };
}

function openPostgres(url: string, onError: (error: Error) => void): Storage {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    // Statements that a transaction asks for at once are sent at once: they take one way there and back together.
    pipeline: true,
    connectionTimeoutMillis: 5000,
    // Nobody waits longer for an answer: what is stuck gives its locks and its connection back.
    statement_timeout: STUCK,
    lock_timeout: STUCK,
    idle_in_transaction_session_timeout: STUCK,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', onError);
  const db = onPostgres(pool) as unknown as Database;
  const transact = transactPooled(pool);
  /** On a connection of its own, which may wait and work for as long as it takes. */
  const onItsOwn = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', onError);
    await client.connect();
    try {
      return await work(client);
    } finally {
      // This also gives back a lock, whatever happened.
      await client.end();
    }
  };
  return {
    db,
    transact,
    migrate: (tables) => onItsOwn((client) => migratePostgres(onPostgres(client), tables)),
    alone: (work) =>
      onItsOwn(async (client) => {
        await client.query('select pg_advisory_lock($1)', [START_LOCK]);
        return work();
      }),
    close: () => pool.end(),
  };
}

/** Opens PostgreSQL by its URL, else the embedded database in a folder (`memory://` for none). */
export async function openStorage(
  { databaseUrl, dataDir }: { databaseUrl?: string | undefined; dataDir: string },
  onError: (error: Error) => void,
): Promise<Storage> {
  return databaseUrl ? openPostgres(databaseUrl, onError) : openPglite(dataDir);
}

/** Asks the database for something; rejects when it cannot answer. */
export async function ping(db: Database): Promise<void> {
  await db.execute(sql`select 1`);
}
