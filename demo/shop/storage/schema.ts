import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/** The states of an order. `placing`: being paid with points. `failed` and `cancelled` are final. */
export const ORDER_STATES = ['draft', 'authorised', 'placing', 'paid', 'failed', 'cancelled'] as const;

/** The requests to OCB about an order: the use, its cancel, the partial use after a cancel, a save and its cancel. */
export const STEP_KINDS = ['USE', 'CANCEL', 'PART', 'SAVE', 'CANCEL_SAVE'] as const;

/**
 * A step is `planned`, then `asking` from just before OCB is called, and `unknown` if the response was lost. These
 * three are open. `approved` and `refused` are OCB's final decisions.
 */
export const STEP_STATES = ['planned', 'asking', 'unknown', 'approved', 'refused'] as const;

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Shoppers. A guest gets an account on the first visit. */
export const accounts = pgTable('accounts', {
  id: text().primaryKey(),
  name: text().notNull(),
  phone: text().notNull(),
  address: text().notNull(),
  /**
   * From the last use of points (SPEC): the next popup requires only the PIN. It stays on the server, which sends it
   * with the token request: a page never has it.
   */
  userAuthToken: text('user_auth_token'),
});

/** Sessions by cookie. `id` is the cookie's SHA-256, so that the table alone opens no account. */
export const sessions = pgTable('sessions', {
  id: text().primaryKey(),
  accountId: text('account_id')
    .notNull()
    .references(() => accounts.id),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** Orders and their payment with points. Amounts are in won (1 point = 1 won). */
export const orders = pgTable(
  'orders',
  {
    id: text().primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    state: text({ enum: ORDER_STATES }).notNull().default('draft'),
    shipping: text({ enum: ['standard', 'dawn'] })
      .notNull()
      .default('standard'),
    itemsTotal: integer('items_total').notNull(),
    shippingFee: integer('shipping_fee').notNull(),
    /** The purchase amount (mctAmount). */
    total: integer().notNull(),
    /**
     * All points, and the 두툼 points among them, as the shopper authorised them. `order_steps` has what OCB
     * approved.
     */
    usePoint: integer('use_point').notNull().default(0),
    dutumPoint: integer('dutum_point').notNull().default(0),
    /** Spends the points once; moved to the step that spends them. */
    ocbUseTrAuthToken: text('ocb_use_tr_auth_token'),
    /** What the other payment method was charged, minus refunds. */
    otherPaid: integer('other_paid').notNull().default(0),
    recipient: text().notNull(),
    phone: text().notNull(),
    address: text().notNull(),
    memo: text().notNull().default(''),
    paymentMethod: text('payment_method', { enum: ['card', 'transfer', 'mobile'] }),
    createdAt: at('created_at').notNull().defaultNow(),
    paidAt: at('paid_at'),
    deliveredAt: at('delivered_at'),
    cancelledAt: at('cancelled_at'),
  },
  (order) => [
    /** One open order per account, which the checkout shows. */
    uniqueIndex('orders_open').on(order.accountId).where(sql`${order.state} in ('draft', 'authorised', 'placing')`),
    index('orders_account').on(order.accountId),
    check('orders_total', sql`${order.total} = ${order.itemsTotal} + ${order.shippingFee}`),
    check('orders_points', sql`${order.dutumPoint} between 0 and ${order.usePoint}`),
    check('orders_other_paid', sql`${order.otherPaid} between 0 and ${order.total}`),
    check('orders_token', sql`${order.ocbUseTrAuthToken} is null or ${order.state} = 'authorised'`),
  ],
);

/** What was ordered, at the price of that moment. `leaving` lines are removed once their cancel is complete. */
export const orderLines = pgTable(
  'order_lines',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    sku: text().notNull(),
    unitPrice: integer('unit_price').notNull(),
    quantity: integer().notNull(),
    state: text({ enum: ['ordered', 'leaving', 'cancelled'] })
      .notNull()
      .default('ordered'),
  },
  (line) => [
    primaryKey({ columns: [line.orderId, line.sku] }),
    check('order_lines_quantity', sql`${line.quantity} between 1 and 20`),
  ],
);

/**
 * The journal: every request about an order's points, in order, written before the request is sent. After a crash or a
 * lost response, it is repeated with the same id. Amounts are in won.
 */
export const orderSteps = pgTable(
  'order_steps',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** 1, 2, 3… within an order. */
    number: integer().notNull(),
    kind: text({ enum: STEP_KINDS }).notNull(),
    state: text({ enum: STEP_STATES }).notNull().default('planned'),
    mctTransactionId: text('mct_transaction_id').notNull(),
    /** The purchase amount (USE, PART). */
    mctAmount: integer('mct_amount').notNull().default(0),
    /** The points requested: OCB points that remain used (PART), points to save (SAVE). */
    askedPoint: integer('asked_point').notNull().default(0),
    /** The use token, or the card number of a save. Deleted as soon as OCB has decided. */
    secret: text(),
    /** When the request was first and last sent. `/result` finds it by its day. */
    askedAt: at('asked_at'),
    sentAt: at('sent_at'),
    ocbTransactionId: text('ocb_transaction_id'),
    nxAuthDay: text('nx_auth_day'),
    nxAuthNo: text('nx_auth_no'),
    /** As OCB approved it: points used, returned or saved. Charged points count as OCB points. */
    ocbPoint: integer('ocb_point').notNull().default(0),
    dutumPoint: integer('dutum_point').notNull().default(0),
    chargePoint: integer('charge_point').notNull().default(0),
    /** How OCB's approval of a use differs from the order. The next step is its cancel. */
    mismatch: text(),
    /** Why OCB refused. */
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
  },
  (step) => [
    primaryKey({ columns: [step.orderId, step.number] }),
    uniqueIndex('order_steps_mct_transaction_id').on(step.mctTransactionId),
    /** One request at a time for each order. */
    uniqueIndex('order_steps_asking').on(step.orderId).where(sql`${step.state} in ('asking', 'unknown')`),
    check('order_steps_asked', sql`${step.state} = 'planned' or ${step.askedAt} is not null`),
    check('order_steps_secret', sql`${step.secret} is null or ${step.state} not in ('approved', 'refused')`),
    check('order_steps_approved', sql`(${step.state} = 'approved') = (${step.ocbTransactionId} is not null)`),
    check('order_steps_refused', sql`(${step.state} = 'refused') = (${step.errorCode} is not null)`),
  ],
);
