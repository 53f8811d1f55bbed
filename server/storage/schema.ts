import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Locale } from '../../contract/locales';

/** Milliseconds since 1970. */
export const millis = (name: string) => bigint(name, { mode: 'number' });
/** An amount in won, or points. */
export const amount = (name: string) => bigint(name, { mode: 'number' });

/** A column of the merchant, or of the member, that a row belongs to. */
export const merchantNo = () =>
  text('nx_mct_no')
    .notNull()
    .references(() => merchants.nxMctNo);
export const memberId = () =>
  integer('member_id')
    .notNull()
    .references(() => members.id);

export const merchants = pgTable('merchants', {
  nxMctNo: text('nx_mct_no').primaryKey(),
  nxMctCorpNo: text('nx_mct_corp_no').notNull(),
  name: text('name').notNull(),
  /** SHA-256 of the key after "Basic ". Looking it up by hash takes no time that depends on the key. */
  basicAuthHash: text('basic_auth_hash').notNull().unique(),
  /** 16 bytes each, in hex. The envelope needs them in plain text. */
  aesKey: text('aes_key').notNull(),
  aesIv: text('aes_iv').notNull(),
  /** When it was suspended; null = active. */
  suspendedAt: millis('suspended_at'),
});

/** The page origins that may open the popup with a merchant's tokens. */
export const merchantOrigins = pgTable(
  'merchant_origins',
  {
    nxMctNo: merchantNo(),
    origin: text('origin').notNull(),
  },
  (table) => [primaryKey({ columns: [table.nxMctNo, table.origin] })],
);

export const members = pgTable('members', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  /** YYMMDD, and the first digit of the second half of the resident registration number, which gives the century. */
  birthDate: text('birth_date').notNull(),
  firstDigit: text('first_digit').notNull(),
  carrier: text('carrier').notNull(),
  phone: text('phone').notNull().unique(),
  status: text('status').$type<'active' | 'suspended' | 'withdrawn'>().notNull(),
  /** 연계정보 (CI): the identifier of a person that all services in Korea share, 88 characters of Base64. */
  ci: text('ci').notNull().unique(),
  /** Consecutive wrong online passwords of the card. At 3 the card is locked. */
  cardFailures: integer('card_failures').notNull().default(0),
  hasApp: boolean('has_app').notNull(),
  hasPayco: boolean('has_payco').notNull(),
  pinHash: text('pin_hash'),
  /** Consecutive wrong PINs, over all sessions. */
  pinFailures: integer('pin_failures').notNull().default(0),
  /** Wrong PINs on one day in Korea, `YYYYMMDD`. A right PIN in between does not change them. */
  pinDay: text('pin_day'),
  pinDayFailures: integer('pin_day_failures').notNull().default(0),
  /**
   * Counts changes of the PIN: registered, replaced, deleted. What was identified, authorised or issued under another
   * version is no longer valid (docs/tokens.md). 0 = none yet, or the seeded one.
   */
  pinVersion: integer('pin_version').notNull().default(0),
});

/** A merchant's 두툼 programmes and when their points can be used. Offered in order of id. */
export const dutumPrograms = pgTable('dutum_programs', {
  id: integer('id').primaryKey(),
  nxMctNo: merchantNo(),
  name: text('name').notNull(),
  minAmount: amount('min_amount').notNull(),
  /** Usable only when this promoted product is bought. */
  promotionCode: text('promotion_code'),
  /** The quantity of the promoted product that must be bought. */
  minVolume: integer('min_volume').notNull().default(1),
});

export type SessionStep = 'issued' | 'method' | 'newPin' | 'confirmPin' | 'pin' | 'points' | 'done';

/**
 * One row per transaction token, from its issue to the authorised choice, so that one row lock orders everything that
 * happens to a transaction. Opening again writes a new `idHash`, which ends the earlier session.
 */
