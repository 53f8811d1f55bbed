import { and, eq } from 'drizzle-orm';
import type { Database } from './database';
import { entries, transactions, useAuthorisations } from './ledger-schema';
import { members } from './schema';

export type UseAuthorisation = typeof useAuthorisations.$inferSelect;
export type TransactionRow = typeof transactions.$inferSelect;
export type NewTransaction = typeof transactions.$inferInsert;
export type NewEntry = Pick<typeof entries.$inferInsert, 'accountId' | 'amount'>;

/** Locks what a token of this merchant may spend, with its member's standing. */
export async function lockAuthorisation(tx: Database, nxMctNo: string, tokenHash: string) {
  const [row] = await tx
    .select({
      authorisation: useAuthorisations,
      memberStatus: members.status,
      pinVersion: members.pinVersion,
    })
    .from(useAuthorisations)
    .innerJoin(members, eq(members.id, useAuthorisations.memberId))
    .where(and(eq(useAuthorisations.tokenHash, tokenHash), eq(useAuthorisations.nxMctNo, nxMctNo)))
    .for('update', { of: useAuthorisations });
  return row;
}

/** What a use token may spend, as it stands now. */
export async function authorisationByHash(tx: Database, tokenHash: string): Promise<UseAuthorisation | undefined> {
  const [row] = await tx.select().from(useAuthorisations).where(eq(useAuthorisations.tokenHash, tokenHash));
  return row;
}

export async function insertAuthorisation(tx: Database, row: typeof useAuthorisations.$inferInsert): Promise<void> {
  await tx.insert(useAuthorisations).values(row);
}

/** What became of a merchant's own id, if it was used before. */
export async function findTransaction(
  tx: Database,
  nxMctNo: string,
  mctTransactionId: string,
): Promise<TransactionRow | undefined> {
  const [row] = await tx
    .select()
    .from(transactions)
    .where(and(eq(transactions.nxMctNo, nxMctNo), eq(transactions.mctTransactionId, mctTransactionId)));
  return row;
}

/**
 * Writes a transaction and its movements, which change the balances. Returns its row, or undefined when the merchant's id was
 * taken by another call in the same moment: then nothing was written.
 */
export async function post(
  tx: Database,
  transaction: NewTransaction,
  movements: readonly NewEntry[],
): Promise<TransactionRow | undefined> {
  const [row] = await tx.insert(transactions).values(transaction).onConflictDoNothing().returning();
  if (row && movements.length > 0) {
    await tx.insert(entries).values(movements.map((movement) => ({ ...movement, transactionId: row.id })));
  }
  return row;
}

export async function markSpent(tx: Database, tokenHash: string, spentAt: number): Promise<void> {
  await tx.update(useAuthorisations).set({ spentAt }).where(eq(useAuthorisations.tokenHash, tokenHash));
}
