/** The frame's end of the conversation with the merchant's page. */
import * as text from 'words';
import { isLocale } from '../contract/locales';
import { decode, encode, type ToHost } from '../contract/messages';
import type { Event } from './flow';

/** The front server accepts no longer token. */
const MAX_TOKEN_LENGTH = 128;

const isToken = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TOKEN_LENGTH;

/**
 * What the page wants with PREPARE or OPEN; undefined when there is nothing to do. What the page leaves out may be null
 * as well.
 */
function eventFrom(said: { [field: string]: unknown }, origin: string): Event | undefined {
  const isOpen = said.type === 'OPEN';
  const mctTrToken = said.mctTrToken ?? '';
  const userAuthToken = said.userAuthToken ?? '';
  if (isToken(mctTrToken) && isToken(userAuthToken)) {
    return { type: isOpen ? 'OPENED' : 'PREPARED', transaction: { mctTrToken, userAuthToken }, origin };
  }
  // What is prepared with a mistake will be opened with it: that is soon enough to report it.
  if (!isOpen) return undefined;
  return { type: 'OPENED_WRONGLY', detail: `Expected tokens as strings of at most ${MAX_TOKEN_LENGTH} characters` };
}

/**
 * Listens to the page around this frame, which has heard READY. The first message of the protocol tells the origin of
 * that page; from then on only that origin is heard and answered. Any page and any frame in it may send anything: what
 * is not of the protocol is dropped.
 */
export function talkToHost(heard: (event: Event) => void): (message: ToHost) => void {
  const host = window.parent;
  let origin = '';

  window.takeOver((message) => {
    // biome-ignore lint/suspicious/noDoubleEquals: Internet Explorer 8 has more than one object for a window, and only == knows
    if (message.source != host || (origin && message.origin !== origin)) return;
    const said = decode(message.data);
    if (!said || (said.type !== 'PREPARE' && said.type !== 'OPEN' && said.type !== 'CLOSE')) return;
    origin = message.origin;
    const { locale } = said;
    if (said.type === 'CLOSE') heard({ type: 'CLOSED_BY_HOST' });
    else if (locale !== text.locale && isLocale(locale)) {
      location.replace(`${locale}.html${location.hash}`);
    } else {
      const event = eventFrom(said, origin);
      if (event) heard(event);
    }
  });
  return (message) => {
    // A sandboxed page has no origin to address: it only ever hears of failures.
    if (origin) host.postMessage(encode(message), origin === 'null' ? '*' : origin);
  };
}
