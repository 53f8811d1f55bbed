import { and, eq } from 'drizzle-orm';
import type { Database } from './database';
import { merchants, type PushState, pushes, sessions } from './schema';

export type PushRow = typeof pushes.$inferSelect;

export async function pushById(tx: Database, id: string): Promise<PushRow | undefined> {
  const [row] = await tx.select().from(pushes).where(eq(pushes.id, id));
  return row;
}

/** Locks and returns a push, so that its answer and its expiry cannot overlap. */
export async function lockPush(tx: Database, id: string): Promise<PushRow | undefined> {
  const [row] = await tx.select().from(pushes).where(eq(pushes.id, id)).for('update');
  return row;
}

/** Returns a push's state at `now`. A push that waits past its time has expired. */
export const pushStateAt = (push: PushRow, now: number): PushState | 'expired' =>
  push.state === 'waiting' && now >= push.expiresAt ? 'expired' : push.state;

/** Stores the member's answer to a locked push. */
export async function answerPush(tx: Database, id: string, state: 'approved' | 'refused'): Promise<void> {
  await tx.update(pushes).set({ state }).where(eq(pushes.id, id));
}

/** Deletes a push that could not be sent. */
export async function dropPush(tx: Database, id: string): Promise<void> {
  await tx.update(sessions).set({ pushId: null }).where(eq(sessions.pushId, id));
  await tx.delete(pushes).where(eq(pushes.id, id));
}

/** Replaces whatever waits on a phone, whoever sent it. Returns the ids. */
export async function replaceWaiting(tx: Database, phone: string): Promise<string[]> {
  const rows = await tx
    .update(pushes)
    .set({ state: 'replaced' })
    .where(and(eq(pushes.phone, phone), eq(pushes.state, 'waiting')))
    .returning({ id: pushes.id });
  return rows.map(({ id }) => id);
}

export async function insertPush(tx: Database, row: PushRow): Promise<void> {
  await tx.insert(pushes).values(row);
}

export async function merchantName(tx: Database, nxMctNo: string): Promise<string> {
  const [row] = await tx.select({ name: merchants.name }).from(merchants).where(eq(merchants.nxMctNo, nxMctNo));
  return row?.name ?? '';
}
