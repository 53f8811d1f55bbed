import type { Order } from '../storage/orders';

/** What the page may know of an order: no tokens or transaction ids. Amounts are in won. */
export interface OrderView {
  id: string;
  state: Order['state'];
  quantities: Record<string, number>;
  shipping: Order['shipping'];
  itemsTotal: number;
  shippingFee: number;
  total: number;
  usePoint: number;
  dutumPoint: number;
  /** What is left for the other payment method. */
  remaining: number;
  recipient: string;
  phone: string;
  address: string;
}

/** Returns the page's view of an order. */
export function orderView(order: Order): OrderView {
  const { id, state, shipping, itemsTotal, shippingFee, total, usePoint, dutumPoint, recipient, phone, address } =
    order;
  return {
    ...{ id, state, shipping, itemsTotal, shippingFee, total, usePoint, dutumPoint, recipient, phone, address },
    quantities: Object.fromEntries(order.lines.map(({ sku, quantity }) => [sku, quantity])),
    remaining: Math.max(0, total - usePoint),
  };
}
