import { note, record } from './event-log.js';
import { draw } from './order-view.js';
import { element, state, tell, text } from './page.js';
import { request } from './request.js';

/** A token opens the popup for 30 minutes; one that is nearly over is replaced before it is used. */
const FRESH_FOR = 25 * 60_000;

/** One widget for the page. Missing when OCB's script could not be loaded: the shop sells all the same. */
export const widget = window.OKcashbagAPI && new window.OKcashbagAPI();

/** Until when the widget's token is good for this order; 0 = it has none. */
let goodUntil = 0;
let asked = 0;

/**
 * Asks for a token for the order as it is now and hands it to the widget at once: so the popup stands ready, hidden, when
 * the shopper asks for it. The latest call wins.
 */
export async function prepare() {
  asked += 1;
  const mine = asked;
  goodUntil = 0;
  const { mctTrToken, userAuthToken } = await request('POST', `/api/orders/${state.order.id}/token`);
  if (mine !== asked) return;
  note('setParams', { mctTrToken: shortened(mctTrToken), userAuthToken: shortened(userAuthToken) });
  widget.setParams({ mctTrToken, userAuthToken });
  goodUntil = Date.now() + FRESH_FOR;
}

/** The same, where a failure may wait until the shopper wants to use points. */
export function prepareQuietly() {
  if (widget) prepare().catch((error) => note('setParams', { error: error.message, code: error.code }));
}

/** Opens the popup, for the order as it is once `settled`; with a token at hand, within the click. */
export async function open(settled) {
  tell(element('problem'), '');
  if (!widget) return tell(element('problem'), text.scriptMissing);
  element('use').setAttribute('aria-busy', 'true');
  try {
    await settled;
    // A later call of `prepare` leaves the one before without a token.
    while (Date.now() >= goodUntil) await prepare();
  } catch (error) {
    return tell(element('problem'), error.message, error.code);
  } finally {
    element('use').removeAttribute('aria-busy');
  }
  widget.show();
}

/** Every outcome of the popup. Its token is spent then, so the next popup gets a new one. */
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

const shortened = (token) => token && `${token.slice(0, 8)}…`;

widget?.on(heard);
