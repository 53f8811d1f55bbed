import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import type { Database } from './database';
import { entries, transactions, type WrittenPosting } from './ledger-schema';
import type { Statement } from './statement';

export type TransactionRow = typeof transactions.$inferSelect;
export type NewEntry = Pick<typeof entries.$inferInsert, 'accountId' | 'amount'>;

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

const COLUMNS = Object.entries(getTableColumns(transactions));

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

/** A posting as the functions of the database take it. */
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
 * Writes a request down (`ledger_write` in migrations), by whatever runs a statement. Returns its row, or undefined when the
 * merchant's id is taken: then nothing is written.
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
