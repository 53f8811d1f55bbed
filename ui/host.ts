/** The frame's end of the conversation with the merchant's page. */
import { encode, type ToHost } from '../contract/messages';
import type { Event } from './flow';
import { askedIn } from './host-message';

/**
 * Listens to the page around this frame, which has heard READY. The first message of the protocol tells the origin of
 * that page; from then on only that origin is heard and answered. What is not of the protocol is dropped.
 */
export function talkToHost(heard: (event: Event) => void): (message: ToHost) => void {
  let origin = '';

  window.takeOver((message) => {
    const asked = askedIn(message, origin);
    if (!asked) return;
    origin = message.origin;
    if ('locale' in asked) location.replace(`${asked.locale}.html${location.hash}`);
    else heard(asked.event);
  });
  return (message) => {
    // A sandboxed page has no origin to address: it only ever hears of failures.
    if (origin) window.parent.postMessage(encode(message), origin === 'null' ? '*' : origin);
  };
}
