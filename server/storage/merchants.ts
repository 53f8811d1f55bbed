import { eq } from 'drizzle-orm';
import type { Database } from './database';
import { accounts } from './ledger-schema';
import { merchantOrigins, merchants } from './schema';

export type MerchantRow = typeof merchants.$inferSelect;

/** The hash of a merchant's Basic auth key, and the keys of its envelopes. */
export type MerchantKeys = Pick<MerchantRow, 'basicAuthHash' | 'aesKey' | 'aesIv'>;

/** Returns the merchant whose Basic auth key has this hash. */
export async function merchantByKey(db: Database, basicAuthHash: string): Promise<MerchantRow | undefined> {
  const [row] = await db.select().from(merchants).where(eq(merchants.basicAuthHash, basicAuthHash));
  return row;
}

/** Adds a merchant with its page origins and counter accounts. Returns false if the number is taken. */
export async function insertMerchant(
  tx: Database,
  merchant: typeof merchants.$inferInsert,
  origins: readonly string[],
  counters: readonly string[],
): Promise<boolean> {
  const added = await tx.insert(merchants).values(merchant).onConflictDoNothing().returning();
  if (added.length === 0) return false;
  await tx.insert(merchantOrigins).values(origins.map((origin) => ({ nxMctNo: merchant.nxMctNo, origin })));
  await insertCounters(tx, counters);
  return true;
}

/** Adds counter accounts. Existing ones stay. */
export async function insertCounters(tx: Database, ids: readonly string[]): Promise<void> {
  await tx
    .insert(accounts)
    .values(ids.map((id) => ({ id, kind: 'counter' as const })))
    .onConflictDoNothing();
}

/** Updates a merchant. Returns false if there is no such merchant. */
export async function updateMerchant(
  tx: Database,
  nxMctNo: string,
  change: Partial<MerchantKeys & Pick<MerchantRow, 'suspendedAt'>>,
): Promise<boolean> {
  const changed = await tx.update(merchants).set(change).where(eq(merchants.nxMctNo, nxMctNo)).returning();
  return changed.length > 0;
}