export const sessions = pgTable(
  'sessions',
  {
    trTokenHash: text('tr_token_hash').primaryKey(),
    nxMctNo: merchantNo(),
    mctAmount: amount('mct_amount').notNull(),
    promotionCode: text('promotion_code'),
    promotedVolume: amount('promoted_volume'),
    promotedAmount: amount('promoted_amount'),
    /** From the token request: identifies a shopper whom the merchant knows. */
    userAuthTokenHash: text('user_auth_token_hash'),
    issuedAt: millis('issued_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
    idHash: text('id_hash').unique(),
    step: text('step').$type<SessionStep>().notNull(),
    locale: text('locale').$type<Locale>().notNull().default('ko'),
    /** The origin of the page that embeds the popup, from the last `open`. */
    pageOrigin: text('page_origin'),
    memberId: integer('member_id').references(() => members.id),
    /** The member's PIN version when the shopper was identified, or registered a PIN. */
    pinVersion: integer('pin_version'),
    /** The hashed userAuthToken that identified the shopper, if one did. */
    knownBy: text('known_by'),
    /** The shopper forgot the PIN, or it was deleted: a new one follows identification. */
    pinForgotten: boolean('pin_forgotten').notNull().default(false),
    keypadId: text('keypad_id'),
    /** Ten digits: the one at position i is the label of key i. */
    keypadDigits: text('keypad_digits'),
    /** The first entry of a new PIN, as a MAC under the session's id, which is not stored. */
    firstPinMac: text('first_pin_mac'),
    pushId: text('push_id'),
    /** Derives the ocbUseTrAuthToken from the session's id, so that a repeated `authorize` gets the same one. */
    useTokenSalt: text('use_token_salt'),
  },
  (table) => [index('sessions_expires_at').on(table.expiresAt)],
);

/** The current one-time code of a session. */
export const oneTimeCodes = pgTable('one_time_codes', {
  trTokenHash: text('tr_token_hash')
    .primaryKey()
    .references(() => sessions.trTokenHash, { onDelete: 'cascade' }),
  memberId: memberId(),
  phone: text('phone').notNull(),
  /** A MAC under the session's id, which is not stored. A plain hash of six digits could be guessed. */
  codeMac: text('code_mac').notNull(),
  resendAt: millis('resend_at').notNull(),
  expiresAt: millis('expires_at').notNull(),
  wrong: integer('wrong').notNull().default(0),
});

/** Failures of one phone number on one day in Korea (2203). */
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

/**
 * When something that is limited happened to somebody, so that the limits of contract/protections.ts hold over all
 * sessions and processes.
 */
export const tallies = pgTable(
  'tallies',
  {
    /** A rule of contract/protections.ts. */
    rule: text('rule').notNull(),
    /** A phone number, a session, or an address. */
    whom: text('whom').notNull(),
    times: millis('times').array().notNull(),
    /** When the last of them no longer counts. */
    expiresAt: millis('expires_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.rule, table.whom] })],
);

export type PushState = 'waiting' | 'approved' | 'refused' | 'replaced';

/** Requests to the OK캐쉬백 app. One that waits past `expiresAt` has expired. */
export const pushes = pgTable(
  'pushes',
  {
    id: text('id').primaryKey(),
    memberId: memberId(),
    phone: text('phone').notNull(),
    merchantName: text('merchant_name').notNull(),
    mctAmount: amount('mct_amount').notNull(),
    /** What the app said that approving does. */
    purpose: text('purpose').$type<'pay' | 'replacePin'>().notNull().default('pay'),
    /** Two digits that the popup shows and the app asks for. */
    number: text('number').notNull().default(''),
    state: text('state').$type<PushState>().notNull(),
    sentAt: millis('sent_at').notNull(),
    resendAt: millis('resend_at').notNull(),
    expiresAt: millis('expires_at').notNull(),
  },
  (table) => [index('pushes_phone').on(table.phone)],
);

/** "This shopper of this merchant has registered a PIN." */
export const userAuthTokens = pgTable(
  'user_auth_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    nxMctNo: merchantNo(),
    memberId: memberId(),
    pinVersion: integer('pin_version').notNull(),
    issuedAt: millis('issued_at').notNull(),
    /** When it last led to the right PIN; null = never. */
    usedAt: millis('used_at'),
  },
  (table) => [
    index('user_auth_tokens_member').on(table.memberId),
    index('user_auth_tokens_last_use').on(sql`coalesce(${table.usedAt}, ${table.issuedAt})`),
  ],
);

/**
 * One row: the composition that owns this database. Keeps a sandbox, whose keys are public, away from production's
 * points.
 */
export const composition = pgTable(
  'composition',
  { id: integer('id').primaryKey(), name: text('name').$type<'production' | 'sandbox'>().notNull() },
  (table) => [check('composition_one_row', sql`${table.id} = 1`)],
);
