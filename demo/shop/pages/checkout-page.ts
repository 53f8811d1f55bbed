import { type Html, html, json } from '../../html';
import { PRODUCTS, type Product } from '../catalogue';
import type { OrderView } from '../routes/order-view';
import type { Text } from '../text/ko';
import { fill, points, TEXTS, won } from '../text/locale';
import { layout, type View } from './layout';

/**
 * Renders the checkout of an open order. `front` is the address of OCB's front server, which serves the script. All
 * buttons are disabled until the page's own script has loaded: a click would be lost, and the form sent as a URL.
 */
export function checkoutPage(view: View, order: OrderView, front: string): string {
  const text = TEXTS[view.locale];
  const body = html`
<main class="checkout">
  <h1>${text.checkout}</h1>
  <form id="checkout" novalidate>
    <div class="column">
      <section class="card" aria-labelledby="goods"><h2 id="goods">${text.goods}</h2>
        <ul class="lines">${PRODUCTS.map((product) => line(view, text, product, order))}</ul>
      </section>
      <section class="card" aria-labelledby="delivery"><h2 id="delivery">${text.delivery}</h2>
        <div class="fields">
          ${field(text.recipient, 'recipient', order.recipient, 'name', 40)}
          ${field(text.phone, 'phone', order.phone, 'tel', 20)}
          ${field(text.address, 'address', order.address, 'street-address', 120)}
          <label class="field wide"><span>${text.memo}</span>
            <select name="memo">${text.memos.map((memo) => html`<option>${memo}</option>`)}</select></label>
        </div>
      </section>
      <section class="card" aria-labelledby="shipping"><h2 id="shipping">${text.shipping}</h2>
        <div class="choices" role="radiogroup" aria-labelledby="shipping">
          ${choice('shipping', 'standard', text.standard, text.standardHint, order.shipping === 'standard')}
          ${choice('shipping', 'dawn', text.dawn, text.dawnHint, order.shipping === 'dawn')}
        </div>
      </section>
      <section class="card savings" aria-labelledby="savings"><h2 id="savings">${text.savings}</h2>
        <div class="cashbag">
          <p class="name"><span class="coin" aria-hidden="true">P</span><b>${text.okcashbag}</b><small>${text.okcashbagHint}</small></p>
          <p id="applied" class="applied" role="status">${applied(text, order)}</p>
          <div id="problem" class="problem" role="alert"></div>
          <div class="actions">
            <button type="button" disabled id="drop" class="quiet" ${order.usePoint === 0 && html`hidden`}>${text.dropPoints}</button>
            <button type="button" disabled id="use" class="soft">${text.usePoints}</button>
          </div>
        </div>
      </section>
      <section class="card" aria-labelledby="payment"><h2 id="payment">${text.payment}</h2>
        <p id="nothing-left" class="note" ${order.remaining > 0 && html`hidden`}>${text.nothingLeft}</p>
        <div id="methods" class="choices three" role="radiogroup" aria-labelledby="payment" ${order.remaining === 0 && html`hidden`}>
          ${choice('paymentMethod', 'card', text.card, undefined, true)}
          ${choice('paymentMethod', 'transfer', text.transfer, undefined, false)}
          ${choice('paymentMethod', 'mobile', text.mobile, undefined, false)}
        </div>
      </section>
    </div>
    <aside class="summary card" aria-labelledby="summary"><h2 id="summary">${text.summary}</h2>
      <dl>
        <div><dt>${text.itemsTotal}</dt><dd id="items-total">${won(text, order.itemsTotal)}</dd></div>
        <div><dt>${text.shippingFee}</dt><dd id="shipping-fee">${order.shippingFee ? won(text, order.shippingFee) : text.free}</dd></div>
        <div id="points-row" ${order.usePoint === 0 && html`hidden`}><dt>${text.pointsUsed}</dt><dd id="points-used">−${won(text, order.usePoint)}</dd></div>
        <div class="total"><dt>${text.remaining}</dt><dd id="remaining">${won(text, order.remaining)}</dd></div>
      </dl>
      <div id="place-problem" class="problem" role="alert"></div>
      <button type="submit" disabled id="place" class="primary">${text.place}</button>
      <p class="fine">${text.agree}</p>
    </aside>
  </form>
  ${eventLog(text)}
</main>
${json('page', { order, text })}`;
  const head = html`<script src="${front}/js/okcashbagapi.js"></script>
<script type="module" src="/public/checkout.js"></script>`;
  return layout(view, text.checkout, body, head);
}

function applied(text: Text, order: OrderView): string {
  if (order.usePoint === 0) return '';
  const sentence = fill(text.applied, { points: points(text, order.usePoint), remaining: won(text, order.remaining) });
  return order.dutumPoint > 0
    ? `${sentence} (${fill(text.appliedDutum, { points: points(text, order.dutumPoint) })})`
    : sentence;
}

function line(view: View, text: Text, product: Product, order: OrderView): Html {
  const name = product.name[view.locale];
  const quantity = order.quantities[product.sku] ?? 0;
  return html`<li data-sku="${product.sku}" data-price="${product.price}">
  <img src="${product.picture}" alt="" width="80" height="80">
  <p class="what"><b>${name}</b><small>${product.option[view.locale]}</small></p>
  <div class="stepper">
    <button type="button" disabled data-step="-1" aria-label="${fill(text.less, { name })}">−</button>
    <output aria-label="${fill(text.quantity, { name })}">${quantity}</output>
    <button type="button" disabled data-step="1" aria-label="${fill(text.more, { name })}">+</button>
  </div>
  <p class="price">${won(text, product.price * quantity)}</p>
</li>`;
}

const field = (label: string, name: string, value: string, autocomplete: string, maxlength: number): Html =>
  html`<label class="field${autocomplete === 'street-address' && ' wide'}"><span>${label}</span>
  <input name="${name}" value="${value}" autocomplete="${autocomplete}" maxlength="${maxlength}" required
    ${autocomplete === 'tel' && html`type="tel" inputmode="tel"`}></label>`;

const choice = (name: string, value: string, label: string, hint: string | undefined, checked: boolean): Html =>
  html`<label class="choice"><input type="radio" name="${name}" value="${value}" ${checked && html`checked`}>
  <span><b>${label}</b>${hint && html`<small>${hint}</small>`}</span></label>`;

const eventLog = (text: Text): Html => html`<details class="log card"><summary>${text.log}</summary>
  <p class="note">${text.logHint}</p>
  <div class="actions">
    <label class="field"><span>${text.logToken}</span>
      <input id="other-token" autocomplete="off" spellcheck="false" aria-describedby="other-token-hint"></label>
    <p class="note" id="other-token-hint">${text.logTokenHint}</p>
    <button type="button" disabled class="quiet" id="log-show"><code>show()</code></button>
    <button type="button" disabled class="quiet" id="log-close"><code>forceClose()</code></button>
    <button type="button" disabled class="quiet" id="log-is-show"><code>isShow()</code></button>
    <button type="button" disabled class="quiet" id="log-clear">${text.logClear}</button>
  </div>
  <p class="note" id="log-empty">${text.logEmpty}</p>
  <div role="log" aria-label="${text.logList}"><ol id="log"></ol></div>
</details>`;
