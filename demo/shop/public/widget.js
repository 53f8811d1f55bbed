import { note, record } from './event-log.js';
import { draw } from './order-view.js';
import { element, state, tell, text } from './page.js';
import { request } from './request.js';

/** How long a token is used, in ms. It opens the popup for 30 minutes, so replace it a little earlier. */
const FRESH_FOR = 25 * 60_000;

/** The page's widget. Undefined if OCB's script could not be loaded; the shop then sells without points. */
export const widget = window.OKcashbagAPI && new window.OKcashbagAPI();

/** When the widget's token for this order must be replaced; 0 = there is none. */
let goodUntil = 0;
let asked = 0;

/**
 * Requests a token for the current order and passes it to the widget at once, so that the hidden popup is ready when
 * the shopper opens it. The latest call wins.
 */
export async function prepare() {
  asked += 1;
  const mine = asked;
  goodUntil = 0;
  const { mctTrToken } = await request('POST', `/api/orders/${state.order.id}/token`);
  if (mine !== asked) return;
  note('setParams', { mctTrToken: `${mctTrToken.slice(0, 8)}…` });
  widget.setParams({ mctTrToken });
  goodUntil = Date.now() + FRESH_FOR;
}

/** Like `prepare`, but ignores a failure, which only matters once the shopper wants to use points. */
export function prepareQuietly() {
  if (widget) prepare().catch((error) => note('setParams', { error: error.message, code: error.code }));
}

/** Opens the popup for the order as it is after `settled`; within the click, if a token is ready. */
export async function open(settled) {
  tell(element('problem'), '');
  if (!widget) return tell(element('problem'), text.scriptMissing);
  element('use').setAttribute('aria-busy', 'true');
  try {
    await settled;
    // A later `prepare` leaves the earlier call without a token.
    while (Date.now() >= goodUntil) await prepare();
  } catch (error) {
    return tell(element('problem'), error.message, error.code);
  } finally {
    element('use').removeAttribute('aria-busy');
  }
  widget.show();
}

/** Handles every outcome of the popup. The token is spent, so the next popup needs a new one. */
async function heard(name, data) {
  record(name, data);
  goodUntil = 0;
  if (name === 'POINTS_AUTH_FAILED') {
    tell(element('problem'), data.errorObject.errorMessage, data.errorObject.errorCode);
    return prepareQuietly();
  }
  const { ocbUseTrAuthToken, mctAmount, dutumPoint, usePoint } = data;
  try {
    const path = `/api/orders/${state.order.id}/points`;
    draw(await request('PUT', path, { ocbUseTrAuthToken, mctAmount, dutumPoint, usePoint }));
  } catch (error) {
    tell(element('problem'), error.message, error.code);
    prepareQuietly();
  }
}

widget?.on(heard);
