/** The messages of the merchant's page, as far as this document understands them. */
import * as text from 'words';
import { isLocale, type Locale } from '../contract/locales';
import { decode } from '../contract/messages';
import type { Event } from './events';

/** The front server accepts no longer token. */
const MAX_TOKEN_LENGTH = 128;

const isToken = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TOKEN_LENGTH;

/** What a message from the page asks for. */
export type Asked =
  /** The document in another language, in place of this one. */
  { locale: Locale } | { event: Event };

/**
 * Returns what a message asks for, or undefined when it is not of the protocol: any page and any frame in it may send
 * anything. `origin` is that of the first message of the protocol, the only one that is heard from then on; empty
 * before.
 */
export function askedIn(message: MessageEvent, origin: string): Asked | undefined {
  // biome-ignore lint/suspicious/noDoubleEquals: Internet Explorer 8 has more than one object for a window, and only == knows
  if (message.source != window.parent || (origin && message.origin !== origin)) return undefined;
  const said = decode(message.data);
  if (!said || (said.type !== 'PREPARE' && said.type !== 'OPEN' && said.type !== 'CLOSE')) return undefined;
  if (said.type === 'CLOSE') return { event: { type: 'CLOSED_BY_HOST' } };
  const isOpen = said.type === 'OPEN';
  const { locale } = said;
  if (locale !== text.locale && isLocale(locale)) return { locale };
  // What the page leaves out may be null as well.
  const mctTrToken = said.mctTrToken ?? '';
  const userAuthToken = said.userAuthToken ?? '';
  if (isToken(mctTrToken) && isToken(userAuthToken)) {
    const transaction = { mctTrToken, userAuthToken };
    return { event: { type: isOpen ? 'OPENED' : 'PREPARED', transaction, origin: message.origin } };
  }
  // What is prepared with a mistake will be opened with it: that is soon enough to report it.
  if (!isOpen) return undefined;
  const detail = `Expected tokens as strings of at most ${MAX_TOKEN_LENGTH} characters`;
  return { event: { type: 'OPENED_WRONGLY', detail } };
}
