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
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { USE_LIMIT } from '../../contract/rules';
import { amount, memberId, members, merchantNo, merchants, millis } from './schema';

/** Points that an authorised choice takes from one account. */
export interface Part {
  accountId: string;
  points: number;
}

/** The most points of one payment. The last guard of what the services check (4061). */
const LIMIT = sql.raw(`${USE_LIMIT}`);

/** An authorised choice: what one ocbUseTrAuthToken spends. */
export const useAuthorisations = pgTable(
  'use_authorisations',
  {
    tokenHash: text('token_hash').primaryKey(),
    nxMctNo: merchantNo(),
    memberId: memberId(),
    mctAmount: amount('mct_amount').notNull(),
    ocbPoint: amount('ocb_point').notNull(),
    dutumPoint: amount('dutum_point').notNull(),
    chargePoint: amount('charge_point').notNull(),
    /** The member's PIN version when it was authorised. It can be spent under no other. */
    pinVersion: integer('pin_version').notNull(),
    /** The 두툼 accounts that `dutumPoint` comes from. */
    dutumParts: jsonb('dutum_parts').$type<Part[]>().notNull(),
    expiresAt: millis('expires_at').notNull(),
    /** Null until spent. */
    spentAt: millis('spent_at'),
  },
  (table) => [
    check(
      'use_authorisations_amounts',
      sql`${table.mctAmount} >= 0 and ${table.ocbPoint} >= 0 and ${table.dutumPoint} >= 0`,
    ),
    check('use_authorisations_charge', sql`${table.chargePoint} between 0 and ${table.ocbPoint}`),
    check('use_authorisations_limit', sql`${table.ocbPoint} + ${table.dutumPoint} <= ${LIMIT}`),
  ],
);

/**
 * Accounts of points. `ocb:{member}` and `dutum:{member}:{program}` hold points and have a balance. The counter
 * accounts `issued`, `payco`, `used:{nxMctNo}` and `saved:{nxMctNo}` record where points came from and went. They have
 * no balance, because every payment would wait for that row. Only the trigger on `entries` changes a balance
 * (migrations/*_ledger.sql).
 */
export const accounts = pgTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    kind: text('kind').$type<'ocb' | 'dutum' | 'counter'>().notNull(),
    memberId: integer('member_id').references(() => members.id),
    dutumId: integer('dutum_id'),
    balance: amount('balance'),
    /** The part of the balance that requests in progress hold. */
    held: amount('held').notNull().default(0),
  },
  (table) => [
    check('accounts_never_below_zero', sql`${table.balance} >= 0`),
    check('accounts_counters_have_no_balance', sql`(${table.kind} = 'counter') = (${table.balance} is null)`),
    check('accounts_have_what_is_held', sql`${table.held} >= 0 and ${table.balance} >= ${table.held}`),
    index('accounts_member').on(table.memberId),
  ],
);

/** Approval numbers: nine digits, in sequence. */
export const nxAuthNumbers = pgSequence('nx_auth_numbers', { startWith: 1, maxValue: 999_999_999, cycle: true });

/** A posting as the database functions take it: rows keyed by column name. */
export interface WrittenPosting {
  transaction: Record<string, string | number | null>;
  movements: { account_id: string; amount: number }[];
  spends: string | null;
  gives: { token_hash: string; pin_version: number } | null;
}

/** The kinds of requests with a merchant's own id, and the opening balances. */
export type Kind = 'OPENING' | 'USE' | 'CANCEL' | 'PART' | 'SAVE' | 'CANCEL_SAVE';

/**
 * Merchant requests with their outcomes, one row per merchant id. Refused ones are kept too, because `/result` reports
 * them.
 */
export const transactions = pgTable(
  'transactions',
  {
    /** The ocbTransactionId. */
    id: text('id').primaryKey(),
    kind: text('kind').$type<Kind>().notNull(),
    /** Null for opening balances. */
    nxMctNo: text('nx_mct_no').references(() => merchants.nxMctNo),
    mctTransactionId: text('mct_transaction_id'),
    /** Hash of the request's content: the same id with other content is refused. */
    contentHash: text('content_hash').notNull(),
    /** `0000` = approved, otherwise the code of the error table that refused it. */
    code: text('code').notNull(),
    /** The refusal's detail for developers, so that a repeated request gets the same one. */
    detail: text('detail'),
    /** The transaction that this one undoes or follows: a CANCEL's use, a PART's cancel, a CANCEL_SAVE's save. */
    originalId: text('original_id').references((): AnyPgColumn => transactions.id),
    memberId: integer('member_id').references(() => members.id),
    mctAmount: amount('mct_amount').notNull(),
    ocbPoint: amount('ocb_point').notNull(),
    dutumPoint: amount('dutum_point').notNull(),
    chargePoint: amount('charge_point').notNull(),
    nxAuthDay: text('nx_auth_day').notNull(),
    nxAuthNo: text('nx_auth_no').notNull().default(sql`lpad(nextval('nx_auth_numbers')::text, 9, '0')`),
    /** Derives the response's userAuthToken from the request's token, so that a repeated request gets the same one. */
    userAuthSalt: text('user_auth_salt'),
    at: millis('at').notNull(),
    /** The PIN version that a use was authorised under, so that a partial use gives no token of another PIN. */
    pinVersion: integer('pin_version'),
  },
  (table) => [
    unique('transactions_merchant_id').on(table.nxMctNo, table.mctTransactionId),
    // At most one cancel and one partial use, even if a service forgets to check.
    uniqueIndex('transactions_followed_once').on(table.originalId).where(sql`${table.code} = '0000'`),
    check('transactions_amounts', sql`${table.mctAmount} >= 0 and ${table.ocbPoint} >= 0 and ${table.dutumPoint} >= 0`),
    check('transactions_charge', sql`${table.chargePoint} between 0 and ${table.ocbPoint}`),
    // A refused request may have asked for anything, and saving has a limit of its own.
    check(
      'transactions_limit',
      sql`${table.code} <> '0000' or ${table.kind} in ('OPENING', 'SAVE', 'CANCEL_SAVE') or ${table.ocbPoint} + ${table.dutumPoint} <= ${LIMIT}`,
    ),
  ],
);

/**
 * The points that merchants asked to save on a day in Korea (`YYYYMMDD`), refused ones too. `ledger_reserve` counts.
 */
export const savedDays = pgTable(
  'saved_days',
  {
    nxMctNo: merchantNo(),
    day: text('day').notNull(),
    points: amount('points').notNull(),
  },
  (table) => [primaryKey({ columns: [table.nxMctNo, table.day] })],
);

/**
 * Requests in progress: what each will write if it is approved, and what it holds of the accounts until then (a
 * trigger). A row is written once and deleted when the request is settled. Its `id` becomes the transaction's.
 */
export const reservations = pgTable(
  'reservations',
  {
    id: text('id').primaryKey(),
    nxMctNo: text('nx_mct_no').notNull(),
    mctTransactionId: text('mct_transaction_id').notNull(),
    contentHash: text('content_hash').notNull(),
    /**
     * The hashed use token that it spends, and the transaction that it follows. Only one request at a time may use
     * either.
     */
    spends: text('spends').unique(),
    originalId: text('original_id').unique(),
    /** The argument of `ledger_write`. */
    posting: jsonb('posting').$type<WrittenPosting>().notNull(),
    /** After this time no provider carries it out. */
    until: millis('until').notNull(),
  },
  (table) => [unique('reservations_merchant_id').on(table.nxMctNo, table.mctTransactionId)],
);

/** The ledger. Append-only: a trigger requires each appending statement to sum to zero for each transaction. */
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
