import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import type { Database } from './database';
import { accounts, sessions } from './schema';

export type Account = typeof accounts.$inferSelect;

/** Accounts that anybody may choose, because a demo has no passwords. */
const DEMO_ACCOUNTS = [
  { id: 'narae', name: '김나래', phone: '010-2345-6789', address: '서울 마포구 월드컵북로 21, 302호' },
  { id: 'noeul', name: '이노을', phone: '010-3456-7890', address: '부산 해운대구 달맞이길 65, 1동 1204호' },
  { id: 'garam', name: '최가람', phone: '010-4567-8901', address: '대전 유성구 대학로 99, 5층' },
];

const hashed = (cookie: string) => createHash('sha256').update(cookie).digest('base64url');

/** Creates the demo accounts if they are missing. */
export async function seedAccounts(database: Database): Promise<void> {
  await database.insert(accounts).values(DEMO_ACCOUNTS).onConflictDoNothing();
}

/** Returns the demo accounts in order. */
export async function demoAccounts(database: Database): Promise<Account[]> {
  const ids = DEMO_ACCOUNTS.map(({ id }) => id);
  const rows = await database.select().from(accounts).where(inArray(accounts.id, ids));
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Returns the account of a session cookie. */
export async function accountOf(database: Database, cookie: string): Promise<Account | undefined> {
  const [row] = await database
    .select({ account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(sessions.accountId, accounts.id))
    .where(eq(sessions.id, hashed(cookie)));
  return row?.account;
}

/** Starts a session for a demo account or a new guest, and returns its cookie. */
export async function startSession(database: Database, accountId?: string): Promise<string> {
  const cookie = randomBytes(32).toString('base64url');
  await database.transaction(async (tx) => {
    const id = accountId ?? `guest-${randomUUID()}`;
    if (!accountId) {
      await tx.insert(accounts).values({
        id,
        name: '한소라',
        phone: '010-1234-5678',
        address: '서울 성동구 서울숲길 17, 201호',
      });
    }
    await tx.insert(sessions).values({ id: hashed(cookie), accountId: id });
  });
  return cookie;
}

/** Ends a session. */
export async function endSession(database: Database, cookie: string): Promise<void> {
  await database.delete(sessions).where(eq(sessions.id, hashed(cookie)));
}
