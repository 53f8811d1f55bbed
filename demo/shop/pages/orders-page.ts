import { type Html, html } from '../../html';
import { productOf } from '../catalogue';
import { standing } from '../orders/standing';
import type { Order } from '../storage/orders';
import { dateTime, fill, ORDER_TEXTS, TEXTS, won } from '../text/locale';
import { layout, type View } from './layout';
import { badge, statusOf } from './order-parts';

/** Renders the account's orders. */
export function ordersPage(view: View, orders: readonly Order[]): string {
  const words = ORDER_TEXTS[view.locale];
  const body = html`
<main class="narrow">
  <h1>${words.orders}</h1>
  ${
    orders.length > 0
      ? html`<ul class="orders">${orders.map((order) => html`<li>${entry(view, order)}</li>`)}</ul>`
      : html`<section class="card"><p class="note">${words.noOrders}</p>
        <p class="after"><a class="button soft" href="/">${words.startShopping}</a></p></section>`
  }
</main>`;
  return layout(view, words.orders, body);
}

function entry(view: View, order: Order): Html {
  const words = ORDER_TEXTS[view.locale];
  const [first] = order.lines;
  const { picture, name } = (first && productOf(first.sku)) ?? {};
  const what = name?.[view.locale] ?? '';
  const more = order.lines.length - 1;
  return html`<a class="card order" href="/orders/${order.id}">
    <img src="${picture}" alt="" width="64" height="64">
    <span class="what"><b>${more > 0 ? fill(words.andMore, { name: what, n: more }) : what}</b>
      <small>${dateTime(view.locale, order.paidAt ?? order.createdAt)}</small>
      <small class="number">${order.id}</small></span>
    <span class="price">${badge(view, statusOf(order, standing(order)))}<b>${won(TEXTS[view.locale], order.total)}</b></span>
  </a>`;
}
