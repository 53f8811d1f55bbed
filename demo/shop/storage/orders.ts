import { randomBytes } from 'node:crypto';
import { and, desc, eq, inArray, notInArray } from 'drizzle-orm';
import { PRODUCTS, productOf, type Shipping, shippingFee } from '../catalogue';
import { seoulDay } from '../seoul-day';
import type { Account } from './accounts';
import type { Database, Queries } from './database';
import { orderLines, orders } from './schema';
import { type OrderStep, stepsOf } from './steps';

export type OrderLine = typeof orderLines.$inferSelect;
/** An order with its lines and its journal. */
export type Order = typeof orders.$inferSelect & { lines: OrderLine[]; steps: OrderStep[] };
export type OrderChange = Partial<typeof orders.$inferInsert>;

const OPEN = ['draft', 'authorised', 'placing'] as const;

/** Creates an id such as `20261123-7K3QF9AB`: the date in Korea, then 40 random bits without ambiguous letters. */
function newOrderId(now: Date): string {
  const random = [...randomBytes(8)].map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]).join('');
  return `${seoulDay(now)}-${random}`;
}

/** Returns an order of an account. Another account's order counts as missing. */
export async function findOrder(queries: Queries, accountId: string, id: string): Promise<Order | undefined> {
  const [order] = await queries
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), eq(orders.accountId, accountId)));
  return order && whole(queries, order);
}

/** Returns any account's order, locked until the transaction ends. */
export async function lockOrder(queries: Queries, id: string): Promise<Order | undefined> {
  const [order] = await queries.select().from(orders).where(eq(orders.id, id)).for('update');
  return order && whole(queries, order);
}

/** Returns an account's placed orders, newest first, at most 50. */
export async function placedOrders(queries: Queries, accountId: string): Promise<Order[]> {
  const rows = await queries
    .select()
    .from(orders)
    .where(and(eq(orders.accountId, accountId), notInArray(orders.state, ['draft', 'authorised', 'failed'])))
    .orderBy(desc(orders.createdAt), desc(orders.id))
    .limit(50);
  return Promise.all(rows.map((order) => whole(queries, order)));
}

async function whole(queries: Queries, order: typeof orders.$inferSelect): Promise<Order> {
  const lines = await queries.select().from(orderLines).where(eq(orderLines.orderId, order.id));
  const position = ({ sku }: OrderLine) => PRODUCTS.findIndex((product) => product.sku === sku);
  return {
    ...order,
    lines: lines.sort((a, b) => position(a) - position(b)),
    steps: await stepsOf(queries, order.id),
  };
}

/**
 * Returns the account's open order, which the checkout shows. Creates one with one of each product if there is none.
 */
export async function openOrder(database: Database, account: Account): Promise<Order> {
  return database.transaction(async (tx) => {
    const [open] = await tx
      .select()
      .from(orders)
      .where(and(eq(orders.accountId, account.id), inArray(orders.state, OPEN)));
    if (open) return whole(tx, open);
    return newOrder(tx, account, { apron: 1, dripper: 1, beans: 1 }, 'standard');
  });
}

/** Creates a draft with these goods at current prices. */
export async function newOrder(
  queries: Queries,
  account: Omit<Account, 'userAuthToken'>,
  quantities: Record<string, number>,
  shipping: Shipping,
): Promise<Order> {
  const { lines, ...totals } = priced(quantities, shipping);
  const { name: recipient, phone, address } = account;
  const [order] = await queries
    .insert(orders)
    .values({ id: newOrderId(new Date()), accountId: account.id, recipient, phone, address, ...totals })
    .returning();
  if (!order) throw new Error('expected the inserted order');
  await queries.insert(orderLines).values(lines.map((line) => ({ ...line, orderId: order.id })));
  return whole(queries, order);
}

/** Replaces the goods of a draft. */
export async function changeGoods(
  queries: Queries,
  id: string,
  quantities: Record<string, number>,
  shipping: Shipping,
): Promise<void> {
  const { lines, ...totals } = priced(quantities, shipping);
  await queries.delete(orderLines).where(eq(orderLines.orderId, id));
  await queries.insert(orderLines).values(lines.map((line) => ({ ...line, orderId: id })));
  await changeOrder(queries, id, totals);
}

/** Updates fields of an order. */
export async function changeOrder(queries: Queries, id: string, change: OrderChange): Promise<void> {
  await queries.update(orders).set(change).where(eq(orders.id, id));
}

/** Moves lines of an order from one state to another: the named ones, or all. */
export async function moveLines(
  queries: Queries,
  orderId: string,
  from: OrderLine['state'],
  to: OrderLine['state'],
  skus?: readonly string[],
): Promise<void> {
  await queries
    .update(orderLines)
    .set({ state: to })
    .where(
      and(
        eq(orderLines.orderId, orderId),
        eq(orderLines.state, from),
        skus ? inArray(orderLines.sku, skus) : undefined,
      ),
    );
}

/** Prices the goods from the catalogue, because a page's amounts cannot be trusted. */
function priced(quantities: Record<string, number>, shipping: Shipping) {
  const lines = Object.entries(quantities).flatMap(([sku, quantity]) => {
    const product = productOf(sku);
    return product && quantity > 0 ? [{ sku, unitPrice: product.price, quantity }] : [];
  });
  const itemsTotal = lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0);
  const fee = shippingFee(shipping, itemsTotal);
  return { lines, shipping, itemsTotal, shippingFee: fee, total: itemsTotal + fee };
}
