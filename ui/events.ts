/**
 * What can happen to the popup (events), and what it can do (effects): the words of `reduce.ts`. Times are milliseconds
 * by the shopper's own clock.
 */
import type { FrontCall, FrontRefusal, FrontResponse } from '../contract/front-api';
import type { ToHost } from '../contract/messages';
import type { ErrorObject } from '../contract/result';
import type { Call, Consents, Field, Method, Transaction } from './flow';

/** An answer to a call, with the id that it was sent with. `now`: when it came. */
export type Answered = {
  [C in FrontCall]: { type: 'ANSWERED'; id: number; now: number; call: C; answer: FrontResponse<C> };
}[FrontCall];

export type Event =
  // the merchant's page
  | { type: 'PREPARED'; transaction: Transaction; origin: string; lastMethod?: Method | null }
  | { type: 'OPENED'; transaction: Transaction; origin: string; lastMethod?: Method | null }
  /** OPEN with tokens that are none; `detail` is for the merchant's developers. */
  | { type: 'OPENED_WRONGLY'; detail: string }
  | { type: 'CLOSED_BY_HOST' }
  // the shopper
  | { type: 'METHOD_CHOSEN'; method: Method }
  /** `stays`: whoever did it stays at the field, also when it is full. */
  | { type: 'TYPED'; field: Field; value: string; stays?: boolean }
  | { type: 'CONSENTED'; to: keyof Consents | 'all'; value: boolean }
  /** `from`: the field in which Enter was pressed. */
  | { type: 'SUBMITTED'; from?: string }
  /** The four consents are shown, or no longer. */
  | { type: 'CONSENTS_UNFOLDED' }
  | { type: 'KEY_PRESSED'; position: number }
  /** A digit on a real keyboard. */
  | { type: 'DIGIT_TYPED'; digit: number }
  | { type: 'ERASED' }
  | { type: 'CLEARED' }
  | { type: 'PIN_FORGOTTEN' }
  | { type: 'RESEND_ASKED' }
  | { type: 'OTHER_METHOD_ASKED' }
  /** A chip of the points screen; an empty amount is to be typed. */
  | { type: 'AMOUNT_CHOSEN'; amount: string }
  | { type: 'SPLIT_CHOSEN'; value: boolean }
  | { type: 'CHARGE_CHOSEN'; value: boolean }
  | { type: 'TRY_AGAIN_PRESSED' }
  | { type: 'BACK_PRESSED' }
  | { type: 'CLOSE_PRESSED' }
  /** The shopper was asked whether to stop, and goes on. */
  | { type: 'STAY_PRESSED' }
  | { type: 'TEXT_SIZE_CHANGED' }
  /** The shopper took to a pointer, or to keys or a screen reader. */
  | { type: 'HAND_CHANGED'; byPointer: boolean }
  // the front server
  | Answered
  | { type: 'REFUSED'; id: number; refusal: FrontRefusal }
  | { type: 'LOST'; id: number; why: 'offline' | 'network' | 'nonsense' }
  // time
  | { type: TimerName; id: number; now: number }
  // the browser
  /** The browser's Back. `outside`: none of our history entries is left. */
  | { type: 'WENT_BACK'; outside: boolean }
  /** The page is in sight or online again. */
  | { type: 'CAME_BACK' }
  /** The page was restored from the back/forward cache: what was in flight is dead. */
  | { type: 'RESTORED' }
  /** The browser read the code in a message. */
  | { type: 'CODE_RECEIVED'; code: string };

/**
 * SLOW: a call has had no answer for 10 s. TICKED: a second of a countdown. POLL_DUE: ask for the push again.
 * SETTLED: the points screen, or what was chosen on it, is no longer new. DONE_SHOWN: the tick was seen. DRAWN: a
 * prepared screen that was shown has been drawn.
 */
export type TimerName = 'SLOW' | 'TICKED' | 'POLL_DUE' | 'SETTLED' | 'DONE_SHOWN' | 'DRAWN';

export type Effect =
  /** Calls the front server, in place of a call that may be in flight. */
  | ({ type: 'send'; id: number } & Call)
  | { type: 'abort' }
  | { type: 'wait'; timer: TimerName; id: number; ms: number }
  | { type: 'focus'; target: Field | 'title' | 'problem' | 'primary' | 'pin' }
  /** There ought to be this many history entries of ours. */
  | { type: 'keepEntries'; count: number }
  /** Gives up whatever is under way, takes all history entries back, then tells the host. */
  | { type: 'leave'; message: ToHost | null }
  /** Tells the host its outcome again, unless it is still to be told. */
  | { type: 'repeatOutcome' }
  /** Says in the browser's console what the merchant's developers have to do. */
  | { type: 'tellDevelopers'; errorObject: ErrorObject }
  | { type: 'rememberTextSize'; large: boolean }
  | { type: 'rememberMethod'; origin: string; method: Method }
  /** Lets the browser read the code from the message (WebOTP), or no longer. */
  | { type: 'listenForCode'; on: boolean };
