import { drizzle as onPostgres } from 'drizzle-orm/node-postgres';
import type { Pool, PoolClient } from 'pg';
import { type Database, run, type Statement } from './statement';

/** A transaction under way. */
export interface Transaction {
  readonly db: Database;
  /**
   * Runs a statement, and sends the end of the transaction right behind it: what it writes is committed when this resolves, and
   * nothing is when it rejects. After it nothing more may be written.
   */
  last<Row>(statement: Statement): Promise<Row[]>;
}

/**
 * Runs `first`, then `rest` on what it found, in one transaction, which is committed when `rest` resolves and rolled back when either
 * rejects. `first` only reads and locks: its statements are sent together with the beginning.
 */
export type Transact = <F, T>(
  first: (db: Database) => Promise<F>,
  rest: (transaction: Transaction, found: F) => Promise<T>,
) => Promise<T>;

/** On the embedded engine there is no way to save: one statement comes after the other. */
export const transactEmbedded =
  (db: Database): Transact =>
  (first, rest) =>
    db.transaction(async (tx) => {
      const inside = tx as unknown as Database;
      return rest({ db: inside, last: (statement) => run(inside, statement) }, await first(inside));
    });

const COMMIT: Statement = { text: 'commit' };

/** On PostgreSQL, by connections that pipeline. */
export function transactPooled(pool: Pool): Transact {
  const databases = new WeakMap<PoolClient, Database>();
  pool.on('connect', (client) => {
    databases.set(client, onPostgres(client) as unknown as Database);
    // When it breaks, what is under way on it fails; without a listener the process would end.
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
      // Then the server has rolled back in place of the commit.
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
      // Who cannot even do that keeps nothing, but must not be asked again.
      if (!isOver) await run(db, { text: 'rollback' }).catch((cannot) => (broken = cannot));
      throw error;
    } finally {
      client.release(broken);
    }
  };
}
