import { eq } from 'drizzle-orm';
import { type MerchantError, MismatchError, type MoneyCall, type MoneyCalls } from '../../../merchant/client';
import type { Queries } from '../storage/database';
import { changeOrder, moveLines, newOrder, type Order } from '../storage/orders';
import { accounts } from '../storage/schema';
import { changeStep, dropPlanned, type OrderStep, recordStep } from '../storage/steps';
import { standingSave, totalOf } from './standing';

/** OCB's response to any call that moves points. */
export type Answer = MoneyCalls[MoneyCall]['answer'];

/** Records OCB's approval of a step and its consequences for the order. `order` is the order before the call. */
export async function approved(tx: Queries, order: Order, step: OrderStep, answer: Answer): Promise<void> {
  const points = pointsOf(order, step, answer);
  await changeStep(tx, step, approvalOf(answer, points));
  if (step.kind === 'USE') {
    // The kit has compared the points with the order's: they are no more than its total.
    const otherPaid = order.total - points.ocbPoint - points.dutumPoint;
    await changeOrder(tx, order.id, { state: 'paid', otherPaid, paidAt: new Date() });
    const userAuthToken = 'userAuthToken' in answer && answer.userAuthToken;
    if (userAuthToken) await tx.update(accounts).set({ userAuthToken }).where(eq(accounts.id, order.accountId));
  }
  const isLast = order.steps.every(({ number }) => number <= step.number);
  if (step.kind === 'CANCEL' && isLast) await takeOut(tx, order, 0);
  if (step.kind === 'PART') await takeOut(tx, order, step.askedPoint);
}

/** Records OCB's refusal of a step and its consequences for the order. Later steps are dropped. */
export async function refused(tx: Queries, order: Order, step: OrderStep, error: MerchantError): Promise<void> {
  if (error instanceof MismatchError) return undone(tx, order, step, error);
  const { code: errorCode, message: errorMessage } = error;
  await changeStep(tx, step, { state: 'refused', errorCode, errorMessage, secret: null });
  await dropPlanned(tx, order.id);
  if (step.kind === 'USE') await startAfresh(tx, order);
  if (step.kind === 'CANCEL') await moveLines(tx, order.id, 'leaving', 'ordered');
  // The lines are cancelled already, so the amount that the points should have paid is now due.
  if (step.kind === 'PART') await takeOut(tx, order, step.askedPoint);
}

/**
 * Records a use that OCB approved for something else than the order, and its cancel, which the kit has made. Both are
 * in OCB's books, so they are in the shop's.
 */
async function undone(
  tx: Queries,
  order: Order,
  step: OrderStep,
  { approved: use, cancelId, cancel, detail }: MismatchError,
): Promise<void> {
  if (cancel.outcome !== 'approved') throw new Error('expected a cancelled use');
  await changeStep(tx, step, { ...approvalOf(use, pointsOf(order, step, use)), mismatch: detail });
  const undoing = { kind: 'CANCEL', mctTransactionId: cancelId } as const;
  await recordStep(tx, step, { ...undoing, ...approvalOf(cancel.answer, pointsOf(order, step, cancel.answer)) });
  await startAfresh(tx, order);
}

/** Removes the leaving lines from the order. The other payment method pays whatever `ocbPoint` does not. */
export async function takeOut(tx: Queries, order: Order, ocbPoint: number): Promise<void> {
  const total = totalOf(order, ['ordered']);
  await moveLines(tx, order.id, 'leaving', 'cancelled');
  await changeOrder(tx, order.id, {
    otherPaid: total - ocbPoint,
    ...(total === 0 && { state: 'cancelled', cancelledAt: new Date() }),
  });
}

/** Marks the order as failed and creates a new draft with the same goods. */
async function startAfresh(tx: Queries, order: Order): Promise<void> {
  await changeOrder(tx, order.id, { state: 'failed' });
  const quantities = Object.fromEntries(order.lines.map(({ sku, quantity }) => [sku, quantity]));
  const { accountId, recipient, phone, address, memo } = order;
  const { id } = await newOrder(tx, { id: accountId, name: recipient, phone, address }, quantities, order.shipping);
  await changeOrder(tx, id, { memo });
}

type Points = Pick<OrderStep, 'ocbPoint' | 'dutumPoint' | 'chargePoint'>;

/** Returns the fields of an approved step. */
const approvalOf = ({ ocbTransactionId, nxAuthDay, nxAuthNo }: Answer, points: Points) =>
  ({ ocbTransactionId, nxAuthDay, nxAuthNo, ...points, state: 'approved', secret: null }) as const;

/** Returns the points in a response: used, returned or saved. */
function pointsOf(order: Order, step: OrderStep, answer: Answer): Points {
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
