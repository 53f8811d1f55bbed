import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Locale } from '../../contract/locales';

/** Milliseconds since 1970. */
const millis = (name: string) => bigint(name, { mode: 'number' });
/** Won or points. */
const amount = (name: string) => bigint(name, { mode: 'number' });

export const merchants = pgTable('merchants', {
  nxMctNo: text('nx_mct_no').primaryKey(),
  nxMctCorpNo: text('nx_mct_corp_no').notNull(),
  name: text('name').notNull(),
  /** SHA-256 of what follows "Basic ": found by its hash, so looking it up takes no time that depends on the key. */
  basicAuthHash: text('basic_auth_hash').notNull().unique(),
  /** 16 bytes each, hex. The envelope needs them in clear. */
  aesKey: text('aes_key').notNull(),
  aesIv: text('aes_iv').notNull(),
  /** Since when its calls are refused; null = they are not. */
  suspendedAt: millis('suspended_at'),
});

/** The page origins that may open the popup with a merchant's tokens. */
export const merchantOrigins = pgTable(
  'merchant_origins',
  {
    nxMctNo: text('nx_mct_no')
      .notNull()
      .references(() => merchants.nxMctNo),
    origin: text('origin').notNull(),
  },
  (table) => [primaryKey({ columns: [table.nxMctNo, table.origin] })],
);

export const members = pgTable('members', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  /** YYMMDD and the first digit of the second half of the resident registration number, which tells the century. */
  birthDate: text('birth_date').notNull(),
  firstDigit: text('first_digit').notNull(),
  carrier: text('carrier').notNull(),
  phone: text('phone').notNull().unique(),
  status: text('status').$type<'active' | 'suspended' | 'withdrawn'>().notNull(),
  /** 연계정보: the identifier of a person that all services in Korea share, 88 characters of Base64. */
  ci: text('ci').notNull().unique(),
  /** Wrong online passwords of the card in a row; at 3 it stays locked. */
  cardFailures: integer('card_failures').notNull().default(0),
  hasApp: boolean('has_app').notNull(),
  hasPayco: boolean('has_payco').notNull(),
  pinHash: text('pin_hash'),
  /** Wrong PINs in a row, over all sessions. */
  pinFailures: integer('pin_failures').notNull().default(0),
  /** Counts registrations: a userAuthToken is good for the PIN that it was issued with. 0 = the seeded one. */
  pinVersion: integer('pin_version').notNull().default(0),
});

/** A merchant's 두툼 points and when they can be used. Offered in the order of their ids. */
export const dutumPrograms = pgTable('dutum_programs', {
  id: integer('id').primaryKey(),
  nxMctNo: text('nx_mct_no')
    .notNull()
    .references(() => merchants.nxMctNo),
  name: text('name').notNull(),
  minAmount: amount('min_amount').notNull(),
  /** Usable only while this promoted product is bought. */
  promotionCode: text('promotion_code'),
  /** Of the promoted product, so many have to be bought. */
  minVolume: integer('min_volume').notNull().default(1),
});

export type SessionStep = 'issued' | 'method' | 'newPin' | 'confirmPin' | 'pin' | 'points' | 'done';

/**
 * One row from the token that a merchant was given to the choice that the shopper authorised: so one row lock orders everything
 * that happens to a transaction. Opening again writes a new `idHash`, which ends the earlier session.
 */
export const sessions = pgTable(
  'sessions',
  {
    trTokenHash: text('tr_token_hash').primaryKey(),
    nxMctNo: text('nx_mct_no')
      .notNull()
      .references(() => merchants.nxMctNo),
    mctAmount: amount('mct_amount').notNull(),
    promotionCode: text('promotion_code'),
    promotedVolume: amount('promoted_volume'),
    promotedAmount: amount('promoted_amount'),
    /** From the token request: the shopper whom the merchant knows. */
    userAuthTokenHash: text('user_auth_token_hash'),
    issuedAt: millis('issued_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
    idHash: text('id_hash').unique(),
    step: text('step').$type<SessionStep>().notNull(),
    locale: text('locale').$type<Locale>().notNull().default('ko'),
    /** The origin of the page that the popup is in, from the last `open`. */
    pageOrigin: text('page_origin'),
    memberId: integer('member_id').references(() => members.id),
    /** The shopper said so, or the PIN is gone: after identification comes a new one. */
    pinForgotten: boolean('pin_forgotten').notNull().default(false),
    keypadId: text('keypad_id'),
    /** Ten digits; the one at position i is what key i says. */
    keypadDigits: text('keypad_digits'),
    /** The first entry of a new PIN, as a MAC under the session's id, which is not stored. */
    firstPinMac: text('first_pin_mac'),
    pushId: text('push_id'),
    /** With the session's id it gives the ocbUseTrAuthToken, so that a repeated `authorize` gets the same one. */
    useTokenSalt: text('use_token_salt'),
  },
  (table) => [index('sessions_expires_at').on(table.expiresAt)],
);

/** The live one-time code of a session. */
export const oneTimeCodes = pgTable('one_time_codes', {
  trTokenHash: text('tr_token_hash')
    .primaryKey()
    .references(() => sessions.trTokenHash, { onDelete: 'cascade' }),
  memberId: integer('member_id')
    .notNull()
    .references(() => members.id),
  phone: text('phone').notNull(),
  /** A MAC under the session's id, which is not stored: six digits alone could be guessed from a plain hash. */
  codeMac: text('code_mac').notNull(),
  resendAt: millis('resend_at').notNull(),
  expiresAt: millis('expires_at').notNull(),
  wrong: integer('wrong').notNull().default(0),
});

/** Failures of one number on one day in Korea (2203). */
export const phoneDays = pgTable(
  'phone_days',
  {
    phone: text('phone').notNull(),
    day: text('day').notNull(),
    mismatches: integer('mismatches').notNull().default(0),
    wrongCodes: integer('wrong_codes').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.phone, table.day] })],
);

export type PushState = 'waiting' | 'approved' | 'refused' | 'replaced';

/** Requests to the OK캐쉬백 app. One that waits past `expiresAt` has expired. */
export const pushes = pgTable(
  'pushes',
  {
    id: text('id').primaryKey(),
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    phone: text('phone').notNull(),
    merchantName: text('merchant_name').notNull(),
    mctAmount: amount('mct_amount').notNull(),
    state: text('state').$type<PushState>().notNull(),
    sentAt: millis('sent_at').notNull(),
    resendAt: millis('resend_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
  },
  (table) => [index('pushes_phone').on(table.phone)],
);

/** "This shopper of this merchant has registered a PIN." */
export const userAuthTokens = pgTable('user_auth_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  nxMctNo: text('nx_mct_no')
    .notNull()
    .references(() => merchants.nxMctNo),
  memberId: integer('member_id')
    .notNull()
    .references(() => members.id),
  pinVersion: integer('pin_version').notNull(),
  issuedAt: millis('issued_at').notNull(),
});

/** One row: which composition's database this is. A sandbox's keys are public, and production's points are not to be played with. */
export const composition = pgTable(
  'composition',
  { id: integer('id').primaryKey(), name: text('name').$type<'production' | 'sandbox'>().notNull() },
  (table) => [check('composition_one_row', sql`${table.id} = 1`)],
);
