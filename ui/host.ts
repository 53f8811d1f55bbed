/** The frame's end of the conversation with the merchant's page. */
import { encode, type ToHost } from '../contract/messages';
import type { Event } from './events';
import { askedIn } from './host-message';

/** Says something to the page around this frame; `*`: whatever page that is may hear it. */
export const say = (message: ToHost, origin: string): void => window.parent.postMessage(encode(message), origin);

/**
 * Listens to the page around this frame, and returns how to answer it. The first message of the protocol tells the
 * origin of that page; from then on only that origin is heard and answered. What is not of the protocol is dropped.
 */
export function talkToHost(heard: (event: Event) => void): (message: ToHost) => void {
  let origin = '';

  window.addEventListener('message', (message) => {
    const asked = askedIn(message, origin);
    if (!asked) return;
    origin = message.origin;
    if ('locale' in asked) location.replace(`${asked.locale}.html${location.hash}`);
    else heard(asked.event);
  });
  return (message) => {
    // A sandboxed page has no origin to address: it only ever hears of failures.
    if (origin) say(message, origin === 'null' ? '*' : origin);
  };
}
