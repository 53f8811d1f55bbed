import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { PushAnswer, PushPurpose } from '../../providers/app-push';
import type { CardStatus } from '../../providers/card-directory';

/** Milliseconds since 1970. */
const millis = (name: string) => bigint(name, { mode: 'number' });

/** One row: the offset of the sandbox's clock. */
export const sandbox = pgTable(
  'sandbox',
  { id: integer('id').primaryKey(), clockOffsetMs: millis('clock_offset_ms').notNull() },
  (table) => [check('sandbox_one_row', sql`${table.id} = 1`)],
);

/** Deliberate faults, for tests and demonstrations. */
export const faults = pgTable('faults', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  call: text('call').notNull(),
  errorCode: text('error_code'),
  delayMs: integer('delay_ms'),
  drop: boolean('drop').notNull().default(false),
  /** The call is carried out first; only its response fails. */
  after: boolean('after').notNull().default(false),
  /** Null = until cleared. */
  timesLeft: integer('times_left'),
});

/** The cards of the made-up directory. */
export const cards = pgTable('cards', {
  cardNumber: text('card_number').primaryKey(),
  ci: text('ci').notNull(),
  status: text('status').$type<CardStatus>().notNull(),
  passwordHash: text('password_hash').notNull(),
});

/** Text messages that the made-up phones received. */
export const messages = pgTable(
  'messages',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    phone: text('phone').notNull(),
    text: text('text').notNull(),
    code: text('code').notNull(),
    sentAt: millis('sent_at').notNull(),
  },
  (table) => [index('messages_phone').on(table.phone)],
);

/** What the made-up approval system approved. */
export const approvals = pgTable('approvals', {
  id: text('id').primaryKey(),
  number: integer('number').notNull().generatedAlwaysAsIdentity(),
  at: millis('at').notNull(),
});

/** What the made-up PAYCO charged and refunded. */
export const paycoCharges = pgTable('payco_charges', {
  id: text('id').primaryKey(),
  points: millis('points').notNull(),
  /** Null if not refunded. */
  refundedAt: millis('refunded_at'),
});

/** Approval requests on the made-up phones, with their answers. */
export const appPushes = pgTable(
  'app_pushes',
  {
    id: text('id').primaryKey(),
    phone: text('phone').notNull(),
    merchantName: text('merchant_name').notNull(),
    mctAmount: millis('mct_amount').notNull(),
    purpose: text('purpose').$type<PushPurpose>().notNull().default('pay'),
    /** What the app asks for. */
    number: text('number').notNull().default(''),
    sentAt: millis('sent_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
    /** Null until answered. */
    answer: text('answer').$type<PushAnswer>(),
  },
  (table) => [index('app_pushes_phone').on(table.phone)],
);
