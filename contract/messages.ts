import type { Locale, ResultByEvent } from './result';

/**
 * What the merchant's page (host) and the popup (frame) say to each other: strings, because IE 8 and 9 pass nothing else.
 * READY goes to any origin, for it says nothing. Everything else goes to one exact origin: tokens to the front server's,
 * answers to the origin that the frame learnt from the first message with a token.
 */

/** The transaction that the popup is opened for. */
export interface Transaction {
  mctTrToken: string;
  /** Empty when the shopper has none yet. */
  userAuthToken: string;
}

/**
 * From the host to the frame: what the layer has become, with the merchant's params as the page gave them.
 * A number is the whole message, because the words would be bytes on every merchant's page (docs/decisions/0101).
 */
export interface ToFrame {
  /**
   * 0: there, but hidden. Open the session and draw the first screen.
   * Above 0: visible. Take the focus, and without a session for this transaction also open one.
   * Below 0: gone. Take the history entries back, say nothing more.
   */
  type: number;
  mctTrToken?: string | null | undefined;
  userAuthToken?: string | null | undefined;
  /** The language that the page wants; the frame of another one goes to the document in this one. */
  locale?: Locale | null | undefined;
}

/** From the frame to the host: the outcome, as the merchant's listeners receive it. The history entries are taken back. */
export type Outcome = { [E in keyof ResultByEvent]: { type: E; result: ResultByEvent[E] } }[keyof ResultByEvent];

/** From the frame to the host: that it runs and listens, or how it ended. */
export type ToHost = { type: 'READY'; result?: undefined } | Outcome;

/** A message as the string that crosses between the windows: `{"type` is how each begins. */
export const encode = (message: ToFrame | ToHost): string => JSON.stringify(message);

/**
 * The message to the frame in what a window sent, or undefined when it is not ours. Every page and frame may send anything:
 * check the sender's window and origin first, and trust no field that was not checked.
 */
export function decode(data: unknown): ToFrame | undefined {
  try {
    const message = JSON.parse(data as string);
    if (typeof message.type === 'number') return message;
  } catch (_notOurs) {}
}
