import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from './database';
import { entries, transactions, type WrittenPosting } from './ledger-schema';
import type { Statement } from './statement';

export type TransactionRow = typeof transactions.$inferSelect;
export type NewEntry = Pick<typeof entries.$inferInsert, 'accountId' | 'amount'>;

/** Returns the request with this merchant id, or undefined if the id is unused. */
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

/** Returns a merchant's transaction by its ocbTransactionId. */
export async function transactionById(tx: Database, nxMctNo: string, id: string): Promise<TransactionRow | undefined> {
  const [row] = await tx
    .select()
    .from(transactions)
    .where(and(eq(transactions.id, id), eq(transactions.nxMctNo, nxMctNo)));
  return row;
}

/** Locks and returns an approved transaction of a merchant, so that at most one transaction follows it. */
export async function lockApproved(tx: Database, nxMctNo: string, id: string): Promise<TransactionRow | undefined> {
  const [row] = await tx.select().from(transactions).where(approvedOf(nxMctNo, id)).for('no key update');
  return row;
}

/** Whether an approved transaction follows this one: a cancel its use, a partial use its cancel. */
export async function isFollowed(tx: Database, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: transactions.id })
    .from(transactions)
    .where(and(eq(transactions.originalId, id), eq(transactions.code, '0000')));
  return row !== undefined;
}

/** Returns a transaction's ledger entries. */
export async function movedBy(tx: Database, id: string): Promise<NewEntry[]> {
  return tx
    .select({ accountId: entries.accountId, amount: entries.amount })
    .from(entries)
    .where(eq(entries.transactionId, id))
    .orderBy(asc(entries.id));
}

const COLUMNS = Object.entries(getTableColumns(transactions));

/** Everything that is written for a request, atomically. */
export interface Posting {
  transaction: Omit<TransactionRow, 'nxAuthNo'>;
  /** The ledger entries that change the balances. */
  movements: readonly NewEntry[];
  /** The hashed use token that it spends. */
  spends?: string | undefined;
  /** The hashed userAuthToken that it issues, and the PIN version that the token is valid for. */
  gives?: { tokenHash: string; pinVersion: number } | undefined;
}

/** Converts a posting to the form that the database functions take. */
export function written({ transaction, movements, spends, gives }: Posting): WrittenPosting {
  const columns = COLUMNS.map(([field, { name }]) => [name, transaction[field as keyof typeof transaction]]);
  return {
    transaction: Object.fromEntries(columns),
    movements: movements.map(({ accountId, amount }) => ({ account_id: accountId, amount })),
    spends: spends ?? null,
    gives: gives ? { token_hash: gives.tokenHash, pin_version: gives.pinVersion } : null,
  };
}

/**
 * Writes a posting (`ledger_write` in migrations) with the given statement runner. Returns its row, or undefined if the
 * merchant's id is taken; then nothing is written.
 */
export async function post(
  runs: (statement: Statement) => Promise<{ number: string | null }[]>,
  posting: Posting,
): Promise<TransactionRow | undefined> {
  const [row] = await runs({
    name: 'ledger_write',
    text: 'select ledger_write($1) as number',
    values: [JSON.stringify(written(posting))],
  });
  return row?.number ? { ...posting.transaction, nxAuthNo: row.number } : undefined;
}
