import { eq, getTableColumns } from 'drizzle-orm';
import type { Database } from './database';
import { useAuthorisations } from './ledger-schema';
import type { MemberRow } from './members';
import { requestName } from './requests';
import { run } from './statement';

/** What a shopper authorised: the points that one use token may spend. */
export type UseAuthorisation = typeof useAuthorisations.$inferSelect;

/**
 * A locked choice: what the use token may spend, the member's status, and the balances of the accounts it takes from.
 */
export interface LockedChoice {
  authorisation: UseAuthorisation;
  memberStatus: MemberRow['status'];
  pinVersion: number;
  /** By account id. */
  balances: Readonly<Record<string, number>>;
}

/** The result of `ledger_open_use` in migrations. */
interface OpenedUse {
  /** Keyed by column name. */
  choice: Record<string, unknown> | null;
  status: MemberRow['status'];
  pin_version: number;
  balances: Record<string, number>;
}

const COLUMNS = Object.entries(getTableColumns(useAuthorisations));

const asAuthorisation = (row: Record<string, unknown>) =>
  Object.fromEntries(COLUMNS.map(([field, { name }]) => [field, row[name]])) as UseAuthorisation;

/**
 * Opens a request as `openRequest` does. Also locks what the use token may spend and, in order of id as `lockBalances`
 * does, the accounts it takes from.
 */
export async function openUse(
  tx: Database,
  nxMctNo: string,
  mctTransactionId: string,
  tokenHash: string,
): Promise<LockedChoice | undefined> {
  const [row] = await run<{ opened: OpenedUse }>(tx, {
    name: 'ledger_open_use',
    text: 'select ledger_open_use($1, $2, $3) as opened',
    values: [requestName(nxMctNo, mctTransactionId), nxMctNo, tokenHash],
  });
  const { choice, status, pin_version: pinVersion, balances } = (row as { opened: OpenedUse }).opened;
  return choice ? { authorisation: asAuthorisation(choice), memberStatus: status, pinVersion, balances } : undefined;
}

/** Returns what a use token may spend, without locking. */
export async function authorisationByHash(tx: Database, tokenHash: string): Promise<UseAuthorisation | undefined> {
  const [row] = await tx.select().from(useAuthorisations).where(eq(useAuthorisations.tokenHash, tokenHash));
  return row;
}

export async function insertAuthorisation(tx: Database, row: typeof useAuthorisations.$inferInsert): Promise<void> {
  await tx.insert(useAuthorisations).values(row);
}
