import { eq } from 'drizzle-orm';
import type { Database } from './database';
import { members } from './schema';
import type { MemberRow } from './sessions';

export type { MemberRow } from './sessions';

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

export async function updateMember(tx: Database, id: number, change: Partial<MemberRow>): Promise<void> {
  await tx.update(members).set(change).where(eq(members.id, id));
}
