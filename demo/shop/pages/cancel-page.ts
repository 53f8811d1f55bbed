import { type Html, html } from '../../html';
import { productOf } from '../catalogue';
import { type CancelPlan, type Paid, planCancel } from '../orders/plan';
import { basisOf, standing } from '../orders/standing';
import type { Order } from '../storage/orders';
import { fill, ORDER_TEXTS, points, TEXTS, won } from '../text/locale';
import { layout, type View } from './layout';
import { price, product, row } from './order-parts';

/**
 * Renders the choice of lines to cancel and, before anything is done, its effect. `skus` are the lines chosen so far;
 * none at first.
 */
export function cancelPage(view: View, order: Order, skus: readonly string[] | undefined): string {
  const words = ORDER_TEXTS[view.locale];
  const lines = order.lines.filter(({ state }) => state === 'ordered');
  const body = html`
<main class="narrow">
  <h1>${words.cancelTitle}</h1>
  <form class="card" action="/orders/${order.id}/cancel#plan">
    <ul class="lines">${lines.map(
      (line) => html`<li><label class="pick">
      <input type="checkbox" name="sku" value="${line.sku}" aria-label="${productOf(line.sku)?.name[view.locale]}"
        ${skus?.includes(line.sku) && html`checked`}>
      ${product(view, line)}${price(view, line)}</label></li>`,
    )}</ul>
    <div class="actions below"><button class="quiet" name="plan" value="yes">${words.seePlan}</button></div>
  </form>
  ${skus && planCard(view, order, skus)}
  <p class="after"><a href="/orders/${order.id}">${words.toOrder}</a></p>
</main>`;
  return layout(view, words.cancelTitle, body, html`<script type="module" src="/public/busy.js"></script>`);
}

function planCard(view: View, order: Order, skus: readonly string[]): Html {
  const words = ORDER_TEXTS[view.locale];
  const basis = basisOf(order);
  const plan = planCancel(basis, skus);
  const body = () => {
    if (!basis.lines.some(({ sku }) => skus.includes(sku))) return cannot(words.chooseSome);
    if (!('shortBy' in plan)) return planned(view, order, plan);
    return cannot(fill(words.planShort, { amount: won(TEXTS[view.locale], plan.shortBy) }));
  };
  return html`<section class="card" id="plan" tabindex="-1" aria-labelledby="plan-title">
    <h2 id="plan-title">${words.planTitle}</h2>${body()}</section>`;
}

const cannot = (why: string): Html => html`<p class="problem" role="alert">${why}</p>`;

function planned(view: View, order: Order, plan: CancelPlan): Html {
  const words = ORDER_TEXTS[view.locale];
  return html`<div class="plan">
      <div><h3>${words.planBack}</h3>${paid(view, order, plan.back)}</div>
      <div><h3>${words.planStays}</h3>${paid(view, order, plan.stays)}</div>
    </div>
    <h3>${words.planOrder}</h3>
    <ol class="sequence">${sequence(view, order, plan).map((step) => html`<li>${step}</li>`)}</ol>
    <p class="note">${words.planRule}</p>
    <form method="post" action="/orders/${order.id}/cancel">
      <input type="hidden" name="skus" value="${plan.skus.join(',')}">
      <input type="hidden" name="seen" value="${plan.mctAmount}">
      <button class="primary">${words.confirmCancel}</button>
    </form>`;
}

function paid(view: View, order: Order, { other, ocbPoint, dutumPoint }: Paid): Html {
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  if (other + ocbPoint + dutumPoint === 0) return html`<p class="note">${words.planNothing}</p>`;
  return html`<dl>
    ${other > 0 && row(order.paymentMethod ? text[order.paymentMethod] : '', won(text, other))}
    ${ocbPoint > 0 && row(words.ocbPoint, points(text, ocbPoint))}
    ${dutumPoint > 0 && row(words.dutumPoint, points(text, dutumPoint))}
  </dl>`;
}

/** Describes the plan in sentences, in the order in which it runs. */
function sequence(view: View, order: Order, { steps, back }: CancelPlan): string[] {
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  const { ocbPoint, dutumPoint } = standing(order);
  const asked = steps.map((step) => {
    if (step.kind === 'CANCEL') return fill(words.planCancel, { points: points(text, ocbPoint + dutumPoint) });
    const { mctAmount, useOcbPoint } = step;
    return fill(words.planPart, { amount: won(text, mctAmount), points: points(text, useOcbPoint) });
  });
  const method = order.paymentMethod ? text[order.paymentMethod] : '';
  return back.other > 0 ? [...asked, fill(words.planRefund, { method, amount: won(text, back.other) })] : asked;
}
