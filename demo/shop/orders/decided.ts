import { eq } from 'drizzle-orm';
import type { MerchantError, MoneyCall, MoneyCalls } from '../../../merchant/client';
import type { Queries } from '../storage/database';
import { changeOrder, moveLines, newOrder, type Order } from '../storage/orders';
import { accounts } from '../storage/schema';
import { changeStep, dropPlanned, type OrderStep } from '../storage/steps';
import { standingSave, totalOf } from './standing';

/** What OCB answers to any of the calls that move points. */
export type Answer = MoneyCalls[MoneyCall]['answer'];

/** Writes down that OCB approved a step, and what follows for the order. `order` is as it was when OCB was asked. */
export async function approved(tx: Queries, order: Order, step: OrderStep, answer: Answer): Promise<void> {
  const { ocbTransactionId, nxAuthDay, nxAuthNo } = answer;
  const points = pointsOf(order, step, answer);
  await changeStep(tx, step, {
    ...{ ocbTransactionId, nxAuthDay, nxAuthNo },
    ...points,
    state: 'approved',
    secret: null,
  });
  if (step.kind === 'USE') {
    // What OCB approved counts, whatever the page had said.
    const otherPaid = Math.max(0, order.total - points.ocbPoint - points.dutumPoint);
    await changeOrder(tx, order.id, { state: 'paid', otherPaid, paidAt: new Date() });
    const userAuthToken = 'userAuthToken' in answer && answer.userAuthToken;
    if (userAuthToken) await tx.update(accounts).set({ userAuthToken }).where(eq(accounts.id, order.accountId));
  }
  const isLast = order.steps.every(({ number }) => number <= step.number);
  if (step.kind === 'CANCEL' && isLast) await takeOut(tx, order, 0);
  if (step.kind === 'PART') await takeOut(tx, order, step.askedPoint);
}

/** Writes down that OCB refused a step, and what follows for the order: the steps after it are not asked. */
export async function refused(tx: Queries, order: Order, step: OrderStep, error: MerchantError): Promise<void> {
  const { code: errorCode, message: errorMessage } = error;
  await changeStep(tx, step, { state: 'refused', errorCode, errorMessage, secret: null });
  await dropPlanned(tx, order.id);
  if (step.kind === 'USE') await startAfresh(tx, order);
  if (step.kind === 'CANCEL') await moveLines(tx, order.id, 'leaving', 'ordered');
  // The lines are gone, for their cancel was approved: what the points should have paid is due now.
  if (step.kind === 'PART') await takeOut(tx, order, step.askedPoint);
}

/** Takes the leaving lines out of the order for good; the other method pays what so many points do not. */
export async function takeOut(tx: Queries, order: Order, ocbPoint: number): Promise<void> {
  const total = totalOf(order, ['ordered']);
  await moveLines(tx, order.id, 'leaving', 'cancelled');
  await changeOrder(tx, order.id, {
    otherPaid: total - ocbPoint,
    ...(total === 0 && { state: 'cancelled', cancelledAt: new Date() }),
  });
}

/** The order has failed for good; the same goods stand in a new draft. */
async function startAfresh(tx: Queries, order: Order): Promise<void> {
  await changeOrder(tx, order.id, { state: 'failed' });
  const quantities = Object.fromEntries(order.lines.map(({ sku, quantity }) => [sku, quantity]));
  const { accountId, recipient, phone, address, memo } = order;
  const { id } = await newOrder(tx, { id: accountId, name: recipient, phone, address }, quantities, order.shipping);
  await changeOrder(tx, id, { memo });
}

/** The points that an answer tells of: used, given back or saved. */
function pointsOf(order: Order, step: OrderStep, answer: Answer) {
  if ('useOcbPoint' in answer) {
    const { useOcbPoint: ocbPoint, dutumPoint, chargePoint } = answer;
    return { ocbPoint, dutumPoint, chargePoint };
  }
  if ('canceledOcbPoint' in answer) {
    const { canceledOcbPoint: ocbPoint, canceledDutumPoint = 0, canceledChargePoint = 0 } = answer;
    return { ocbPoint, dutumPoint: canceledDutumPoint, chargePoint: canceledChargePoint };
  }
  const saved = step.kind === 'SAVE' ? step.askedPoint : standingSave(order.steps)?.ocbPoint;
  return { ocbPoint: saved ?? 0, dutumPoint: 0, chargePoint: 0 };
}
