import type { Order, OrderLine } from '../storage/orders';
import type { OrderStep } from '../storage/steps';
import type { Basis } from './plan';

/** How an order stands, as its lines and its journal tell. Points in points, amounts in won. */
export interface Standing {
  /** The purchase amount of what has not been cancelled. */
  total: number;
  /** The use, or partial use, that pays now, if points do. */
  use?: OrderStep;
  ocbPoint: number;
  dutumPoint: number;
  /** What the other method pays. */
  other: number;
  /** What nothing pays: OCB refused to use points again after a cancel. */
  due: number;
  /** The save that stands, if there is one. */
  saved?: OrderStep;
  /** The step that is being brought to its end, if there is one. */
  open?: OrderStep;
}

/** Whether OCB has still to decide on a step. */
export const isOpen = ({ state }: OrderStep): boolean => state !== 'approved' && state !== 'refused';

const isUse = ({ kind }: OrderStep) => kind === 'USE' || kind === 'PART';
export const amountOf = ({ unitPrice, quantity }: OrderLine): number => unitPrice * quantity;

/** The last approved step of one kind unless a later approved one of the other has undone it. */
function last(steps: readonly OrderStep[], is: (step: OrderStep) => boolean, undone: OrderStep['kind']) {
  const approved = steps.filter((step) => step.state === 'approved' && (is(step) || step.kind === undone));
  const step = approved.at(-1);
  return step && is(step) ? step : undefined;
}

/** The use that pays after these steps. */
export const standingUse = (steps: readonly OrderStep[]): OrderStep | undefined => last(steps, isUse, 'CANCEL');

/** The save that stands after these steps. */
export const standingSave = (steps: readonly OrderStep[]): OrderStep | undefined =>
  last(steps, ({ kind }) => kind === 'SAVE', 'CANCEL_SAVE');

/** The purchase amount of the lines in these states, with shipping when there are any. */
export function totalOf({ lines, shippingFee }: Order, states: readonly OrderLine['state'][]): number {
  const counted = lines.filter(({ state }) => states.includes(state));
  return counted.length > 0 ? counted.reduce((sum, line) => sum + amountOf(line), shippingFee) : 0;
}

/** How a placed order stands. While steps are open it stands half way: `due` says nothing then. */
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

/** What the other method paid when the order was placed. */
export function otherAtFirst({ total, steps }: Order): number {
  const use = steps.find(({ kind, state }) => kind === 'USE' && state === 'approved');
  return Math.max(0, total - (use?.ocbPoint ?? 0) - (use?.dutumPoint ?? 0));
}

/** What a plan for taking lines out goes by. */
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
