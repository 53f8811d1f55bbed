import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { members, merchants } from './schema';

const millis = (name: string) => bigint(name, { mode: 'number' });
const amount = (name: string) => bigint(name, { mode: 'number' });

/** Points taken from one account by an authorised choice. */
export interface Part {
  accountId: string;
  points: number;
}

/** An authorised choice: what one ocbUseTrAuthToken spends. */
export const useAuthorisations = pgTable('use_authorisations', {
  tokenHash: text('token_hash').primaryKey(),
  nxMctNo: text('nx_mct_no')
    .notNull()
    .references(() => merchants.nxMctNo),
  memberId: integer('member_id')
    .notNull()
    .references(() => members.id),
  mctAmount: amount('mct_amount').notNull(),
  ocbPoint: amount('ocb_point').notNull(),
  dutumPoint: amount('dutum_point').notNull(),
  chargePoint: amount('charge_point').notNull(),
  /** Which 두툼 accounts `dutumPoint` comes from. */
  dutumParts: jsonb('dutum_parts').$type<Part[]>().notNull(),
  expiresAt: millis('expires_at').notNull(),
  /** Null until spent. */
  spentAt: millis('spent_at'),
});

/**
 * Where points are. `ocb:{member}` and `dutum:{member}:{program}` hold them and carry a balance; the counter accounts `issued`,
 * `payco`, `used:{nxMctNo}` and `saved:{nxMctNo}` say where they came from and went, and carry none: it would be one row that
 * every payment waits for.
 * Only the trigger on `entries` changes a balance (migrations/*_ledger.sql).
 */
export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<'ocb' | 'dutum' | 'counter'>().notNull(),
    memberId: integer('member_id').references(() => members.id),
    dutumId: integer('dutum_id'),
    balance: amount('balance'),
    /** Of the balance, what requests hold that are under way. */
    held: amount('held').notNull().default(0),
  },
  (table) => [
    check('accounts_never_below_zero', sql`${table.balance} >= 0`),
    check('accounts_counters_have_no_balance', sql`(${table.kind} = 'counter') = (${table.balance} is null)`),
    check('accounts_have_what_is_held', sql`${table.held} >= 0 and ${table.balance} >= ${table.held}`),
    index('accounts_member').on(table.memberId),
  ],
);

/** Approval numbers: nine digits, one after the other. */
export const nxAuthNumbers = pgSequence('nx_auth_numbers', { startWith: 1, maxValue: 999_999_999, cycle: true });

/** A posting as it goes to the functions of the database: rows by the names of their columns. */
export interface WrittenPosting {
  transaction: Record<string, string | number | null>;
  movements: { account_id: string; amount: number }[];
  spends: string | null;
  gives: { token_hash: string; pin_version: number } | null;
}

/** What a merchant may ask for under an id of its own; and the opening balances. */
export type Kind = 'OPENING' | 'USE' | 'CANCEL' | 'PART' | 'SAVE' | 'CANCEL_SAVE';

/** What a merchant asked for, once for each of its ids, and what became of it. Refused ones are kept too: `/result` tells of them. */
export const transactions = pgTable(
  'transactions',
  {
    /** The ocbTransactionId. */
    id: text('id').primaryKey(),
    kind: text('kind').$type<Kind>().notNull(),
    /** Null for opening balances. */
    nxMctNo: text('nx_mct_no').references(() => merchants.nxMctNo),
    mctTransactionId: text('mct_transaction_id'),
    /** Of the request: the same id with other content is refused. */
    contentHash: text('content_hash').notNull(),
    /** `0000` = approved, else the code of the error table that it was refused with. */
    code: text('code').notNull(),
    /** What the refusal said to developers, so that a repeated request hears the same. */
    detail: text('detail'),
    /** What this one undoes or follows: of a CANCEL its use, of a PART its cancel, of a CANCEL_SAVE its save. */
    originalId: text('original_id').references((): AnyPgColumn => transactions.id),
    memberId: integer('member_id').references(() => members.id),
    mctAmount: amount('mct_amount').notNull(),
    ocbPoint: amount('ocb_point').notNull(),
    dutumPoint: amount('dutum_point').notNull(),
    chargePoint: amount('charge_point').notNull(),
    nxAuthDay: text('nx_auth_day').notNull(),
    nxAuthNo: text('nx_auth_no').notNull().default(sql`lpad(nextval('nx_auth_numbers')::text, 9, '0')`),
    /** With the token of the request it gives the answer's userAuthToken, so that a repeated request gets the same one. */
    userAuthSalt: text('user_auth_salt'),
    at: millis('at').notNull(),
  },
  (table) => [
    unique('transactions_merchant_id').on(table.nxMctNo, table.mctTransactionId),
    // Cancelled once, used again in part once, whatever a service forgets.
    uniqueIndex('transactions_followed_once').on(table.originalId).where(sql`${table.code} = '0000'`),
  ],
);

/**
 * Requests that are under way: what each will write if it is approved, and what it holds of the accounts until then (a trigger). A row
 * is written once and deleted when the request is settled; it has the `id` of the transaction that it becomes.
 */
export const reservations = pgTable(
  'reservations',
  {
    id: text('id').primaryKey(),
    nxMctNo: text('nx_mct_no').notNull(),
    mctTransactionId: text('mct_transaction_id').notNull(),
    contentHash: text('content_hash').notNull(),
    /** The use token that it spends, hashed, and the transaction that it follows: one request at a time may. */
    spends: text('spends').unique(),
    originalId: text('original_id').unique(),
    /** What `ledger_write` writes. */
    posting: jsonb('posting').$type<WrittenPosting>().notNull(),
    /** Later no provider carries it out. */
    until: millis('until').notNull(),
  },
  (table) => [unique('reservations_merchant_id').on(table.nxMctNo, table.mctTransactionId)],
);

/** The ledger: append-only, and each statement that appends sums to zero for each transaction (a trigger). */
export const entries = pgTable(
  'entries',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => transactions.id),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    amount: amount('amount').notNull(),
  },
  (table) => [
    check('entries_move_something', sql`${table.amount} <> 0`),
    index('entries_account').on(table.accountId),
    index('entries_transaction').on(table.transactionId),
  ],
);
