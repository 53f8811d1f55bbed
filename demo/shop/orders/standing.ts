import type { Order, OrderLine } from '../storage/orders';
import type { OrderStep } from '../storage/steps';
import type { Basis } from './plan';

/** An order's payment, derived from its lines and journal. Amounts are in won. */
export interface Standing {
  /** The purchase amount of everything that is not cancelled. */
  total: number;
  /** The use or partial use that currently pays, if any. */
  use?: OrderStep;
  ocbPoint: number;
  dutumPoint: number;
  /** What the other payment method pays. */
  other: number;
  /** The unpaid amount: OCB refused to use points again after a cancel. */
  due: number;
  /** The current save, if any. */
  saved?: OrderStep;
  /** The open step, if any. */
  open?: OrderStep;
}

/** Whether OCB has not decided on a step yet. */
export const isOpen = ({ state }: OrderStep): boolean => state !== 'approved' && state !== 'refused';

const isUse = ({ kind }: OrderStep) => kind === 'USE' || kind === 'PART';
export const amountOf = ({ unitPrice, quantity }: OrderLine): number => unitPrice * quantity;

/** Returns the last approved step that matches `is`, unless a later approved `undone` step has undone it. */
function last(steps: readonly OrderStep[], is: (step: OrderStep) => boolean, undone: OrderStep['kind']) {
  const approved = steps.filter((step) => step.state === 'approved' && (is(step) || step.kind === undone));
  const step = approved.at(-1);
  return step && is(step) ? step : undefined;
}

/** Returns the use that pays after these steps. */
export const standingUse = (steps: readonly OrderStep[]): OrderStep | undefined => last(steps, isUse, 'CANCEL');

/** Returns the save that is in force after these steps. */
export const standingSave = (steps: readonly OrderStep[]): OrderStep | undefined =>
  last(steps, ({ kind }) => kind === 'SAVE', 'CANCEL_SAVE');

/** Returns the purchase amount of the lines in these states, plus shipping if there are any. */
export function totalOf({ lines, shippingFee }: Order, states: readonly OrderLine['state'][]): number {
  const counted = lines.filter(({ state }) => states.includes(state));
  return counted.length > 0 ? counted.reduce((sum, line) => sum + amountOf(line), shippingFee) : 0;
}

/** Returns a placed order's payment. While steps are open, `due` means nothing. */
export function standing(order: Order): Standing {
  const use = standingUse(order.steps);
  const saved = standingSave(order.steps);
  const open = order.steps.find(isOpen);
  const total = totalOf(order, ['ordered', 'leaving']);
  const { ocbPoint = 0, dutumPoint = 0 } = use ?? {};
  return {
    ...(use && { use }),
    ...(saved && { saved }),
    ...(open && { open }),
    total,
    ocbPoint,
    dutumPoint,
    other: order.otherPaid,
    due: open ? 0 : Math.max(0, total - ocbPoint - dutumPoint - order.otherPaid),
  };
}

/** Returns what the other payment method paid when the order was placed. */
export function otherAtFirst({ total, steps }: Order): number {
  const use = steps.find(({ kind, state }) => kind === 'USE' && state === 'approved');
  return Math.max(0, total - (use?.ocbPoint ?? 0) - (use?.dutumPoint ?? 0));
}

/** Returns what a cancel plan is based on. */
export function basisOf(order: Order): Basis {
  const { ocbPoint, dutumPoint, other } = standing(order);
  return {
    lines: order.lines
      .filter(({ state }) => state === 'ordered')
      .map((line) => ({ sku: line.sku, amount: amountOf(line) })),
    shippingFee: order.shippingFee,
    paid: { ocbPoint, dutumPoint, other },
  };
}
