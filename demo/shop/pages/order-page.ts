import { type Html, html } from '../../html';
import { type Permitted, permitted } from '../orders/aftercare';
import { otherAtFirst, type Standing, standing, totalOf } from '../orders/standing';
import type { Order } from '../storage/orders';
import { dateTime, fill, ORDER_TEXTS, points, TEXTS, won } from '../text/locale';
import { journalCard } from './journal-card';
import { layout, type View } from './layout';
import { badge, price, product, row, type Status, statusOf } from './order-parts';
import { problem } from './problem';
import { savingCard } from './saving-card';

/** The statuses for which the page thanks the shopper. */
const GLAD: readonly Status[] = ['paid', 'partly', 'delivered'];

/** Renders a placed order: its status, its payment, and what can be done with it. */
export function orderPage(view: View, order: Order): string {
  const stands = standing(order);
  const can = permitted(order, stands);
  const status = statusOf(order, stands);
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  const title = words.titles[status === 'placing' ? 'open' : status];
  const body = html`
<main class="narrow">
  <section class="card done ${status}">
    <span class="tick" aria-hidden="true"></span>
    <h1 tabindex="-1">${title}</h1>
    ${GLAD.includes(status) && html`<p>${fill(text.doneThanks, { name: order.recipient })}</p>`}
    <dl>
      ${row(text.orderNumber, html`<span class="number">${order.id}</span>`)}
      ${row(text.orderedAt, order.paidAt ? dateTime(view.locale, order.paidAt) : '')}
    </dl>
    ${problem(view, order, stands)}
  </section>
  <section class="card" aria-labelledby="goods"><h2 id="goods">${text.goods} ${badge(view, status)}</h2>
    <ul class="lines">${order.lines.map((line) => html`<li>${product(view, line)}${price(view, line)}</li>`)}</ul>
    ${can.cancel && cancelButtons(view, order)}
  </section>
  ${payment(view, order, stands)}
  ${delivery(view, order, can)}
  ${savingCard(view, order, stands, can)}
  ${journalCard(view, order)}
  <p class="after"><a class="button soft" href="/">${text.shopAgain}</a></p>
</main>`;
  return layout(view, title, body, html`<script type="module" src="/public/busy.js"></script>`);
}

/** Renders the cancel buttons. Both lead to the plan, because nothing is cancelled unseen. */
function cancelButtons(view: View, { id, lines }: Order): Html {
  const words = ORDER_TEXTS[view.locale];
  const ordered = lines.filter(({ state }) => state === 'ordered');
  return html`<div class="actions below">
    ${ordered.length > 1 && html`<form action="/orders/${id}/cancel"><button class="quiet">${words.cancelLines}</button></form>`}
    <form action="/orders/${id}/cancel#plan">
      ${ordered.map(({ sku }) => html`<input type="hidden" name="sku" value="${sku}">`)}
      <button class="quiet">${words.cancelOrder}</button>
    </form>
  </div>`;
}

function payment(view: View, order: Order, stands: Standing): Html {
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  const { use, ocbPoint, dutumPoint, other, due } = stands;
  const cancelled = order.total - totalOf(order, ['ordered', 'leaving']);
  const refunded = otherAtFirst(order) - other;
  return html`<section class="card" aria-labelledby="summary"><h2 id="summary">${text.summary}</h2>
    <dl>
      ${row(text.itemsTotal, won(text, order.itemsTotal))}
      ${row(text.shippingFee, order.shippingFee ? won(text, order.shippingFee) : text.free)}
      ${cancelled > 0 && row(words.cancelledAmount, `−${won(text, cancelled)}`)}
      ${
        use &&
        html`
      ${row(text.pointsPaid, points(text, ocbPoint + dutumPoint))}
      ${dutumPoint > 0 && row(`└ ${text.dutumPaid}`, points(text, dutumPoint))}
      ${use.chargePoint > 0 && row(`└ ${text.chargePaid}`, points(text, use.chargePoint))}
      ${row(text.approval, fill(text.approvalValue, { day: use.nxAuthDay ?? '', no: use.nxAuthNo ?? '' }))}`
      }
      <div class="total">${
        other > 0 || due > 0
          ? html`<dt>${fill(text.restPaid, { method: order.paymentMethod ? text[order.paymentMethod] : '' })}</dt><dd>${won(text, other)}</dd>`
          : html`<dt>${text.nothingPaid}</dt><dd>${won(text, 0)}</dd>`
      }</div>
      ${refunded > 0 && row(words.refunded, won(text, refunded))}
      ${due > 0 && html`<div class="due"><dt>${words.due}</dt><dd>${won(text, due)}</dd></div>`}
    </dl>
  </section>`;
}

function delivery(view: View, order: Order, can: Permitted): Html {
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  return html`<section class="card" aria-labelledby="delivery"><h2 id="delivery">${text.delivery}</h2>
    <p>${order.recipient} · ${order.phone}</p><p>${order.address}</p><p class="note">${order.memo}</p>
    ${order.deliveredAt && html`<p class="note">${fill(words.deliveredOn, { at: dateTime(view.locale, order.deliveredAt) })}</p>`}
    ${
      can.deliver &&
      html`<form method="post" action="/orders/${order.id}/deliver" class="actions below">
      <p class="note">${words.deliverNote}</p><button class="quiet">${words.deliver}</button></form>`
    }
  </section>`;
}
