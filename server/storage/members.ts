import { eq } from 'drizzle-orm';
import type { Database } from './database';
import { members } from './schema';
import type { MemberRow } from './sessions';
import { deleteUserAuthTokens } from './user-auth-tokens';

export type { MemberRow } from './sessions';

/** Whether the member has, or ever had, a PIN. */
export const hasHadPin = ({ pinHash, pinVersion }: Pick<MemberRow, 'pinHash' | 'pinVersion'>): boolean =>
  pinHash !== null || pinVersion > 0;

export async function memberById(tx: Database, id: number): Promise<MemberRow | undefined> {
  const [row] = await tx.select().from(members).where(eq(members.id, id));
  return row;
}

export async function memberByCi(tx: Database, ci: string): Promise<MemberRow | undefined> {
  const [row] = await tx.select().from(members).where(eq(members.ci, ci));
  return row;
}

export async function memberByPhone(tx: Database, phone: string): Promise<MemberRow | undefined> {
  const [row] = await tx.select().from(members).where(eq(members.phone, phone));
  return row;
}

/** Locks and returns a member, so that concurrent attempts are counted one after the other. */
export async function lockMember(tx: Database, id: number): Promise<MemberRow> {
  const [row] = await tx.select().from(members).where(eq(members.id, id)).for('update');
  return row as MemberRow;
}

/**
 * Gives a locked member another PIN, or none, and starts counting wrong ones anew. Ends what the earlier PIN allowed:
 * sessions and use tokens are of another version from now on, userAuthTokens are deleted. Returns the new version.
 */
export async function changePin(tx: Database, member: MemberRow, pinHash: string | null): Promise<number> {
  const pinVersion = member.pinVersion + 1;
  await updateMember(tx, member.id, { pinHash, pinVersion, pinFailures: 0, pinDayFailures: 0 });
  await deleteUserAuthTokens(tx, { memberId: member.id });
  return pinVersion;
}

export async function updateMember(tx: Database, id: number, change: Partial<MemberRow>): Promise<void> {
  await tx.update(members).set(change).where(eq(members.id, id));
}
