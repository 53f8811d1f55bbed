import { sql } from 'drizzle-orm';
import { MERCHANTS } from '../../server/sandbox/seed/merchants';
import { cards } from '../../server/sandbox/storage/schema';
import type { Ocb } from '../../server/serve';
import { dutumAccount, ISSUED, ocbAccount } from '../../server/services/accounts';
import { tokenHash } from '../../server/services/secrets';
import { insertAuthorisation } from '../../server/storage/choices';
import { post } from '../../server/storage/ledger';
import { accounts } from '../../server/storage/ledger-schema';
import { members } from '../../server/storage/schema';
import { run } from '../../server/storage/statement';

const [shop] = MERCHANTS;
/** The programme of their 두툼 points. */
const PROGRAM = 1;

/** Returns member number `id`, who has never used the popup, with the card and CI for saves. */
export const shopper = (id: number) => ({ id, cardNumber: `card-${id}`, ci: `ci-${id}` });

export type Shopper = ReturnType<typeof shopper>;

/** Inserts members with both kinds of points directly, because identifying each would take seconds. */
export async function addShoppers(
  { context }: Pick<Ocb, 'context'>,
  people: readonly Shopper[],
  ocb: number,
  dutum: number,
) {
  const { db, clock } = context;
  const at = await clock(db);
  await db.insert(members).values(
    people.map(({ id, ci }) => ({
      id,
      ci,
      name: `손님 ${id}`,
      birthDate: '800101',
      firstDigit: '1',
      carrier: 'SKT',
      phone: `phone-${id}`,
      status: 'active' as const,
      hasApp: false,
      hasPayco: true,
    })),
  );
  await db
    .insert(cards)
    .values(people.map(({ cardNumber, ci }) => ({ cardNumber, ci, status: 'normal' as const, passwordHash: '' })));
  await db.insert(accounts).values(
    people.flatMap(({ id }) => [
      { id: ocbAccount(id), kind: 'ocb' as const, memberId: id, balance: 0 },
      { id: dutumAccount(id, PROGRAM), kind: 'dutum' as const, memberId: id, dutumId: PROGRAM, balance: 0 },
    ]),
  );
  const nothing = { mctAmount: 0, ocbPoint: 0, dutumPoint: 0, chargePoint: 0, memberId: null, originalId: null };
  const nobodys = { nxMctNo: null, mctTransactionId: null, userAuthSalt: null, detail: null, pinVersion: null };
  const opening = { id: `opening-${people[0]?.id}`, kind: 'OPENING' as const, contentHash: '', code: '0000', at };
  await post((statement) => run(db, statement), {
    transaction: { ...opening, ...nothing, ...nobodys, nxAuthDay: '' },
    movements: [
      { accountId: ISSUED, amount: -people.length * (ocb + dutum) },
      ...people.flatMap(({ id }) => [
        { accountId: ocbAccount(id), amount: ocb },
        { accountId: dutumAccount(id, PROGRAM), amount: dutum },
      ]),
    ],
  });
}

/** What a shopper authorised, in points; `chargePoint` of `ocbPoint` are charged. */
export interface Choice {
  ocbPoint: number;
  dutumPoint: number;
  chargePoint: number;
}

/** Stores a choice as if the popup had authorised it. `token` spends it within an hour. */
export async function authorise({ context }: Pick<Ocb, 'context'>, { id }: Shopper, token: string, choice: Choice) {
  await insertAuthorisation(context.db, {
    ...choice,
    tokenHash: tokenHash(token),
    nxMctNo: shop.nxMctNo,
    memberId: id,
    mctAmount: 50_000,
    pinVersion: 0,
    dutumParts: choice.dutumPoint > 0 ? [{ accountId: dutumAccount(id, PROGRAM), points: choice.dutumPoint }] : [],
    expiresAt: (await context.clock(context.db)) + 3_600_000,
  });
}

/**
 * Returns the inconsistencies of the ledger: balances that are below zero or not the sum of their entries, unbalanced
 * transactions, and points that are still held.
 */
export async function wrongInTheBooks({ context }: Pick<Ocb, 'context'>): Promise<unknown[]> {
  const result = await context.db.execute(sql`
    select a.id from accounts a left join entries e on e.account_id = a.id where a.balance is not null
      group by a.id having a.balance <> coalesce(sum(e.amount), 0) or a.balance < 0
    union all select transaction_id from entries group by 1 having sum(amount) <> 0
    union all select transaction_id from entries e join transactions t on t.id = e.transaction_id where t.code <> '0000'
    union all select t.id from transactions t left join entries e on e.transaction_id = t.id
      where t.code = '0000' and e.id is null
    union all select id from reservations
    union all select id from accounts where held <> 0
    union all select original_id from transactions where code = '0000' and original_id is not null
      group by 1 having count(*) > 1`);
  return (result as unknown as { rows: unknown[] }).rows;
}

/** Returns a shopper's points. */
export async function pointsOf(
  { context }: Pick<Ocb, 'context'>,
  { id }: Shopper,
): Promise<{ ocb: number; dutum: number }> {
  const result = await context.db.execute(sql`select id, balance from accounts where member_id = ${id}`);
  const { rows } = result as unknown as { rows: { id: string; balance: string }[] };
  const of = (account: string) => Number(rows.find((row) => row.id === account)?.balance);
  return { ocb: of(ocbAccount(id)), dutum: of(dutumAccount(id, PROGRAM)) };
}
