import type { Locale } from '../../../contract/locales';
import { type Html, html } from '../../html';
import type { Case } from '../cases/case';
import type { Text } from '../text/ko';
import { TEXTS } from '../text/texts';
import { marked } from './marked';

/** A case: its title is a button that opens it. */
export function caseCard(locale: Locale, one: Case, number: number): Html {
  const text = TEXTS[locale];
  const { id } = one;
  return html`<div class="case" id="case-${id}">
<h3><button type="button" class="title" id="open-${id}">${number}. ${one.title[locale]}</button> <span class="state" id="state-${id}"></span></h3>
<div class="body" id="body-${id}">
  <p class="prepare"><button type="button" class="primary" id="prepare-${id}">${text.prepare}</button>
    <span id="ready-${id}" role="status"></span></p>
  <div id="who-${id}"></div>
  <p><a href="/side?case=${id}&amp;lang=${locale}" target="qa-side">${text.sideWindow}</a> <span class="hint">${text.sideHint}</span></p>
  ${instructions(locale, one)}
  <p class="actions">${(one.buttons ?? ['show']).map(
    (button, i) => html`<button type="button" id="button-${id}-${i}">${text.buttons[button]}</button> `,
  )}</p>
  <p class="check" id="check-${id}" role="status"></p>
  <div id="log-${id}"></div>
  <p><label for="note-${id}">${text.note}</label><br><textarea id="note-${id}" rows="2" cols="40"></textarea></p>
  <p class="verdict">${(['pass', 'fail', 'skip'] as const).map(
    (verdict) => html`<button type="button" class="${verdict}" id="${verdict}-${id}">${text[verdict]}</button> `,
  )}</p>
</div>
</div>`;
}

/** What to do, and what to see. */
export function instructions(locale: Locale, { steps, expected }: Case): Html {
  const text = TEXTS[locale];
  return html`<h4>${text.steps}</h4>
<ol>${steps.map((step) => html`<li>${marked(step[locale])}</li>`)}</ol>
<h4>${text.expected}</h4>
<ul>${expected.map((sight) => html`<li>${marked(sight[locale])}</li>`)}</ul>`;
}

/** Whom to be, and what happened: scripts put both into the case that is open. */
export const bench = (text: Text): Html => html`<div id="who-card">
<h4>${text.who}</h4>
<table id="who" class="member"></table>
</div>
<div id="log-card">
<p id="facts" class="problem"></p>
<h4>${text.log}</h4>
<p id="log-empty" class="hint">${text.logEmpty}</p>
<ol id="log"></ol>
<p><button type="button" id="clear-log">${text.clearLog}</button></p>
</div>`;
