import { and, eq, gte, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from './database';
import { members, userAuthTokens } from './schema';
import type { MemberRow } from './sessions';

const lastUse = sql`coalesce(${userAuthTokens.usedAt}, ${userAuthTokens.issuedAt})`;

/**
 * Returns the member of a merchant's userAuthToken that was issued or used at `since` or later, while the PIN that it
 * was issued with is valid.
 */
export async function memberByUserAuthToken(
  tx: Database,
  nxMctNo: string,
  tokenHash: string,
  since: number,
): Promise<MemberRow | undefined> {
  const [row] = await tx
    .select({ member: members })
    .from(userAuthTokens)
    .innerJoin(members, and(eq(members.id, userAuthTokens.memberId), eq(members.pinVersion, userAuthTokens.pinVersion)))
    .where(
      and(
        eq(userAuthTokens.tokenHash, tokenHash),
        eq(userAuthTokens.nxMctNo, nxMctNo),
        gte(lastUse, since),
        isNotNull(members.pinHash),
      ),
    );
  return row?.member;
}

/** Whether a userAuthToken is there: neither revoked nor expired and tidied away. */
export async function isUserAuthToken(tx: Database, tokenHash: string): Promise<boolean> {
  const rows = await tx
    .select({ issuedAt: userAuthTokens.issuedAt })
    .from(userAuthTokens)
    .where(eq(userAuthTokens.tokenHash, tokenHash));
  return rows.length > 0;
}

/** Records that a userAuthToken led to the right PIN. */
export async function userAuthTokenUsed(tx: Database, tokenHash: string, usedAt: number): Promise<void> {
  await tx.update(userAuthTokens).set({ usedAt }).where(eq(userAuthTokens.tokenHash, tokenHash));
}

/** Whose userAuthTokens: a merchant's, a member's, or a member's at a merchant. */
export interface Holder {
  nxMctNo?: string | undefined;
  memberId?: number | undefined;
}

/** Deletes the userAuthTokens of a merchant, of a member, or of both together. Returns how many there were. */
export async function deleteUserAuthTokens(tx: Database, { nxMctNo, memberId }: Holder): Promise<number> {
  const wanted: SQL[] = [];
  if (nxMctNo !== undefined) wanted.push(eq(userAuthTokens.nxMctNo, nxMctNo));
  if (memberId !== undefined) wanted.push(eq(userAuthTokens.memberId, memberId));
  if (wanted.length === 0) return 0;
  const gone = await tx
    .delete(userAuthTokens)
    .where(and(...wanted))
    .returning({ issuedAt: userAuthTokens.issuedAt });
  return gone.length;
}
