import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import { type Database, run, type Statement } from './statement';

/** An open transaction. */
export interface Transaction {
  readonly db: Database;
  /**
   * Runs a statement and sends the commit with it. Its writes are committed when this resolves, and rolled back if it
   * rejects. Write nothing after it.
   */
  last<Row>(statement: Statement): Promise<Row[]>;
}

/**
 * Runs `first`, then `rest` with its result, in one transaction. Commits when `rest` resolves, rolls back if either
 * rejects. `first` only reads and locks: its statements are sent together with BEGIN.
 */
export type Transact = <F, T>(
  first: (db: Database) => Promise<F>,
  rest: (transaction: Transaction, found: F) => Promise<T>,
) => Promise<T>;

/** On the embedded engine, which has no round trips to save: one statement after the other. */
export const transactEmbedded =
  (db: Database): Transact =>
  (first, rest) =>
    db.transaction(async (tx) => {
      const inside = tx as unknown as Database;
      return rest({ db: inside, last: (statement) => run(inside, statement) }, await first(inside));
    });

const COMMIT: Statement = { text: 'commit' };

/** On PostgreSQL, with pipelined connections. */
export function transactPooled(pool: Pool): Transact {
  const databases = new WeakMap<PoolClient, Database>();
  pool.on('connect', (client) => {
    databases.set(client, onPostgres(client) as unknown as Database);
    // A broken connection fails the statements on it. Without a listener, the error would end the process.
    client.on('error', () => undefined);
  });
  return async (first, rest) => {
    const client = await pool.connect();
    const db = databases.get(client) as Database;
    let isOver = false;
    let broken: Error | undefined;
    const last = async <Row>(statement: Statement): Promise<Row[]> => {
      isOver = true;
      const [done, committed] = await Promise.allSettled([run<Row>(db, statement), run(db, COMMIT)]);
      // PostgreSQL has rolled back instead of committing.
      if (done.status === 'rejected') throw done.reason;
      if (committed.status === 'rejected') throw committed.reason;
      return done.value;
    };
    try {
      const [, found] = await Promise.all([run(db, { text: 'begin' }), first(db)]);
      const result = await rest({ db, last }, found);
      if (!isOver) await run(db, COMMIT);
      return result;
    } catch (error) {
      // If ROLLBACK fails, discard the connection.
      if (!isOver) await run(db, { text: 'rollback' }).catch((cannot) => (broken = cannot));
      throw error;
    } finally {
      client.release(broken);
    }
  };
}
