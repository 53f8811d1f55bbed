import { ERRORS } from '../../../contract/errors';
import { LOCALES } from '../../../contract/locales';
import { FAULT_CALLS } from '../../../contract/sandbox';
import { type Html, html } from '../../html';
import type { Merchant } from '../merchants';
import type { Text } from '../text/ko';

const CLOCK_STEPS_MS = [10_000, 180_000, 600_000, 1_860_000, 86_400_000];

const field = (id: string, label: string, value = ''): Html =>
  html`<p><label for="${id}">${label}</label><br><input id="${id}" type="text" value="${value}" autocomplete="off"></p>`;

const select = (id: string, label: string, options: readonly (readonly [string, string])[]): Html =>
  html`<p><label for="${id}">${label}</label><br><select id="${id}">${options.map(
    ([value, name]) => html`<option value="${value}">${name}</option>`,
  )}</select></p>`;

const button = (id: string, name: string): Html => html`<button type="button" id="${id}">${name}</button> `;

const box = (id: string, label: string): Html =>
  html`<p><input id="${id}" type="checkbox"> <label for="${id}">${label}</label></p>`;

const same = (value: string) => [value, value] as const;

/** Every member of the script's API, every server call and every control, with every parameter. */
export const consoleView = (text: Text, merchants: readonly Merchant[]): Html => html`<div id="console">
<div class="card"><h2>${text.tokens}</h2>
  ${select(
    'merchant',
    text.merchant,
    merchants.map(({ name }, i) => [`${i}`, name]),
  )}
  ${field('mct-amount', text.amount, '30000')}
  ${field('promotion-code', text.promotionCode)}
  ${field('event-volume', text.eventVolume)}
  ${field('event-amount', text.eventAmount)}
  <p>${button('issue-token', text.issueToken)}</p>
  ${field('mct-tr-token', 'mctTrToken')}
  ${field('user-auth-token', 'userAuthToken')}
  ${select('locale', text.locale, [['', text.localeDefault], ...LOCALES.map(same)])}
</div>
<div class="card"><h2>${text.api}</h2>
  ${box('later', text.later)}
  <p>${button('construct', 'new OKcashbagAPI(…)')}${button('set-params', 'setParams(…)')}
  ${button('do-show', 'show()')}${button('do-show-params', 'show(…)')}${button('do-is-show', 'isShow()')}${button('do-force-close', 'forceClose()')}</p>
  ${select('listener', text.listener, [
    ['any', text.everyEvent],
    ['authenticated', "on('POINTS_AUTHENTICATED', fn)"],
    ['failed', "on('POINTS_AUTH_FAILED', fn)"],
    ['spaced', "on('POINTS AUTHENTICATED', fn)"],
  ])}
  <p>${button('do-on', 'on(…)')}${button('do-off', 'off(…)')}</p>
</div>
<div class="card"><h2>${text.calls}</h2>
  <p class="hint">${text.callsHint}</p>
  <p>${['use', 'cancel', 'usePart', 'save', 'cancelSave', 'result'].map((call) => button(`call-${call}`, call))}</p>
  <p><label for="request">${text.request}</label><br><textarea id="request" rows="6" cols="60"></textarea></p>
  <p>${button('send-again', text.sendAgain)}</p>
</div>
<div class="card"><h2>${text.sandbox}</h2>
  ${select('member', text.member, [])}
  <div><table id="member-data" class="member"></table></div>
  <p><a id="member-side" href="/side" target="qa-side">${text.sideWindow}</a></p>
  <h3>${text.fault}</h3>
  ${select('fault-call', text.faultCall, FAULT_CALLS.map(same))}
  ${select('fault-code', text.faultCode, [['', '–'], ...Object.keys(ERRORS).sort().map(same)])}
  ${field('fault-delay', text.faultDelay)}
  ${field('fault-times', text.faultTimes, '1')}
  ${box('fault-drop', text.faultDrop)}
  ${box('fault-after', text.faultAfter)}
  <p>${button('set-fault', text.setFault)}${button('clear-faults', text.clearFaults)}</p>
  <h3>${text.clock}</h3>
  <p>${CLOCK_STEPS_MS.map((ms) => button(`clock-${ms}`, text.clockSteps[`${ms}` as keyof typeof text.clockSteps]))}</p>
  <p>${button('reset', text.reset)}</p>
</div>
<div class="card" id="console-log"></div>
</div>`;
