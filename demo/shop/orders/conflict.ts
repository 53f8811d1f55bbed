import type { Order } from '../storage/orders';

/**
 * A request that does not fit the order's state (409), is invalid (400), or names an order that the account does not
 * have (404).
 */
export class OrderConflict extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}

/** Creates the error for an order in the wrong state, or for a missing one. */
export const conflict = (order: Order | undefined): OrderConflict =>
  order ? new OrderConflict(409, `The order is ${order.state}.`) : new OrderConflict(404, 'There is no such order.');
