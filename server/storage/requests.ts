import { sql } from 'drizzle-orm';
import type { Database } from './database';
import { run } from './statement';

/** Returns the name of the lock on a merchant's id. */
export const requestName = (nxMctNo: string, mctTransactionId: string): string => `${nxMctNo} ${mctTransactionId}`;

/**
 * Locks a merchant's id, whether or not it has been used: one request per id at a time, over all processes. Must be the
 * first lock of its transaction, so that a waiting request holds nothing that the other one needs.
 */
export async function openRequest(tx: Database, nxMctNo: string, mctTransactionId: string): Promise<void> {
  await run(tx, {
    name: 'ledger_open',
    text: 'select ledger_open($1)',
    values: [requestName(nxMctNo, mctTransactionId)],
  });
}

/** Waits until no request with this merchant id is running. Its effect is then visible, or it had none. */
export async function awaitRequest(tx: Database, nxMctNo: string, mctTransactionId: string): Promise<void> {
  const name = requestName(nxMctNo, mctTransactionId);
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`);
}
