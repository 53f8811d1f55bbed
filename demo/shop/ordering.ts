import { eq } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import type { MerchantClient, MerchantError, UseAnswer } from '../../merchant/client';
import type { Shipping } from './catalogue';
import type { Account } from './storage/accounts';
import type { Database, Queries } from './storage/database';
import {
  changeGoods,
  changeOrder,
  findOrder,
  lockOrder,
  newOrder,
  type Order,
  type OrderChange,
  placingOrders,
} from './storage/orders';
import { accounts } from './storage/schema';

/** The order is not in a state for what was asked; 404 when the account has none like it. */
export class OrderConflict extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}

/** What the shopper authorised in the popup, as the page passes it on. */
export interface Authorised {
  ocbUseTrAuthToken: string;
  mctAmount: number;
  dutumPoint: number;
  usePoint: number;
}

/** Where the goods go and how the rest is paid. */
export interface Placement {
  recipient: string;
  phone: string;
  address: string;
  memo: string;
  paymentMethod: 'card' | 'transfer' | 'mobile';
}

const NO_POINTS = { state: 'draft', usePoint: 0, dutumPoint: 0, ocbUseTrAuthToken: null } as const;

/**
 * An order's life: draft → authorised (points chosen) → placing (OCB is being asked) → paid, or failed.
 * Every step survives a crash: what OCB is asked with stands in the database before it is asked.
 */
export class Ordering {
  /** Payments under way in this process: a double click joins the first. */
  private readonly paying = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly client: Pick<MerchantClient, 'issueToken' | 'use'>,
    private readonly log: FastifyBaseLogger,
  ) {}

  /** The token that opens the popup for this order, good for one use of points over its total. */
  async issueToken(account: Account, orderId: string): Promise<string> {
    const order = await findOrder(this.database, account.id, orderId);
    if (order?.state !== 'draft' && order?.state !== 'authorised') throw conflict(order);
    const { merchantTrToken } = await this.client.issueToken({
      mctAmount: order.total,
      ...(account.userAuthToken && { userAuthToken: account.userAuthToken }),
    });
    return merchantTrToken;
  }

  /** Other goods or another way of shipping: the total changes, so chosen points are dropped. */
  changeBasket(account: Account, orderId: string, quantities: Record<string, number>, shipping: Shipping) {
    return this.editable(account, orderId, async (tx) => {
      await changeGoods(tx, orderId, quantities, shipping);
      return NO_POINTS;
    });
  }

  /** Keeps what the shopper authorised. The numbers are shown, never trusted: OCB's answer to the use replaces them. */
  authorise(account: Account, orderId: string, { ocbUseTrAuthToken, ...points }: Authorised) {
    return this.editable(account, orderId, async (_tx, order) => {
      const { mctAmount, usePoint, dutumPoint } = points;
      if (mctAmount !== order.total || usePoint > order.total || dutumPoint > usePoint) {
        throw new OrderConflict(400, `The points do not belong to an order of ${order.total} won.`);
      }
      return { state: 'authorised', usePoint, dutumPoint, ocbUseTrAuthToken };
    });
  }

  /** The shopper would rather not use points. */
  dropPoints(account: Account, orderId: string) {
    return this.editable(account, orderId, async () => NO_POINTS);
  }

  /**
   * Places the order: uses the authorised points, if any, and pays the rest (which this demo only writes down). Asking again
   * is safe. The order comes back `paid`, `failed` (then the account has a new draft of the same goods), or still `placing`
   * when OCB's answer was lost.
   */
  async place(account: Account, orderId: string, placement: Placement): Promise<Order> {
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, account.id, orderId);
      if (!order) throw conflict(order);
      if (order.state === 'draft') await changeOrder(tx, orderId, { ...placement, state: 'paid', paidAt: new Date() });
      if (order.state === 'authorised') {
        const mctTransactionId = `${orderId}-USE`;
        await changeOrder(tx, orderId, { ...placement, state: 'placing', mctTransactionId });
      }
    });
    await this.settle(account, orderId);
    return this.find(account, orderId);
  }

  /** Asks OCB about every order that a crash or a lost answer left undecided. */
  async resume(): Promise<void> {
    for (const { id, accountId } of await placingOrders(this.database)) {
      const [account] = await this.database.select().from(accounts).where(eq(accounts.id, accountId));
      if (account) await this.settle(account, id);
    }
  }

  /** An order of the account. */
  async find(account: Account, orderId: string): Promise<Order> {
    const order = await findOrder(this.database, account.id, orderId);
    if (!order) throw conflict(order);
    return order;
  }

  private async editable(
    account: Account,
    orderId: string,
    edit: (tx: Queries, order: Order) => Promise<OrderChange>,
  ): Promise<Order> {
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, account.id, orderId);
      if (order?.state !== 'draft' && order?.state !== 'authorised') throw conflict(order);
      await changeOrder(tx, orderId, await edit(tx, order));
    });
    return this.find(account, orderId);
  }

  /** Brings a placing order to its end; one payment at a time for each order. */
  private settle(account: Account, orderId: string): Promise<void> {
    const underWay = this.paying.get(orderId);
    if (underWay) return underWay;
    const payment = this.pay(account, orderId).finally(() => this.paying.delete(orderId));
    this.paying.set(orderId, payment);
    return payment;
  }

  private async pay(account: Account, orderId: string): Promise<void> {
    const order = await this.find(account, orderId);
    const { state, mctTransactionId, ocbUseTrAuthToken } = order;
    if (state !== 'placing' || !mctTransactionId || !ocbUseTrAuthToken) return;
    const verdict = await this.client.use({ mctTransactionId, ocbUseTrAuthToken });
    if (verdict.outcome === 'approved') return this.paid(order, verdict.answer);
    const { code, status, detail } = verdict.error;
    this.log.warn({ orderId, code, status, detail, outcome: verdict.outcome }, 'points were not approved');
    if (verdict.outcome === 'refused') await this.refused(account, order, verdict.error);
  }

  private async paid(order: Order, used: UseAnswer): Promise<void> {
    const { ocbTransactionId, nxAuthDay, nxAuthNo, useOcbPoint, dutumPoint, chargePoint, userAuthToken } = used;
    await this.database.transaction(async (tx) => {
      await changeOrder(tx, order.id, {
        ...{ ocbTransactionId, nxAuthDay, nxAuthNo, dutumPoint, chargePoint },
        usePoint: useOcbPoint + dutumPoint,
        ocbUseTrAuthToken: null,
        state: 'paid',
        paidAt: new Date(),
      });
      if (userAuthToken === undefined) return;
      await tx.update(accounts).set({ userAuthToken }).where(eq(accounts.id, order.accountId));
    });
  }

  private async refused(account: Account, order: Order, { code: errorCode, message: errorMessage }: MerchantError) {
    await this.database.transaction(async (tx) => {
      await changeOrder(tx, order.id, { state: 'failed', errorCode, errorMessage, ocbUseTrAuthToken: null });
      const quantities = Object.fromEntries(order.lines.map(({ sku, quantity }) => [sku, quantity]));
      const { id } = await newOrder(tx, account, quantities, order.shipping);
      const { recipient, phone, address, memo } = order;
      await changeOrder(tx, id, { recipient, phone, address, memo });
    });
  }
}

const conflict = (order: Order | undefined) =>
  order ? new OrderConflict(409, `The order is ${order.state}.`) : new OrderConflict(404, 'There is no such order.');
