import type { MerchantClient } from '../../../merchant/client';
import { promoted, type Shipping } from '../catalogue';
import type { Account } from '../storage/accounts';
import type { Database, Queries } from '../storage/database';
import { changeGoods, changeOrder, findOrder, lockOrder, type Order, type OrderChange } from '../storage/orders';
import { planSteps } from '../storage/steps';
import { conflict, OrderConflict } from './conflict';
import type { Journal } from './journal';

/** What the shopper authorised in the popup, as the page passes it on. */
export interface Authorised {
  ocbUseTrAuthToken: string;
  mctAmount: number;
  dutumPoint: number;
  usePoint: number;
}

/** Where the goods are delivered and how the rest is paid. */
export interface Placement {
  recipient: string;
  phone: string;
  address: string;
  memo: string;
  paymentMethod: 'card' | 'transfer' | 'mobile';
}

const NO_POINTS = { state: 'draft', usePoint: 0, dutumPoint: 0, ocbUseTrAuthToken: null } as const;

/** An order until it is paid: draft → authorised (points chosen) → placing (OCB was asked) → paid or failed. */
export class Checkout {
  constructor(
    private readonly database: Database,
    private readonly client: MerchantClient,
    private readonly journal: Journal,
  ) {}

  /** Issues the token that opens the popup for this order. It allows one use of points, up to the order's total. */
  async issueToken(account: Account, orderId: string): Promise<string> {
    const order = await findOrder(this.database, account.id, orderId);
    if (order?.state !== 'draft' && order?.state !== 'authorised') throw conflict(order);
    const eventInfo = promoted(order.lines);
    const { merchantTrToken } = await this.client.issueToken({
      mctAmount: order.total,
      ...(account.userAuthToken && { userAuthToken: account.userAuthToken }),
      ...(eventInfo && { eventInfo }),
    });
    return merchantTrToken;
  }

  /** Changes the goods or the shipping. This changes the total, so chosen points are dropped. */
  changeBasket(account: Account, orderId: string, quantities: Record<string, number>, shipping: Shipping) {
    return this.editable(account, orderId, async (tx) => {
      await changeGoods(tx, orderId, quantities, shipping);
      return NO_POINTS;
    });
  }

  /**
   * Stores what the shopper authorised, as the page says. OCB has to approve exactly that: a use of other points, or
   * for another amount, is cancelled.
   */
  authorise(account: Account, orderId: string, { ocbUseTrAuthToken, ...points }: Authorised) {
    return this.editable(account, orderId, async (_tx, order) => {
      const { mctAmount, usePoint, dutumPoint } = points;
      if (mctAmount !== order.total || usePoint > order.total || dutumPoint > usePoint) {
        throw new OrderConflict(400, `The points do not belong to an order of ${order.total} won.`);
      }
      return { state: 'authorised', usePoint, dutumPoint, ocbUseTrAuthToken };
    });
  }

  /** Drops the chosen points. */
  dropPoints(account: Account, orderId: string) {
    return this.editable(account, orderId, async () => NO_POINTS);
  }

  /**
   * Places the order: uses the authorised points, if any, and charges the rest (which this demo only records). Safe to
   * repeat. The returned order is `paid`, `failed` (the account then has a new draft of the same goods), or still
   * `placing` if OCB's response was lost.
   */
  async place(account: Account, orderId: string, placement: Placement): Promise<Order> {
    await this.database.transaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (order?.accountId !== account.id) throw conflict(undefined);
      const { state, total, ocbUseTrAuthToken: secret } = order;
      if (state === 'draft') {
        await changeOrder(tx, orderId, { ...placement, state: 'paid', otherPaid: total, paidAt: new Date() });
      }
      if (state === 'authorised') {
        await planSteps(tx, orderId, [{ kind: 'USE', mctAmount: total, secret }]);
        await changeOrder(tx, orderId, { ...placement, state: 'placing', ocbUseTrAuthToken: null });
      }
    });
    await this.journal.run(orderId);
    return this.find(account, orderId);
  }

  /** Returns an order of the account. Throws OrderConflict (404) if there is none. */
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
      const order = await lockOrder(tx, orderId);
      if (order?.accountId !== account.id) throw conflict(undefined);
      if (order.state !== 'draft' && order.state !== 'authorised') throw conflict(order);
      await changeOrder(tx, orderId, await edit(tx, order));
    });
    return this.find(account, orderId);
  }
}
