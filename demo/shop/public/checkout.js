import { clear, note } from './event-log.js';
import { draw } from './order-view.js';
import { element, fill, state, tell, text } from './page.js';
import { request } from './request.js';
import { open, prepareQuietly, widget } from './widget.js';

const form = element('checkout');
const button = element('place');

/** Runs an action of the shopper. Shows an error in the alert next to it. */
async function attempt(alert, work) {
  tell(alert, '');
  try {
    await work();
  } catch (error) {
    tell(alert, error.message, error.code);
  }
}

/** Resolves when the server has applied the shopper's latest changes to the basket. */
let basket = Promise.resolve();

/**
 * Sends a change of goods or shipping to the server, which returns the new total and drops points chosen for the old
 * one.
 */
function changeBasket(change) {
  basket = attempt(element('problem'), async () => {
    const { id, quantities, shipping } = state.order;
    draw(await request('PUT', `/api/orders/${id}/basket`, { quantities, shipping, ...change }));
    prepareQuietly();
  });
}

async function dropPoints() {
  draw(await request('DELETE', `/api/orders/${state.order.id}/points`));
  element('applied').textContent = text.notApplied;
  element('use').focus();
  prepareQuietly();
}

/** Places the order, and repeats the request if its response was lost: points are taken only once. */
async function place() {
  const alert = element('place-problem');
  if (button.getAttribute('aria-disabled') === 'true') return;
  if (!form.reportValidity()) return;
  tell(alert, '');
  button.setAttribute('aria-disabled', 'true');
  button.setAttribute('aria-busy', 'true');
  const { recipient, phone, address, memo, paymentMethod } = Object.fromEntries(new FormData(form));
  try {
    const path = `/api/orders/${state.order.id}/place`;
    const answer = await request('POST', path, { recipient, phone, address, memo, paymentMethod });
    if (answer.order.state === 'paid') return location.assign(`/orders/${answer.order.id}`);
    if (answer.fresh) refused(answer);
    else undecided();
  } catch (error) {
    tell(alert, error.message, error.code);
  }
  button.removeAttribute('aria-disabled');
  button.removeAttribute('aria-busy');
}

/** OCB refused the points, or they were given back: nothing is taken, and a new draft is ready. */
function refused({ errorCode, errorMessage, isMismatch, fresh }) {
  const why = isMismatch ? text.mismatch : errorMessage;
  draw(fresh);
  tell(element('place-problem'), `${why} ${text.tryAgain}`, errorCode);
  prepareQuietly();
}

/** It is unknown whether the points were taken: only the same order may be asked about again. */
function undecided() {
  for (const control of form.querySelectorAll('button:not(#place), [name="shipping"]')) control.disabled = true;
  tell(element('place-problem'), text.stillChecking);
  button.textContent = text.checkAgain;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  place();
});
form.addEventListener('change', ({ target }) => {
  if (target.name === 'shipping') changeBasket({ shipping: target.value });
});
form.addEventListener('click', ({ target }) => {
  const step = Number(target.dataset?.step);
  if (!step) return;
  const { sku } = target.closest('[data-sku]').dataset;
  const { quantities } = state.order;
  changeBasket({ quantities: { ...quantities, [sku]: quantities[sku] + step } });
});
element('use').addEventListener('click', () => open(basket));
element('drop').addEventListener('click', () => attempt(element('problem'), dropPoints));

element('log-show').addEventListener('click', () => {
  const mctTrToken = element('other-token').value.trim();
  note('show()', mctTrToken ? { mctTrToken } : undefined);
  widget?.show(mctTrToken ? { mctTrToken } : undefined);
});
element('log-close').addEventListener('click', () => {
  note('forceClose()');
  widget?.forceClose();
});
element('log-is-show').addEventListener('click', () => note(fill('isShow() → {value}', { value: widget?.isShow() })));
element('log-clear').addEventListener('click', clear);

for (const waiting of document.querySelectorAll('main button')) waiting.disabled = false;
document.body.classList.add('live');
draw(state.order);
if (state.order.state === 'placing') place();
else if (state.order.state === 'draft') {
  // Chosen before this script loaded, or restored by the browser.
  const shipping = new FormData(form).get('shipping');
  if (shipping === state.order.shipping) prepareQuietly();
  else changeBasket({ shipping });
}

// A page restored from the back/forward cache may show an order that has been placed since.
addEventListener('pageshow', async ({ persisted }) => {
  if (!persisted) return;
  const { id, state: shown } = state.order;
  const now = await request('GET', `/api/orders/${id}`).catch(() => state.order);
  if (now.state !== shown) location.reload();
});
