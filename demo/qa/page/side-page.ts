import type { Locale } from '../../../contract/locales';
import type { Member } from '../../../contract/sandbox';
import { type Html, html } from '../../html';
import type { Button, Case } from '../cases/case';
import { OPEN_SIDE } from '../cases/wording';
import { TEXTS } from '../text/texts';
import { layout } from './layout';
import { instructions } from './plan-view';

const SCRIPTS = ['dom', 'request', 'controls', 'member', 'side'];

const isMeanwhile = (button: Button) => button === 'clearFaults' || button.startsWith('clock ');

/**
 * Renders the second window, which is there while the popup covers the page: what to do, whom to be, that person's
 * telephone, and what happens meanwhile.
 */
export function sidePage(locale: Locale, one: Case | undefined, member: Member | undefined): string {
  const text = TEXTS[locale];
  const meanwhile = (one?.buttons ?? []).filter(isMeanwhile);
  const steps = one?.steps.filter((step) => step !== OPEN_SIDE) ?? [];
  const title = one ? one.title[locale] : text.sideTitle;
  const body = html`
<p id="problem" class="problem" role="alert"></p>
<div class="card" id="meanwhile">
  ${meanwhile.length > 0 && html`<h2>${text.meanwhile}</h2>`}
  ${meanwhile.map((button) => html`<p><button type="button" data-act="${button}">${text.buttons[button]}</button></p>`)}
  <p id="done" role="status">${text.done}</p>
  ${member && html`<div><h2>${text.who}</h2><table id="who" class="member"></table></div>`}
  <div id="phone" data-phone="${member?.phone ?? ''}">
    <h2>${text.phoneOf} ${member?.phone}</h2>
    ${member ? received(locale) : html`<p>${text.noPhone}</p>`}
  </div>
</div>
${one && html`<div class="card">${instructions(locale, { ...one, steps })}</div>`}`;
  const path = one ? `/side?case=${one.id}&` : `/side?phone=${member?.phone ?? ''}&`;
  return layout({ locale, title, path, body, scripts: SCRIPTS, data: { member } });
}

function received(locale: Locale): Html {
  const text = TEXTS[locale];
  return html`<h3>${text.code}</h3>
    <p id="code" role="status">${text.script.noCode}</p>
    <h3>${text.pushes}</h3>
    <p id="no-pushes">${text.noPushes}</p>
    <ul id="pushes"></ul>`;
}
