import { and, asc, eq, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Database } from './database';
import { accounts } from './ledger-schema';
import { dutumPrograms } from './schema';

/** Points of one 두툼 programme that a member has. */
export interface DutumBalance {
  accountId: string;
  name: string;
  minAmount: number;
  promotionCode: string | null;
  minVolume: number;
  balance: number;
}

/** Of an account's points, those that no request holds which is under way. */
const free = sql<number>`${accounts.balance} - ${accounts.held}`.mapWith(Number);

/** What can be taken from an account; 0 when there is no such account. */
export async function balanceOf(tx: Database, accountId: string): Promise<number> {
  const [row] = await tx.select({ free }).from(accounts).where(eq(accounts.id, accountId));
  return row?.free ?? 0;
}

/** A member's points of a merchant's programmes, in the order in which they are taken. */
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
 * Locks accounts, always in the order of their ids so that two payments never wait for each other, and returns what can be taken from
 * them.
 * Counters among them are left alone: every payment of a merchant would wait there.
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
