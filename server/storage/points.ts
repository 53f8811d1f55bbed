import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
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

/** An account's balance; 0 when there is no such account. */
export async function balanceOf(tx: Database, accountId: string): Promise<number> {
  const [row] = await tx.select({ balance: accounts.balance }).from(accounts).where(eq(accounts.id, accountId));
  return row?.balance ?? 0;
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
      balance: accounts.balance,
    })
    .from(accounts)
    .innerJoin(dutumPrograms, eq(dutumPrograms.id, accounts.dutumId))
    .where(and(eq(accounts.memberId, memberId), eq(dutumPrograms.nxMctNo, nxMctNo), gt(accounts.balance, 0)))
    .orderBy(asc(dutumPrograms.id));
  return rows.map((row) => ({ ...row, balance: row.balance ?? 0 }));
}

/**
 * Locks accounts, always in the order of their ids so that two payments never wait for each other, and returns their balances.
 * Counters among them are left alone: every payment of a merchant would wait there.
 */
export async function lockBalances(tx: Database, accountIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .select({ id: accounts.id, balance: accounts.balance })
    .from(accounts)
    .where(and(inArray(accounts.id, [...accountIds]), isNotNull(accounts.balance)))
    .orderBy(asc(accounts.id))
    .for('no key update');
  return new Map(rows.map((row) => [row.id, row.balance ?? 0]));
}
