import { and, eq, gt } from 'drizzle-orm';
import type { Database } from './database';
import { type members, merchantOrigins, merchants, oneTimeCodes, pushes, sessions } from './schema';

export type SessionRow = typeof sessions.$inferSelect;
export type NewSession = typeof sessions.$inferInsert;
export type MemberRow = typeof members.$inferSelect;

/** Inserts the row of a new transaction token. */
export const insertSession = async (tx: Database, row: NewSession): Promise<void> => {
  await tx.insert(sessions).values(row);
};

/** Locks and returns the row of a transaction token. */
export async function lockByToken(tx: Database, trTokenHash: string): Promise<SessionRow | undefined> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.trTokenHash, trTokenHash)).for('update');
  return row;
}

/** Locks and returns a session by its id, until the end of the transaction. */
export async function lockById(tx: Database, idHash: string): Promise<SessionRow | undefined> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.idHash, idHash)).for('update');
  return row;
}

/** Returns a session by its id, without locking. */
export async function findById(tx: Database, idHash: string): Promise<SessionRow | undefined> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.idHash, idHash));
  return row;
}

/** Returns the row of a transaction token, without locking. */
export async function findByToken(tx: Database, trTokenHash: string): Promise<SessionRow | undefined> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.trTokenHash, trTokenHash));
  return row;
}

/** Updates a locked session and returns the whole row. */
export async function updateSession(
  tx: Database,
  trTokenHash: string,
  change: Partial<NewSession>,
): Promise<SessionRow> {
  const [row] = await tx.update(sessions).set(change).where(eq(sessions.trTokenHash, trTokenHash)).returning();
  return row as SessionRow;
}

/** Ends a merchant's live sessions, and the tokens that would open them. */
export async function endSessions(tx: Database, nxMctNo: string, now: number): Promise<void> {
  await tx
    .update(sessions)
    .set({ expiresAt: now })
    .where(and(eq(sessions.nxMctNo, nxMctNo), gt(sessions.expiresAt, now)));
}

/** Cancels pending identifications: voids the code and the push. */
export async function dropChallenges(tx: Database, row: SessionRow): Promise<void> {
  await tx.delete(oneTimeCodes).where(eq(oneTimeCodes.trTokenHash, row.trTokenHash));
  if (row.pushId === null) return;
  await tx
    .update(pushes)
    .set({ state: 'replaced' })
    .where(and(eq(pushes.id, row.pushId), eq(pushes.state, 'waiting')));
}

/** Returns the merchant if the origin is registered for it. */
export async function merchantForOrigin(
  tx: Database,
  nxMctNo: string,
  origin: string,
): Promise<{ name: string; suspendedAt: number | null } | undefined> {
  const [row] = await tx
    .select({ name: merchants.name, suspendedAt: merchants.suspendedAt })
    .from(merchantOrigins)
    .innerJoin(merchants, eq(merchants.nxMctNo, merchantOrigins.nxMctNo))
    .where(and(eq(merchantOrigins.nxMctNo, nxMctNo), eq(merchantOrigins.origin, origin)));
  return row;
}
