import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/** The states of an order: `placing` is being paid with points and may be asked again, `paid` and `failed` are final. */
export const ORDER_STATES = ['draft', 'authorised', 'placing', 'paid', 'failed'] as const;

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A shopper. Guests get one of their own with their first visit. */
export const accounts = pgTable('accounts', {
  id: text().primaryKey(),
  name: text().notNull(),
  phone: text().notNull(),
  address: text().notNull(),
  /** From the last use of points (SPEC): the next popup asks for the PIN only. */
  userAuthToken: text('user_auth_token'),
});

/** Which account a browser's cookie stands for; `id` is the cookie's SHA-256, so that the table opens no account. */
export const sessions = pgTable('sessions', {
  id: text().primaryKey(),
  accountId: text('account_id')
    .notNull()
    .references(() => accounts.id),
  createdAt: at('created_at').notNull().defaultNow(),
});

/** An order and its payment with points. Money in won, points in points (1 point = 1 won). */
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
    /** Points together and 두툼 points in them: authorised by the shopper, then as approved by OCB. */
    usePoint: integer('use_point').notNull().default(0),
    dutumPoint: integer('dutum_point').notNull().default(0),
    chargePoint: integer('charge_point').notNull().default(0),
    /** Spends the points once; gone as soon as that is decided. */
    ocbUseTrAuthToken: text('ocb_use_tr_auth_token'),
    /** Kept before OCB is asked, so that a crash or a lost answer can ask again with the same id. */
    mctTransactionId: text('mct_transaction_id'),
    ocbTransactionId: text('ocb_transaction_id'),
    nxAuthDay: text('nx_auth_day'),
    nxAuthNo: text('nx_auth_no'),
    errorCode: text('error_code'),
    errorMessage: text('error_message'),
    recipient: text().notNull(),
    phone: text().notNull(),
    address: text().notNull(),
    memo: text().notNull().default(''),
    paymentMethod: text('payment_method', { enum: ['card', 'transfer', 'mobile'] }),
    createdAt: at('created_at').notNull().defaultNow(),
    paidAt: at('paid_at'),
  },
  (order) => [
    uniqueIndex('orders_mct_transaction_id').on(order.mctTransactionId),
    /** One open order an account: what the checkout shows. */
    uniqueIndex('orders_open').on(order.accountId).where(sql`${order.state} in ('draft', 'authorised', 'placing')`),
    index('orders_account').on(order.accountId),
    check('orders_total', sql`${order.total} = ${order.itemsTotal} + ${order.shippingFee}`),
    /** No upper bound: what OCB approved is written down, whatever the page had said. */
    check('orders_points', sql`${order.dutumPoint} between 0 and ${order.usePoint}`),
    check('orders_placing', sql`${order.state} <> 'placing' or ${order.mctTransactionId} is not null`),
  ],
);

/** What was ordered, at the price of that moment. */
export const orderLines = pgTable(
  'order_lines',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    sku: text().notNull(),
    unitPrice: integer('unit_price').notNull(),
    quantity: integer().notNull(),
  },
  (line) => [
    primaryKey({ columns: [line.orderId, line.sku] }),
    check('order_lines_quantity', sql`${line.quantity} between 1 and 20`),
  ],
);
