import { and, eq, isNotNull } from 'drizzle-orm';
import type { Database } from './database';
import { members, merchantOrigins, merchants, oneTimeCodes, pushes, sessions, userAuthTokens } from './schema';

export type SessionRow = typeof sessions.$inferSelect;
export type NewSession = typeof sessions.$inferInsert;
export type MemberRow = typeof members.$inferSelect;

/** A new transaction token's row. */
export const insertSession = async (tx: Database, row: NewSession): Promise<void> => {
  await tx.insert(sessions).values(row);
};

/** Locks the row of a transaction token. */
export async function lockByToken(tx: Database, trTokenHash: string): Promise<SessionRow | undefined> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.trTokenHash, trTokenHash)).for('update');
  return row;
}

/** Locks a session by its id: until the end of the transaction nothing else happens to it. */
export async function lockById(tx: Database, idHash: string): Promise<SessionRow | undefined> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.idHash, idHash)).for('update');
  return row;
}

/** A session by its id, as it stands now. */
export async function findById(tx: Database, idHash: string): Promise<SessionRow | undefined> {
  const [row] = await tx.select().from(sessions).where(eq(sessions.idHash, idHash));
  return row;
}

/** Writes part of a locked session and returns all of it. */
export async function updateSession(
  tx: Database,
  trTokenHash: string,
  change: Partial<NewSession>,
): Promise<SessionRow> {
  const [row] = await tx.update(sessions).set(change).where(eq(sessions.trTokenHash, trTokenHash)).returning();
  return row as SessionRow;
}

/** Ends what was under way to identify the shopper: the code is void, the push no longer asks. */
export async function dropChallenges(tx: Database, row: SessionRow): Promise<void> {
  await tx.delete(oneTimeCodes).where(eq(oneTimeCodes.trTokenHash, row.trTokenHash));
  if (row.pushId === null) return;
  await tx
    .update(pushes)
    .set({ state: 'replaced' })
    .where(and(eq(pushes.id, row.pushId), eq(pushes.state, 'waiting')));
}

/** A merchant, if the origin is registered for it. */
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

/** The member behind a userAuthToken of this merchant, as long as the PIN that it was issued with is in force. */
export async function memberByUserAuthToken(
  tx: Database,
  nxMctNo: string,
  userAuthTokenHash: string,
): Promise<MemberRow | undefined> {
  const [row] = await tx
    .select({ member: members })
    .from(userAuthTokens)
    .innerJoin(members, and(eq(members.id, userAuthTokens.memberId), eq(members.pinVersion, userAuthTokens.pinVersion)))
    .where(
      and(
        eq(userAuthTokens.tokenHash, userAuthTokenHash),
        eq(userAuthTokens.nxMctNo, nxMctNo),
        isNotNull(members.pinHash),
      ),
    );
  return row?.member;
}
