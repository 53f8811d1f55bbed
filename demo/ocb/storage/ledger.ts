import { and, asc, eq, sql } from 'drizzle-orm';
import type { Database } from './database';
import { entries, transactions, useAuthorisations } from './ledger-schema';
import { members } from './schema';

export type UseAuthorisation = typeof useAuthorisations.$inferSelect;
export type TransactionRow = typeof transactions.$inferSelect;
export type NewTransaction = typeof transactions.$inferInsert;
export type NewEntry = Pick<typeof entries.$inferInsert, 'accountId' | 'amount'>;

const keyOf = (nxMctNo: string, mctTransactionId: string) =>
  sql`hashtextextended(${`${nxMctNo} ${mctTransactionId}`}, 0)`;

/**
 * Locks a merchant's id, whether anything is written under it or not: one request under an id at a time, over all processes. The
 * first lock of its transaction, so that who waits for it holds nothing that the other needs.
 */
export async function lockRequest(tx: Database, nxMctNo: string, mctTransactionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${keyOf(nxMctNo, mctTransactionId)})`);
}

/** Waits until no request is under way under a merchant's id: what it did is then to be seen, or it did nothing. */
export async function awaitRequest(tx: Database, nxMctNo: string, mctTransactionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${keyOf(nxMctNo, mctTransactionId)})`);
}

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

export async function markSpent(tx: Database, tokenHash: string, spentAt: number): Promise<void> {
  await tx.update(useAuthorisations).set({ spentAt }).where(eq(useAuthorisations.tokenHash, tokenHash));
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

const approvedOf = (nxMctNo: string, id: string) =>
  and(eq(transactions.id, id), eq(transactions.nxMctNo, nxMctNo), eq(transactions.code, '0000'));

/** A merchant's transaction by its ocbTransactionId. */
export async function transactionById(tx: Database, nxMctNo: string, id: string): Promise<TransactionRow | undefined> {
  const [row] = await tx
    .select()
    .from(transactions)
    .where(and(eq(transactions.id, id), eq(transactions.nxMctNo, nxMctNo)));
  return row;
}

/** Locks an approved transaction of a merchant: what follows it follows once. */
export async function lockApproved(tx: Database, nxMctNo: string, id: string): Promise<TransactionRow | undefined> {
  const [row] = await tx.select().from(transactions).where(approvedOf(nxMctNo, id)).for('no key update');
  return row;
}

/** Whether an approved transaction has an approved one that follows it: a use its cancel, a cancel its partial use. */
export async function isFollowed(tx: Database, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: transactions.id })
    .from(transactions)
    .where(and(eq(transactions.originalId, id), eq(transactions.code, '0000')));
  return row !== undefined;
}

/** What a transaction moved. */
export async function movedBy(tx: Database, id: string): Promise<NewEntry[]> {
  return tx
    .select({ accountId: entries.accountId, amount: entries.amount })
    .from(entries)
    .where(eq(entries.transactionId, id))
    .orderBy(asc(entries.id));
}

/** Writes a transaction and its movements, which change the balances. Returns its row. */
export async function post(
  tx: Database,
  transaction: NewTransaction,
  movements: readonly NewEntry[],
): Promise<TransactionRow> {
  const [row] = await tx.insert(transactions).values(transaction).returning();
  const posted = row as TransactionRow;
  if (movements.length > 0) {
    await tx.insert(entries).values(movements.map((movement) => ({ ...movement, transactionId: posted.id })));
  }
  return posted;
}
