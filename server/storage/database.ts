import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import { migrate as migratePostgres } from 'drizzle-orm/node-postgres/migrator';
import { drizzle as onPglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { Client, Pool } from 'pg';
import { openEmbedded } from './embedded';
import { CHANNEL, createHear, type Hear } from './notifications';
import type { Database } from './statement';
import { type Transact, transactEmbedded, transactPooled } from './transaction';

export type { Database };

/** A set of migrations, and the table that records which of them a database has applied. */
export interface Migrations {
  migrationsFolder: string;
  migrationsTable?: string;
}

/** The tables of every server. */
export const TABLES: Migrations = { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) };

/** An open database. */
export interface Storage {
  readonly db: Database;
  readonly transact: Transact;
  readonly hear: Hear;
  /** Applies the missing migrations. Run it inside `alone`. */
  migrate(tables: Migrations): Promise<void>;
  /** Runs `work` in one process at a time among all that share the database: for work at startup. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** An arbitrary number: the key of the advisory lock. */
const START_LOCK = 4000;
/** A statement, or an idle transaction, is cancelled after this many ms. */
const STUCK = 10_000;

/** Wraps an open embedded database. */
export function takeEmbedded(client: PGlite): Storage {
  const embedded = onPglite(client);
  const db = embedded as unknown as Database;
  let listening: Promise<unknown> | undefined;
  return {
    db,
    hear: createHear(async (handOn) => {
      listening ??= client.listen(CHANNEL, handOn);
      await listening;
    }),
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
    // Send a transaction's concurrent statements together, in one round trip.
    pipeline: true,
    connectionTimeoutMillis: 5000,
    // Cancel stuck statements, so that they release their locks and connection.
    statement_timeout: STUCK,
    lock_timeout: STUCK,
    idle_in_transaction_session_timeout: STUCK,
  });
  // The pool replaces an idle connection that breaks. Without a listener, the error would end the process.
  pool.on('error', onError);
  const db = onPostgres(pool) as unknown as Database;
  const transact = transactPooled(pool);
  /** Runs `work` on a separate connection without a time limit. */
  const onItsOwn = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', onError);
    await client.connect();
    try {
      return await work(client);
    } finally {
      // Ending the connection also releases its lock.
      await client.end();
    }
  };
  let listener: Promise<Client> | undefined;
  /** Opens the connection that listens. It is outside the pool, because it is never given back. */
  const listen = async (handOn: (payload: string) => void): Promise<Client> => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true });
    client.on('error', onError);
    client.on('end', () => {
      listener = undefined;
    });
    client.on('notification', ({ payload = '' }) => handOn(payload));
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return client;
  };
  return {
    db,
    transact,
    hear: createHear(async (handOn) => {
      listener ??= listen(handOn);
      await listener.catch((cannot) => {
        listener = undefined;
        throw cannot;
      });
    }),
    migrate: (tables) => onItsOwn((client) => migratePostgres(onPostgres(client), tables)),
    alone: (work) =>
      onItsOwn(async (client) => {
        await client.query('select pg_advisory_lock($1)', [START_LOCK]);
        return work();
      }),
    close: async () => {
      await listener?.then(
        (client) => client.end(),
        () => undefined,
      );
      await pool.end();
    },
  };
}

/** Opens PostgreSQL by its URL, or the embedded database in a folder (`memory://` for none). */
export async function openStorage(
  { databaseUrl, dataDir }: { databaseUrl?: string | undefined; dataDir: string },
  onError: (error: Error) => void,
): Promise<Storage> {
  return databaseUrl ? openPostgres(databaseUrl, onError) : openPglite(dataDir);
}

/** Rejects if the database does not respond. */
export async function ping(db: Database): Promise<void> {
  await db.execute(sql`select 1`);
}
