import { type Html, html } from '../../html';
import type { Order } from '../storage/orders';
import type { OrderStep } from '../storage/steps';
import { fill, ORDER_TEXTS, refusal } from '../text/locale';
import type { View } from './layout';
import { pointsTold } from './order-parts';

/** Renders every request about the order's points with OCB's approval, which settlement uses. */
export function journalCard(view: View, { id: orderId, steps }: Order): Html | undefined {
  const words = ORDER_TEXTS[view.locale];
  if (steps.length === 0) return undefined;
  return html`<section class="card" aria-labelledby="journal"><h2 id="journal">${words.journal}</h2>
    <ol class="journal">${steps.map(
      (step) => html`<li>
      <p><b>${words.kinds[step.kind]}</b> ${stepBadge(view, step)}</p>
      <p class="points">${step.state === 'approved' && pointsTold(view, step)}</p>
      ${step.state === 'approved' && html`<p class="note">${fill(words.approvalOf, { day: step.nxAuthDay ?? '', no: step.nxAuthNo ?? '' })}</p>`}
      ${step.state === 'refused' && html`<p class="note">${refusal(view.locale, step)} ${step.errorCode}</p>`}
      <p class="number">${step.ocbTransactionId ?? step.mctTransactionId}</p>
    </li>`,
    )}</ol>
    <form action="/settlement" class="actions below">
      <input type="hidden" name="order" value="${orderId}"><button class="quiet">${words.toSettlement}</button></form>
  </section>`;
}

/** Renders a step's state as a badge. */
export const stepBadge = (view: View, { state }: OrderStep): Html =>
  html`<span class="badge ${state}">${ORDER_TEXTS[view.locale].stepStates[state]}</span>`;
