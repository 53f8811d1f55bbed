import { isOpen, type Standing } from '../orders/standing';
import type { Order } from '../storage/orders';
import { fill, ORDER_TEXTS, refusal, TEXTS, won } from '../text/locale';
import { type Html, html } from './html';
import type { View } from './layout';

/** What went wrong with the last step of an order, and what can be done about it: nothing when all is well. */
export function problem(view: View, order: Order, { due }: Standing): Html | undefined {
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  const last = order.steps.find(isOpen) ?? order.steps.at(-1);
  if (last && isOpen(last)) {
    return html`<form method="post" action="/orders/${order.id}/check" class="trouble" role="status">
      <p class="note">${words.openNote}</p><button class="soft">${words.checkAgain}</button></form>`;
  }
  const refused = last?.state === 'refused' && last;
  if (!refused && due === 0) return undefined;
  const amount = won(text, due);
  return html`<div class="trouble">
    ${
      refused &&
      html`<p class="problem" role="alert">${words.refused[refused.kind]} ${refusal(view.locale, refused)}
      <small>${fill(text.errorCode, { code: refused.errorCode ?? '' })}</small></p>`
    }
    ${
      due > 0 &&
      html`<form method="post" action="/orders/${order.id}/pay-due">
      <p class="note">${fill(words.dueNote, { amount })}</p>
      <button class="soft">${fill(words.payDue, { amount })}</button></form>`
    }
  </div>`;
}
