import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database';
import { oneTimeCodes, phoneDays } from './schema';

export type CodeRow = typeof oneTimeCodes.$inferSelect;
export type NewCode = typeof oneTimeCodes.$inferInsert;
export type PhoneDay = typeof phoneDays.$inferSelect;

/** Returns the session's current code. Lock the session first. */
export async function codeOf(tx: Database, trTokenHash: string): Promise<CodeRow | undefined> {
  const [row] = await tx.select().from(oneTimeCodes).where(eq(oneTimeCodes.trTokenHash, trTokenHash));
  return row;
}

/** Replaces the session's code. */
export async function putCode(tx: Database, row: NewCode): Promise<void> {
  await tx.insert(oneTimeCodes).values(row).onConflictDoUpdate({ target: oneTimeCodes.trTokenHash, set: row });
}

/** Deletes a code that could not be sent. Leaves a newer one in place. */
export async function dropCode(tx: Database, { trTokenHash, codeMac }: Pick<CodeRow, 'trTokenHash' | 'codeMac'>) {
  await tx
    .delete(oneTimeCodes)
    .where(and(eq(oneTimeCodes.trTokenHash, trTokenHash), eq(oneTimeCodes.codeMac, codeMac)));
}

export async function countWrong(tx: Database, trTokenHash: string): Promise<void> {
  await tx
    .update(oneTimeCodes)
    .set({ wrong: sql`${oneTimeCodes.wrong} + 1` })
    .where(eq(oneTimeCodes.trTokenHash, trTokenHash));
}

/** Returns a phone number's failures on a day, locked so that concurrent calls count one after the other. */
export async function lockPhoneDay(tx: Database, phone: string, day: string): Promise<PhoneDay> {
  await tx.insert(phoneDays).values({ phone, day }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(phoneDays)
    .where(and(eq(phoneDays.phone, phone), eq(phoneDays.day, day)))
    .for('update');
  return row as PhoneDay;
}

export async function updatePhoneDay(tx: Database, { phone, day, ...counts }: PhoneDay): Promise<void> {
  await tx
    .update(phoneDays)
    .set(counts)
    .where(and(eq(phoneDays.phone, phone), eq(phoneDays.day, day)));
}
