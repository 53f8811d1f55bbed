import type { ErrorCode } from '../contract/errors';
import type { Locale } from '../contract/locales';
import type * as contract from '../contract/result';

export type { ErrorCode, Locale };
export type EventName = contract.EventName;
export type PointsAuthenticated = contract.PointsAuthenticated;

/** Why something failed; `errorCode` is one of the error table's. */
export interface ErrorObject extends contract.ErrorObject {
  errorCode: ErrorCode;
}

/** The shopper closed the layer (2002) or could not finish. */
export interface PointsAuthFailed extends contract.PointsAuthFailed {
  errorObject: ErrorObject;
}

/** The events of `show()`, each with what its listeners receive. */
export interface ResultByEvent extends contract.ResultByEvent {
  POINTS_AUTH_FAILED: PointsAuthFailed;
}

/** What `setParams` and `show` take. What is not given stays as it was; null or an empty string takes it back. */
export interface Params {
  /**
   * The token that opens the popup: `merchantTrToken` of the token request, or a promise of it (4001 when not there 30
   * s after `show()`).
   */
  mctTrToken?: string | PromiseLike<string> | null | undefined;
  /**
   * The user's token from an earlier payment, or a promise of it (empty for none): with it, the popup asks for the PIN
   * only.
   */
  userAuthToken?: string | PromiseLike<string | null | undefined> | null | undefined;
  /** The popup's language. Default: the page's `lang`, then the browser's. */
  locale?: Locale | null | undefined;
}

/** An event's name; the specification's sample writes it with spaces, so that works as well. */
export type EventNameOrSpaced = EventName | 'POINTS AUTHENTICATED' | 'POINTS AUTH FAILED';

/** What the listeners of an event receive. */
export type ResultOf<E extends EventNameOrSpaced> = E extends 'POINTS_AUTHENTICATED' | 'POINTS AUTHENTICATED'
  ? PointsAuthenticated
  : PointsAuthFailed;

/** Hears one event. */
export type ResultListener<E extends EventNameOrSpaced = EventNameOrSpaced> = (result: ResultOf<E>) => void;

/** Hears every event: its name, then its result. */
export type AnyEventListener = (
  ...event: { [E in EventName]: [eventName: E, result: ResultByEvent[E]] }[EventName]
) => void;

/**
 * OK캐쉬백 points on a merchant's page (SPEC, "Browser API"). Every `show()` ends in exactly one event, or in
 * `forceClose()`.
 */
export interface OKcashbagAPI {
  /**
   * Sets what the next `show()` uses. Once the page is idle, the popup prepares itself out of sight; with a token, its
   * first screen.
   */
  setParams(params?: Params): void;
  /** Calls the listener each time that the event happens. */
  on<E extends EventNameOrSpaced>(eventName: E, listener: ResultListener<E>): void;
  /** Calls the listener at every event. */
  on(listener: AnyEventListener): void;
  /** Takes back an `on` with the same arguments. */
  off<E extends EventNameOrSpaced>(eventName: E, listener: ResultListener<E>): void;
  off(listener: AnyEventListener): void;
  /**
   * Opens the layer, at once, also while a token is only promised. Ignored, with a line in the console, while it is
   * open.
   */
  show(params?: Params): void;
  /** Whether the layer is open. */
  isShow(): boolean;
  /** Closes the layer at once, without an event, and puts away what was prepared. */
  forceClose(): void;
}

export interface OKcashbagAPIConstructor {
  /** The script's version. */
  readonly version: string;
  /**
   * Checks the page for what keeps the popup from working, and reports in the console what to change, line by line.
   * Loads the checks from the front server.
   */
  doctor(): void;
  /** Both tokens may come later, by `setParams` or `show`. Prepares the popup out of sight once the page is idle. */
  new (mctTrToken?: Params['mctTrToken'], userAuthToken?: Params['userAuthToken']): OKcashbagAPI;
}

type Instance = OKcashbagAPI;

declare global {
  interface OKcashbagAPI extends Instance {}
  var OKcashbagAPI: OKcashbagAPIConstructor;
  interface Window {
    OKcashbagAPI: OKcashbagAPIConstructor;
  }
}
