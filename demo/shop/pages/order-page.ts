import { productOf } from '../catalogue';
import type { Order } from '../storage/orders';
import { fill, points, TEXTS, won } from '../text/locale';
import { type Html, html } from './html';
import { layout, type View } from './layout';

/** A paid order: what was bought, how it was paid, and the approval that settlement needs. */
export function orderPage(view: View, order: Order): string {
  const text = TEXTS[view.locale];
  const remaining = Math.max(0, order.total - order.usePoint);
  const method = order.paymentMethod ? text[order.paymentMethod] : '';
  const body = html`
<main class="narrow">
  <section class="card done">
    <span class="tick" aria-hidden="true"></span>
    <h1 tabindex="-1">${text.doneTitle}</h1>
    <p>${fill(text.doneThanks, { name: order.recipient })}</p>
    <dl>
      ${row(text.orderNumber, html`<span class="number">${order.id}</span>`)}
      ${row(text.orderedAt, order.paidAt ? dateTime(view, order.paidAt) : '')}
    </dl>
  </section>
  <section class="card" aria-labelledby="goods"><h2 id="goods">${text.goods}</h2>
    <ul class="lines">${order.lines.map(({ sku, unitPrice, quantity }) => {
      const product = productOf(sku);
      return html`<li><img src="${product?.picture}" alt="" width="80" height="80">
        <p class="what"><b>${product?.name[view.locale]}</b><small>${product?.option[view.locale]} · × ${quantity}</small></p>
        <p class="price">${won(text, unitPrice * quantity)}</p></li>`;
    })}</ul>
  </section>
  <section class="card" aria-labelledby="summary"><h2 id="summary">${text.summary}</h2>
    <dl>
      ${row(text.itemsTotal, won(text, order.itemsTotal))}
      ${row(text.shippingFee, order.shippingFee ? won(text, order.shippingFee) : text.free)}
      ${
        order.usePoint > 0 &&
        html`
      ${row(text.pointsPaid, points(text, order.usePoint))}
      ${order.dutumPoint > 0 && row(`└ ${text.dutumPaid}`, points(text, order.dutumPoint))}
      ${order.chargePoint > 0 && row(`└ ${text.chargePaid}`, points(text, order.chargePoint))}
      ${row(text.approval, fill(text.approvalValue, { day: order.nxAuthDay ?? '', no: order.nxAuthNo ?? '' }))}
      ${row(text.ocbTransaction, html`<span class="number">${order.ocbTransactionId ?? ''}</span>`)}`
      }
      <div class="total">${
        remaining > 0
          ? html`<dt>${fill(text.restPaid, { method })}</dt><dd>${won(text, remaining)}</dd>`
          : html`<dt>${text.nothingPaid}</dt><dd>${won(text, 0)}</dd>`
      }</div>
    </dl>
  </section>
  <section class="card" aria-labelledby="delivery"><h2 id="delivery">${text.delivery}</h2>
    <p>${order.recipient} · ${order.phone}</p><p>${order.address}</p><p class="note">${order.memo}</p>
  </section>
  <p class="after"><a class="button soft" href="/">${text.shopAgain}</a></p>
</main>`;
  return layout(view, text.doneTitle, body);
}

const row = (term: string, value: string | Html): Html => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

const dateTime = ({ locale }: View, at: Date): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'Asia/Seoul',
  }).format(at);
