import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Database } from './database';
import { accounts } from './ledger-schema';
import { dutumPrograms } from './schema';

/** A member's points of one 두툼 programme. */
export interface DutumBalance {
  accountId: string;
  name: string;
  minAmount: number;
  promotionCode: string | null;
  minVolume: number;
  balance: number;
}

/** An account's points that no request in progress holds. */
const free = sql<number>`${accounts.balance} - ${accounts.held}`.mapWith(Number);

/** Returns the points that can be taken from an account; 0 if there is no such account. */
export async function balanceOf(tx: Database, accountId: string): Promise<number> {
  const [row] = await tx.select({ free }).from(accounts).where(eq(accounts.id, accountId));
  return row?.free ?? 0;
}

/** Returns a member's points of a merchant's programmes, in the order in which they are taken. */
export async function dutumBalances(tx: Database, memberId: number, nxMctNo: string): Promise<DutumBalance[]> {
  const rows = await tx
    .select({
      accountId: accounts.id,
      name: dutumPrograms.name,
      minAmount: dutumPrograms.minAmount,
      promotionCode: dutumPrograms.promotionCode,
      minVolume: dutumPrograms.minVolume,
      balance: free,
    })
    .from(accounts)
    .innerJoin(dutumPrograms, eq(dutumPrograms.id, accounts.dutumId))
    .where(and(eq(accounts.memberId, memberId), eq(dutumPrograms.nxMctNo, nxMctNo), gt(free, 0)))
    .orderBy(asc(dutumPrograms.id));
  return rows;
}

/**
 * Locks accounts and returns the points that can be taken from each. Always locks in order of id, so that two payments
 * never deadlock. Skips counter accounts, because all payments of a merchant would wait for them.
 */
export async function lockBalances(tx: Database, accountIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: accounts.id, free })
    .from(accounts)
    .where(and(inArray(accounts.id, [...accountIds]), isNotNull(accounts.balance)))
    .orderBy(asc(accounts.id))
    .for('no key update');
  return new Map(rows.map((row) => [row.id, row.free]));
}
