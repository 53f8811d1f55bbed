import { eq } from 'drizzle-orm';
import type { Database } from './database';
import { merchants, pushes } from './schema';

export type PushRow = typeof pushes.$inferSelect;

export async function pushById(tx: Database, id: string): Promise<PushRow | undefined> {
  const [row] = await tx.select().from(pushes).where(eq(pushes.id, id));
  return row;
}

/** Locks a push: its answer and its end come one after the other. */
export async function lockPush(tx: Database, id: string): Promise<PushRow | undefined> {
  const [row] = await tx.select().from(pushes).where(eq(pushes.id, id)).for('update');
  return row;
}

export async function insertPush(tx: Database, row: PushRow): Promise<void> {
  await tx.insert(pushes).values(row);
}

export async function merchantName(tx: Database, nxMctNo: string): Promise<string> {
  const [row] = await tx.select({ name: merchants.name }).from(merchants).where(eq(merchants.nxMctNo, nxMctNo));
  return row?.name ?? '';
}
