import type { Locale } from './locales';
import type { ResultByEvent } from './result';

/**
 * What the merchant's page (the host) and the popup (the frame) say to each other. Every message is a JSON string, because
 * Internet Explorer 8 and 9 pass nothing else; its `type` is a word of this file.
 *
 * READY carries nothing secret and goes to any origin. Tokens go to the front server's exact origin only, and never into a URL.
 * The frame answers only the origin of the first message that its parent window sent.
 */

/** What the host knows about the transaction when it sends a message. A token that is still being fetched is absent. */
export interface Transaction {
  /** Opens the popup; `merchantTrToken` of the token request. Absent while the merchant's promise of it is pending. */
  mctTrToken?: string;
  /** Absent when the shopper has none yet. */
  userAuthToken?: string;
  /** The language that the page wants; a frame in another one replaces itself with the document in this one. */
  locale?: Locale;
}

/** From the host to the frame. Each message may arrive more than once, and again with what was absent before. */
export type ToFrame =
  /** The layer is there, out of sight. With a token: open the session and draw the first screen. Without: wait. */
  | ({ type: 'PREPARE' } & Transaction)
  /** The layer is visible. Take the focus; with a token, open the session unless PREPARE did. Without: show the opening screen. */
  | ({ type: 'OPEN' } & Transaction)
  /** The layer is gone. Take the history entries back and send nothing more. */
  | { type: 'CLOSE' };

/** From the frame to the host. The history entries are taken back before an outcome is sent. */
export type ToHost =
  /** The frame runs and listens. */
  | { type: 'READY' }
  /** The shopper authorised points. */
  | { type: 'AUTHENTICATED'; result: ResultByEvent['POINTS_AUTHENTICATED'] }
  /** The shopper closed the layer, or something stopped them. */
  | { type: 'FAILED'; result: ResultByEvent['POINTS_AUTH_FAILED'] };

/** A message as the string that crosses between the windows. */
export const encode = (message: ToFrame | ToHost): string => JSON.stringify(message);

/**
 * The object in what a window sent, or undefined when there is none. Any page and any frame may send anything: check the sender's
 * window and origin first, then `type`, and trust no field that was not checked.
 */
export function decode(data: unknown): { type?: unknown; [field: string]: unknown } | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message = JSON.parse(data);
    if (message && typeof message === 'object') return message;
  } catch (_notJson) {
    // Somebody else's message.
  }
  return undefined;
}
