import { type Html, html } from '../../html';
import { type Permitted, savable } from '../orders/aftercare';
import type { Standing } from '../orders/standing';
import type { Order } from '../storage/orders';
import { fill, ORDER_TEXTS, points, TEXTS, won } from '../text/locale';
import type { View } from './layout';
import { refusedAlert } from './problem';

/** Renders saving points for an order: what it will earn, the form once it has arrived, and what has been saved. */
export function savingCard(view: View, order: Order, stands: Standing, can: Permitted): Html | undefined {
  const words = ORDER_TEXTS[view.locale];
  if (order.state !== 'paid' || (stands.open && !order.deliveredAt)) return undefined;
  const last = order.steps.at(-1);
  const refused = last?.state === 'refused' && (last.kind === 'SAVE' || last.kind === 'CANCEL_SAVE');
  const path = `/orders/${order.id}/save`;
  return html`<section class="card" aria-labelledby="saving"><h2 id="saving">${words.saving}</h2>
    ${outlook(view, order, stands)}
    ${refused && refusedAlert(view, last)}
    ${can.save && cardForm(view, path, stands)}
    ${
      can.cancelSave &&
      html`<form method="post" action="${path}/cancel" class="actions below">
      <button class="quiet">${words.cancelSave}</button></form>`
    }
  </section>`;
}

/** Renders what has been or can be saved. */
function outlook(view: View, { deliveredAt }: Order, stands: Standing): Html {
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  const told = (sentence: string, some: number) =>
    fill(sentence, { amount: won(text, stands.other), points: points(text, some) });
  if (stands.saved) return html`<p role="status"><b>${told(words.savedNow, stands.saved.ocbPoint)}</b></p>`;
  const some = savable(stands);
  if (some === 0) return html`<p class="note">${words.savingNone}</p>`;
  return html`<p class="note">${told(deliveredAt ? words.savingNote : words.savingLater, some)}</p>`;
}

const cardForm = (view: View, path: string, stands: Standing): Html => {
  const words = ORDER_TEXTS[view.locale];
  return html`<form method="post" action="${path}" class="saving">
    <label class="field"><span>${words.cardNumber}</span>
      <input name="cardNumber" inputmode="numeric" autocomplete="off" required maxlength="19"
        pattern="(\\d{4}[ \\-]?){3}\\d{4}" aria-describedby="card-hint"></label>
    <p class="note" id="card-hint">${words.cardHint}</p>
    <button class="soft">${fill(words.save, { points: points(TEXTS[view.locale], savable(stands)) })}</button>
  </form>`;
};
