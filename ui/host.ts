/** The frame's end of the conversation with the merchant's page. */

import * as text from 'words';
import { decode, encode, type ToHost } from '../contract/messages';
import type { Event } from './flow';

/**
 * Listens to the page around this frame and says READY. The first message of the protocol tells who that page is; from then on
 * nothing else is heard, and what is said goes to that origin only. Any page and any frame in it may send anything:
 * what is not ours is dropped without a word.
 */
export function talkToHost(heard: (event: Event) => void): (message: ToHost) => void {
  const host = window.parent;
  let origin = '';

  window.addEventListener('message', (message) => {
    // biome-ignore lint/suspicious/noDoubleEquals: Internet Explorer 8 has more than one object for a window, and only == knows
    if (message.source != host || (origin && message.origin !== origin)) return;
    const said = decode(message.data);
    if (!said) return;
    const { type, mctTrToken = '', userAuthToken = '', locale } = said;
    if (type === 'CLOSE') {
      origin = message.origin;
      heard({ type: 'CLOSED_BY_HOST' });
    } else if (type === 'PREPARE' || type === 'OPEN') {
      origin = message.origin;
      if (locale !== text.locale && (locale === 'ko' || locale === 'en')) location.replace(`${locale}.html`);
      else if (typeof mctTrToken === 'string' && typeof userAuthToken === 'string') {
        const transaction = { mctTrToken, userAuthToken };
        heard({ type: type === 'OPEN' ? 'OPENED' : 'PREPARED', transaction, origin });
      }
    }
  });

  // READY says nothing, so anybody may hear it. A sandboxed page has no origin to address: it only ever hears of failures.
  const say = (message: ToHost, to: string) => host.postMessage(encode(message), to === 'null' ? '*' : to);
  say({ type: 'READY' }, '*');
  return (message) => {
    if (origin) say(message, origin);
  };
}
