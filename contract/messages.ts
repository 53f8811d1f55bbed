import type { Locale } from './locales';
import type { ResultByEvent } from './result';

/**
 * The messages between the merchant's page (the host) and the popup (the frame). Every message is a JSON string,
 * because Internet Explorer 8 and 9 pass nothing else; its `type` is a word of this file.
 *
 * READY contains nothing secret and goes to any origin. Tokens go only to the front server's exact origin, and never
 * into a URL. The frame responds only to the origin of the first message from its parent window.
 */

/** What the host knows about the transaction when it sends a message. A token that is still being fetched is absent. */
export interface Transaction {
  /** Opens the popup; `merchantTrToken` of the token request. Absent while the merchant's promise is pending. */
  mctTrToken?: string;
  /** Absent if the shopper has none yet. */
  userAuthToken?: string;
  /** The page's language. A frame in another language replaces itself with the right document. */
  locale?: Locale;
}

/** From the host to the frame. Each message may arrive more than once, and again with what was absent before. */
export type ToFrame =
  /** The layer exists but is hidden. With a token: open the session and draw the first screen. Without: wait. */
  | ({ type: 'PREPARE' } & Transaction)
  /**
   * The layer is visible. Take the focus; with a token, open the session unless PREPARE did. Without: show the opening
   * screen.
   */
  | ({ type: 'OPEN' } & Transaction)
  /** The layer is gone. Remove the history entries and send nothing more. */
  | { type: 'CLOSE' };

/** From the frame to the host. The history entries are removed before an outcome is sent. */
export type ToHost =
  /** The frame runs and listens. */
  | { type: 'READY' }
  /** The shopper authorised points. */
  | { type: 'AUTHENTICATED'; result: ResultByEvent['POINTS_AUTHENTICATED'] }
  /** The shopper closed the layer, or something stopped them. */
  | { type: 'FAILED'; result: ResultByEvent['POINTS_AUTH_FAILED'] };

/** Encodes a message as the string that windows exchange. */
export const encode: (message: ToFrame | ToHost) => string = JSON.stringify;

/**
 * Decodes what a window sent; undefined if it is not an object. Any page or frame may send anything: check the sender's
 * window and origin first, then `type`, and trust no unchecked field.
 */
export function decode(data: unknown): { type?: unknown; [field: string]: unknown } | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message = JSON.parse(data);
    if (message && typeof message === 'object') return message;
  } catch (_notJson) {
    // Not a message of this protocol.
  }
  return undefined;
}
