import { type Html, html } from '../../html';
import type { Comparison } from '../orders/settlement';
import { type Sum, sums } from '../orders/settlement';
import { isOpen } from '../orders/standing';
import type { OrderStep } from '../storage/steps';
import { fill, ORDER_TEXTS, points, TEXTS } from '../text/locale';
import { stepBadge } from './journal-card';
import { layout, type View } from './layout';
import { pointsTold } from './order-parts';

/** The part of the journal to show, a day or one order, and the comparison with OCB once there is one. */
export interface Settlement {
  days: readonly { day: string; steps: number }[];
  day: string | undefined;
  order: string | undefined;
  steps: readonly OrderStep[];
  compared: readonly Comparison[] | undefined;
}

/** Renders the operator's page: requests with their approvals, their sums, and how they compare with OCB. */
export function settlementPage(view: View, settlement: Settlement): string {
  const words = ORDER_TEXTS[view.locale];
  const { days, day, steps } = settlement;
  const body = html`
<main class="settlement">
  <h1>${words.settlement}</h1>
  <p class="note">${words.settlementNote}</p>
  ${
    steps.length > 0
      ? html`${dayChoice(view, days, day)}${sumsCard(view, steps)}${stepsCard(view, settlement)}`
      : html`<section class="card"><p class="note">${words.settlementEmpty}</p></section>`
  }
</main>`;
  return layout(view, words.settlement, body, html`<script type="module" src="/public/busy.js"></script>`);
}

const dayChoice = (view: View, days: Settlement['days'], current: string | undefined): Html => {
  const words = ORDER_TEXTS[view.locale];
  return html`<nav class="days" aria-label="${words.days}">${days.map(
    ({ day, steps }) => html`<a href="/settlement?day=${day}" ${day === current && html`aria-current="page"`}>
      ${written(day)} <small>${fill(words.count, { n: steps })}</small></a>`,
  )}</nav>`;
};

/** 20261125 → 2026-11-25. */
const written = (day: string): string => day.replace(/^(....)(..)(..)$/, '$1-$2-$3');

function sumsCard(view: View, steps: readonly OrderStep[]): Html {
  const text = TEXTS[view.locale];
  const words = ORDER_TEXTS[view.locale];
  const used = sums(steps, ['USE', 'PART', 'CANCEL']);
  const saved = sums(steps, ['SAVE', 'CANCEL_SAVE']);
  const total = ({ kind, ocbPoint, dutumPoint }: Sum) =>
    kind === 'CANCEL' || kind === 'CANCEL_SAVE' ? 0 - ocbPoint - dutumPoint : ocbPoint + dutumPoint;
  const net = (some: readonly Sum[]) => some.reduce((all, sum) => all + total(sum), 0);
  const list = (some: readonly Sum[], label: string) => html`<dl>
    ${some.map(
      (sum) => html`<div><dt>${words.kinds[sum.kind]} <small>${fill(words.count, { n: sum.count })}</small></dt>
      <dd>${points(text, total(sum))}</dd></div>`,
    )}
    <div class="total"><dt>${label}</dt><dd>${points(text, net(some))}</dd></div></dl>`;
  return html`<section class="card sums" aria-labelledby="sums"><h2 id="sums">${words.sums}</h2>
    <div>${list(used, words.netUse)}${list(saved, words.netSave)}</div></section>`;
}

function stepsCard(view: View, { day, order, steps, compared }: Settlement): Html {
  const words = ORDER_TEXTS[view.locale];
  const columns = words.columns;
  const open = steps.filter(isOpen).length;
  return html`<section class="card" aria-labelledby="day"><h2 id="day">${day ? written(day) : html`<span class="number">${order}</span>`}</h2>
    <div class="compare">
      <p role="status">${compared && verdict(view, compared)} ${open > 0 && fill(words.someOpen, { n: open })}</p>
      ${
        open > 0 &&
        html`<form method="post" action="/settlement/check"><button class="quiet">${words.checkAgain}</button></form>`
      }
      <form action="/settlement"><input type="hidden" name="${day ? 'day' : 'order'}" value="${day ?? order}">
        <button class="soft" name="compare" value="yes">${words.compare}</button></form>
    </div>
    <table>
      <thead><tr>${[
        columns.request,
        columns.kind,
        columns.points,
        columns.state,
        columns.approval,
        columns.compared,
      ].map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${steps.map((step, i) => line(view, step, compared?.[i]))}</tbody>
    </table>
  </section>`;
}

function line(view: View, step: OrderStep, comparison: Comparison | undefined): Html {
  const words = ORDER_TEXTS[view.locale];
  const { orderId, mctTransactionId, state, errorCode, mismatch, nxAuthDay, nxAuthNo } = step;
  return html`<tr>
    <th scope="row"><a class="number" href="/settlement?order=${orderId}">${mctTransactionId}</a></th>
    <td>${words.kinds[step.kind]}</td>
    <td>${state === 'approved' && pointsTold(view, step)}</td>
    <td>${stepBadge(view, step)} <span class="number">${errorCode}</span>
      ${mismatch && html`<small>${fill(words.mismatch, { what: mismatch })}</small>`}</td>
    <td class="number">${nxAuthNo && html`${nxAuthDay} · ${nxAuthNo}`}</td>
    <td>${comparison ? comparedBadge(view, comparison) : html`<small>${words.notCompared}</small>`}</td>
  </tr>`;
}

function comparedBadge(view: View, comparison: Comparison): Html {
  const words = ORDER_TEXTS[view.locale];
  const { outcome } = comparison;
  return html`<span class="badge ${outcome}">${words[outcome]}</span>${
    outcome === 'differs' &&
    comparison.differences.map(
      ({ field, shop, ocb }) =>
        html`<small>${fill(words.difference, { field, shop: shop || '–', ocb: ocb || '–' })}</small>`,
    )
  }${outcome === 'undecided' && html`<small>${fill(words.toldNow, { code: comparison.code || '–' })}</small>`}`;
}

/** Renders whether all agree, or how many do not. */
function verdict(view: View, compared: readonly Comparison[]): Html {
  const words = ORDER_TEXTS[view.locale];
  const decided = compared.filter(({ outcome }) => outcome !== 'undecided');
  const differ = decided.filter(({ outcome }) => outcome !== 'agrees').length;
  const values = { n: decided.length, differ };
  return html`<b>${fill(differ === 0 ? words.allAgree : words.someDiffer, values)}</b>`;
}
