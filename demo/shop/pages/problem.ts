import { type Html, html } from '../../html';
import type { Standing } from '../orders/standing';
import type { Order } from '../storage/orders';
import type { OrderStep } from '../storage/steps';
import { fill, ORDER_TEXTS, refusal, TEXTS, won } from '../text/locale';
import type { View } from './layout';

/** Whether a refusal no longer matters: the rest has been paid otherwise, or the order has arrived. */
const isPast = ({ deliveredAt }: Order, { kind }: OrderStep, due: number): boolean =>
  (kind === 'PART' && due === 0) || (kind === 'CANCEL' && deliveredAt !== null);

/** Renders why OCB refused a step, next to the form that requested it. */
export function refusedAlert(view: View, step: OrderStep): Html {
  const { refused } = ORDER_TEXTS[view.locale];
  return html`<p class="problem" role="alert">${refused[step.kind]} ${refusal(view.locale, step)}
    <small>${fill(TEXTS[view.locale].errorCode, { code: step.errorCode ?? '' })}</small></p>`;
}

/** Renders what is wrong with an order and what can be done about it, or nothing if all is well. */
export function problem(view: View, order: Order, { open, due }: Standing): Html | undefined {
  const words = ORDER_TEXTS[view.locale];
  if (open) {
    return html`<form method="post" action="/orders/${order.id}/check" class="trouble">
      <p class="note" role="status">${words.openNote}</p><button class="soft">${words.checkAgain}</button></form>`;
  }
  const last = order.steps.at(-1);
  const refused =
    last?.state === 'refused' && last.kind !== 'SAVE' && last.kind !== 'CANCEL_SAVE' && !isPast(order, last, due);
  if (!refused && due === 0) return undefined;
  const amount = won(TEXTS[view.locale], due);
  return html`<div class="trouble">
    ${refused && refusedAlert(view, last)}
    ${
      due > 0 &&
      html`<form method="post" action="/orders/${order.id}/pay-due">
      <p class="note">${fill(words.dueNote, { amount })}</p>
      <button class="soft">${fill(words.payDue, { amount })}</button></form>`
    }
  </div>`;
}
