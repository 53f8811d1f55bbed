import Type from 'typebox';
import { PRODUCTS } from '../catalogue';
import type { Checkout } from '../orders/checkout';
import { conflict } from '../orders/conflict';
import type { ShopApp } from '../shop-app';
import type { Database } from '../storage/database';
import { findOrder, openOrder } from '../storage/orders';
import type { OrderStep } from '../storage/steps';
import { refusal } from '../text/locale';
import { orderView } from './order-view';
import { knownVisitor, localeOf } from './visitor';

/** The path parameters: the shop's order id. */
export const params = Type.Object({ id: Type.String({ pattern: '^[0-9A-Z-]{1,40}$' }) });
const Won = Type.Integer({ minimum: 0, maximum: 2_000_000_000 });
/** One line of text: no control characters, and not blank. */
const Line = Type.String({ pattern: '^[^\\x00-\\x1F]*[^\\x00-\\x20][^\\x00-\\x1F]*$', maxLength: 120 });

const Basket = Type.Object({
  quantities: Type.Object(
    Object.fromEntries(PRODUCTS.map(({ sku }) => [sku, Type.Optional(Type.Integer({ minimum: 1, maximum: 20 }))])),
    { additionalProperties: false, minProperties: 1 },
  ),
  shipping: Type.Union([Type.Literal('standard'), Type.Literal('dawn')]),
});

const Points = Type.Object({
  ocbUseTrAuthToken: Type.String({ pattern: '^[!-~]{1,128}$' }),
  mctAmount: Won,
  dutumPoint: Won,
  usePoint: Won,
});

const Placement = Type.Object({
  recipient: Line,
  phone: Type.String({ pattern: '^[0-9+() -]{7,20}$' }),
  address: Line,
  memo: Type.String({ pattern: '^[^\\x00-\\x1F]*$', maxLength: 120 }),
  paymentMethod: Type.Union([Type.Literal('card'), Type.Literal('transfer'), Type.Literal('mobile')]),
});

/** Registers the checkout page's calls: JSON both ways, under `/api/orders/{id}`. */
export function orderRoutes(app: ShopApp, database: Database, checkout: Checkout): void {
  /**
   * Returns mctTrToken for the widget. It names the account's userAuthToken to OCB, so the page needs no other token.
   */
  app.post('/api/orders/:id/token', { schema: { params } }, async (request) => ({
    mctTrToken: await checkout.issueToken(await knownVisitor(database, request), request.params.id),
  }));

  app.put('/api/orders/:id/basket', { schema: { params, body: Basket } }, async (request) => {
    const { quantities, shipping } = request.body;
    const account = await knownVisitor(database, request);
    return orderView(
      await checkout.changeBasket(account, request.params.id, quantities as Record<string, number>, shipping),
    );
  });

  app.put('/api/orders/:id/points', { schema: { params, body: Points } }, async (request) => {
    const account = await knownVisitor(database, request);
    return orderView(await checkout.authorise(account, request.params.id, request.body));
  });

  app.delete('/api/orders/:id/points', { schema: { params } }, async (request) =>
    orderView(await checkout.dropPoints(await knownVisitor(database, request), request.params.id)),
  );

  /**
   * Returns `{ order }`. If the points were refused, also the reason and the new draft that replaces the order;
   * `isMismatch`: they belonged to another order, and have been given back.
   */
  app.post('/api/orders/:id/place', { schema: { params, body: Placement } }, async (request, reply) => {
    const account = await knownVisitor(database, request);
    const { recipient, phone, address, memo, paymentMethod } = request.body;
    const placed = await checkout.place(account, request.params.id, { recipient, phone, address, memo, paymentMethod });
    if (placed.state !== 'failed') return { order: orderView(placed) };
    const use = placed.steps[0] as OrderStep;
    const { errorCode, mismatch } = use;
    const reason = mismatch
      ? { isMismatch: true }
      : { errorCode, errorMessage: refusal(localeOf(request, reply), use) };
    return { order: orderView(placed), ...reason, fresh: orderView(await openOrder(database, account)) };
  });

  /** Returns an order's current state, for a page that lost a response or was left open. */
  app.get('/api/orders/:id', { schema: { params } }, async (request) => {
    const order = await findOrder(database, (await knownVisitor(database, request)).id, request.params.id);
    if (!order) throw conflict(order);
    return orderView(order);
  });
}
