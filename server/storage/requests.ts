import { sql } from 'drizzle-orm';
import type { Database } from './database';
import { run } from './statement';

/** A merchant's own id, as its lock is named. */
export const requestName = (nxMctNo: string, mctTransactionId: string): string => `${nxMctNo} ${mctTransactionId}`;

/**
 * Locks a merchant's id, whether anything is written under it or not. One request under an id at a time, over all processes; the first
 * lock of its transaction, so that who waits for it holds nothing that the other needs.
 */
export async function openRequest(tx: Database, nxMctNo: string, mctTransactionId: string): Promise<void> {
  await run(tx, {
    name: 'ledger_open',
    text: 'select ledger_open($1)',
    values: [requestName(nxMctNo, mctTransactionId)],
  });
}

/** Waits until no request is under way under a merchant's id: what it did is then to be seen, or it did nothing. */
export async function awaitRequest(tx: Database, nxMctNo: string, mctTransactionId: string): Promise<void> {
  const name = requestName(nxMctNo, mctTransactionId);
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended(${name}, 0))`);
}
