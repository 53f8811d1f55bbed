import type { Order } from '../storage/orders';

/** The order is not in a state for what was asked (409), or was asked wrongly (400); 404 when the account has none like it. */
export class OrderConflict extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}

/** The conflict that an order is in, or that there is none. */
export const conflict = (order: Order | undefined): OrderConflict =>
  order ? new OrderConflict(409, `The order is ${order.state}.`) : new OrderConflict(404, 'There is no such order.');
