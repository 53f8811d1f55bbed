import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { Database } from './database';
import { accounts, entries, transactions, useAuthorisations } from './ledger-schema';
import { members } from './schema';

export type UseAuthorisation = typeof useAuthorisations.$inferSelect;
export type TransactionRow = typeof transactions.$inferSelect;
export type NewEntry = Pick<typeof entries.$inferInsert, 'accountId' | 'amount'>;

const keyOf = (nxMctNo: string, mctTransactionId: string) =>
  sql`hashtextextended(${`${nxMctNo} ${mctTransactionId}`}, 0)`;

/**
 * The lock of a merchant's id, whether anything is written under it or not: one request under an id at a time, over all processes.
 * The first lock of its transaction, so that who waits for it holds nothing that the other needs.
 */
export const requestLock = (nxMctNo: string, mctTransactionId: string): SQL =>
  sql`pg_advisory_xact_lock(${keyOf(nxMctNo, mctTransactionId)})`;

/** Waits until no request is under way under a merchant's id: what it did is then to be seen, or it did nothing. */
export async function awaitRequest(tx: Database, nxMctNo: string, mctTransactionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${keyOf(nxMctNo, mctTransactionId)})`);
}

/** What a use token may spend: the choice, its member's standing, and what the member has by account. */
export interface LockedChoice {
  authorisation: UseAuthorisation;
  memberStatus: (typeof members.$inferSelect)['status'];
  pinVersion: number;
  balances: ReadonlyMap<string, number>;
}

/** Locks what a token of this merchant may spend, and its member's accounts in the order of their ids, as `lockBalances` does. */
export async function lockChoice(tx: Database, nxMctNo: string, tokenHash: string): Promise<LockedChoice | undefined> {
  const rows = await tx
    .select({
      authorisation: useAuthorisations,
      memberStatus: members.status,
      pinVersion: members.pinVersion,
      accountId: accounts.id,
      balance: accounts.balance,
    })
    .from(useAuthorisations)
    .innerJoin(members, eq(members.id, useAuthorisations.memberId))
    .innerJoin(accounts, eq(accounts.memberId, useAuthorisations.memberId))
    .where(and(eq(useAuthorisations.tokenHash, tokenHash), eq(useAuthorisations.nxMctNo, nxMctNo)))
    .orderBy(asc(accounts.id))
    .for('no key update', { of: [useAuthorisations, accounts] })
    // Planned once a connection: that is half of what it costs.
    .prepare('lock_choice')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const { authorisation, memberStatus, pinVersion } = first;
  const balances = new Map(rows.map((row) => [row.accountId, row.balance ?? 0]));
  return { authorisation, memberStatus, pinVersion, balances };
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

const COLUMNS = getTableColumns(transactions);

/** What is written of a request, all together. */
export interface Posting {
  transaction: Omit<TransactionRow, 'nxAuthNo'>;
  /** They change the balances. */
  movements: readonly NewEntry[];
  /** The use token that it spends, hashed. */
  spends?: string | undefined;
  /** The userAuthToken that it gives, hashed, and the PIN that this one is good for. */
  gives?: { tokenHash: string; pinVersion: number } | undefined;
}

/**
 * Writes a request down (`ledger_write` in migrations). Returns its row, or undefined when the merchant's id is taken: then nothing
 * is written.
 */
export async function post(
  tx: Database,
  { transaction, movements, spends, gives }: Posting,
): Promise<TransactionRow | undefined> {
  const columns = Object.entries(COLUMNS).map(([field, { name }]) => [
    name,
    transaction[field as keyof typeof transaction],
  ]);
  const posting = {
    transaction: Object.fromEntries(columns),
    movements: movements.map(({ accountId, amount }) => ({ account_id: accountId, amount })),
    spends: spends ?? null,
    gives: gives ? { token_hash: gives.tokenHash, pin_version: gives.pinVersion } : null,
  };
  const result = await tx.execute(sql`select ledger_write(${JSON.stringify(posting)}::jsonb) as number`);
  const [row] = (result as unknown as { rows: { number: string | null }[] }).rows;
  return row?.number ? { ...transaction, nxAuthNo: row.number } : undefined;
}
