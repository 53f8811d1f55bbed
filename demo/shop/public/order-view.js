import { element, fill, points, state, text, won } from './page.js';

/** Shows the order's numbers. Called after every response of the shop's server. */
export function draw(order) {
  state.order = order;
  for (const line of document.querySelectorAll('[data-sku]')) {
    const quantity = order.quantities[line.dataset.sku] ?? 0;
    const [less, more] = line.querySelectorAll('button');
    line.querySelector('output').textContent = quantity;
    line.querySelector('.price').textContent = won(quantity * Number(line.dataset.price));
    less.disabled = quantity <= 1;
    more.disabled = quantity >= 20;
  }
  element('items-total').textContent = won(order.itemsTotal);
  element('shipping-fee').textContent = order.shippingFee ? won(order.shippingFee) : text.free;
  element('points-used').textContent = `−${won(order.usePoint)}`;
  element('points-row').hidden = order.usePoint === 0;
  element('remaining').textContent = won(order.remaining);
  element('drop').hidden = order.usePoint === 0;
  element('nothing-left').hidden = order.remaining > 0;
  element('methods').hidden = order.remaining === 0;
  const sentence = applied(order);
  if (element('applied').textContent !== sentence) element('applied').textContent = sentence;
}

function applied(order) {
  if (order.usePoint === 0) return '';
  const sentence = fill(text.applied, { points: points(order.usePoint), remaining: won(order.remaining) });
  if (order.dutumPoint === 0) return sentence;
  return `${sentence} (${fill(text.appliedDutum, { points: points(order.dutumPoint) })})`;
}
