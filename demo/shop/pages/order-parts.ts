import { type Html, html } from '../../html';
import { productOf } from '../catalogue';
import { amountOf, type Standing } from '../orders/standing';
import type { Order, OrderLine } from '../storage/orders';
import { ORDER_TEXTS, points, TEXTS, won } from '../text/locale';
import type { View } from './layout';

export type Status = 'placing' | 'open' | 'due' | 'cancelled' | 'delivered' | 'partly' | 'paid';

/** Returns an order's status: the one fact that matters most to the shopper. */
export function statusOf({ state, deliveredAt, lines }: Order, { open, due }: Standing): Status {
  if (state === 'placing') return 'placing';
  if (open) return 'open';
  if (state === 'cancelled') return 'cancelled';
  if (due > 0) return 'due';
  if (deliveredAt) return 'delivered';
  return lines.some((line) => line.state === 'cancelled') ? 'partly' : 'paid';
}

/** Renders the status as a badge. */
export const badge = (view: View, status: Status): Html =>
  html`<span class="badge ${status}">${ORDER_TEXTS[view.locale].states[status]}</span>`;

/** Renders a term and its value in a `<dl>`. */
export const row = (term: string, value: string | Html): Html => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

/** Renders a product's picture, name and option. */
export function product(view: View, { sku, quantity }: OrderLine): Html {
  const { picture, name, option } = productOf(sku) ?? {};
  return html`<img src="${picture}" alt="" width="80" height="80">
  <p class="what"><b>${name?.[view.locale]}</b><small>${option?.[view.locale]}\u00a0· ×\u00a0${quantity}</small></p>`;
}

/** Renders the price of a line, struck through if the line is cancelled. */
export function price(view: View, line: OrderLine): Html {
  const text = TEXTS[view.locale];
  const { lineCancelled, lineLeaving } = ORDER_TEXTS[view.locale];
  const amount = won(text, amountOf(line));
  if (line.state === 'ordered') return html`<p class="price">${amount}</p>`;
  return html`<p class="price"><s>${amount}</s><small>${line.state === 'leaving' ? lineLeaving : lineCancelled}</small></p>`;
}

/** Renders points, with the 두툼 and charged parts in small print. */
export function pointsTold(
  view: View,
  { ocbPoint, dutumPoint, chargePoint }: Record<'ocbPoint' | 'dutumPoint' | 'chargePoint', number>,
): Html {
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  const within = [[words.dutumPoint, dutumPoint] as const, [words.chargePoint, chargePoint] as const].filter(
    ([, some]) => some > 0,
  );
  return html`${points(text, ocbPoint + dutumPoint)}${within.map(
    ([name, some]) => html`<small>${name} ${points(text, some)}</small>`,
  )}`;
}
