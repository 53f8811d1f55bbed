/**
 * What the popup can be in, what can happen to it, and what it can do: the words of `reduce.ts`. Plain types and the
 * first state. Amounts are won, points are points, times are milliseconds by the shopper's own clock.
 */
import type {
  Carrier,
  DutumOffer,
  FrontCall,
  FrontRefusal,
  FrontRequest,
  FrontResponse,
  FrontTrouble,
  Keypad,
} from '../contract/front-api';
import type { ToHost } from '../contract/messages';
import type { ErrorObject, PointsAuthenticated } from '../contract/result';

/** A way to identify oneself. */
export type Method = 'card' | 'phone' | 'push';

/** The consents that an identity check needs. */
export type Consents = { [K in keyof FrontRequest<'requestCode'>['consents']]: boolean };

/** What the phone screen asks for. Digits without separators; `birthDate` is YYMMDD. */
export interface Person {
  name: string;
  birthDate: string;
  firstDigit: string;
  carrier: Carrier | '';
  phone: string;
  consents: Consents;
}

/** What is asked once, whichever screens need it. */
export interface Carried {
  person: Person;
  cardNumber: string;
}

/** How long what was sent is good for. `id` tells its own ticks from an earlier one's. */
export interface Countdown {
  id: number;
  now: number;
  endsAt: number;
  resendAt: number;
  /** It was sent again. */
  isAgain: boolean;
}

/** The screen, with what belongs to it alone. */
export type Step =
  | { is: 'opening' }
  | { is: 'method' }
  /** `attemptsLeft`: known once one failed, 0 before. */
  | { is: 'card'; cardNumber: string; cardPassword: string; attemptsLeft: number }
  /** `unfolded`: each of the consents is shown. */
  | { is: 'phone'; person: Person; unfolded?: boolean }
  | { is: 'code'; person: Person; code: string; attemptsLeft: number; sent: Countdown }
  /**
   * `sent` is null while the phone number is asked for. `number`: what the app asks for. `polling`: the answer may
   * still come; `misses`: polls lost in a row; `ended`: what has happened and what to do, once it was not approved.
   */
  | {
      is: 'push';
      phone: string;
      sent: Countdown | null;
      number: string;
      polling: boolean;
      misses: number;
      ended?: readonly string[] | undefined;
    }
  /** `positions` of the layout pressed so far. */
  | { is: 'newPin' | 'confirmPin'; keypad: Keypad; positions: number[] }
  | { is: 'pin'; keypad: Keypad; positions: number[]; attemptsLeft: number }
  | {
      is: 'points';
      available: { ocbPoint: number; dutumPoints: DutumOffer[]; canCharge: boolean };
      /** All points together, unless they are split. */
      amount: string;
      isSplit: boolean;
      ocbPoint: string;
      dutumPoint: string;
      /** PAYCO charges what is missing. */
      charge: boolean;
      /** Why it is less than what was typed. */
      limit: Limit | null;
      /** The id of the wait in which nothing can be spent, and of the one in which nothing is told; 0 = none. */
      heldBy: number;
      quietBy: number;
    }
  | { is: 'done'; result: PointsAuthenticated | null; usePoint: number }
  | { is: 'stop'; trouble: FrontTrouble; errorObject: ErrorObject };

/** The most points that can be used, and what limits them: the purchase, one payment, or a balance. */
export interface Limit {
  most: number;
  by: 'amount' | 'payment' | 'balance' | 'dutum';
}

/** What the shopper types into. The name is the element's id as well. */
export type Field =
  | 'cardNumber'
  | 'cardPassword'
  | 'name'
  | 'birthDate'
  | 'firstDigit'
  | 'carrier'
  | 'phone'
  | 'consents'
  | 'code'
  | 'amount'
  | 'ocbPoint'
  | 'dutumPoint';

/** What went wrong, said next to its field, or above the primary button when it concerns none. */
export interface Problem {
  text: string;
  field?: Field;
  /** How many tries are left before something is locked or gone. */
  more?: string;
  /** The way on, where it is not the screen's own. */
  remedy?: FrontTrouble['remedy'];
  /** What the merchant is told when the shopper closes because of it. */
  errorObject?: ErrorObject;
}

/** What the page knows about the transaction. An empty token is one that it does not know, or not yet. */
export type Transaction = Pick<FrontRequest<'open'>, 'mctTrToken' | 'userAuthToken'>;

/** A call to the front server with its request. */
export type Call = { [C in FrontCall]: { call: C; request: FrontRequest<C> } }[FrontCall];

export interface State {
  /** The layer is visible; before that it is prepared: no focus, no history. */
  shown: boolean;
  /** The outcome was told, or the host wants none: nothing counts any more. */
  over: boolean;
  largeText: boolean;
  /** The shopper pointed last: no keys were used, and no screen reader. */
  byPointer: boolean;
  transaction: Transaction;
  /** The origin of the merchant's page; empty before it has said anything. */
  origin: string;
  session: string;
  merchantName: string;
  mctAmount: number;
  /** The card does not do, for it is about another PIN. The front server says so. */
  withoutCard: boolean;
  /** The password was wrong too often: what is said about that, for the card does not do, either. Empty before. */
  cardLocked: string;
  /** How far each screen on the way back lies in the journey (`DISTANCE` in moves.ts): one history entry each. */
  path: number[];
  /** The last id given to a call or a countdown. */
  lastId: number;
  /** The call in flight. `slow`: no answer for 10 s. */
  request: (Call & { id: number; slow: boolean }) | null;
  /** A call that was lost and that **다시 시도** sends again. */
  again: Call | null;
  problem: Problem | null;
  /** The shopper wants out, and is asked whether to give up what was typed. */
  asking: boolean;
  /** What was typed about the shopper: it fills in the next screen that asks for it. No secrets. */
  carried: Carried;
  /** How somebody identified last in this browser at this merchant. */
  lastMethod: Method | null;
  step: Step;
}

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

const NOBODY: Person = {
  name: '',
  birthDate: '',
  firstDigit: '',
  carrier: '',
  phone: '',
  consents: { personalInfo: false, uniqueId: false, carrierTerms: false, serviceTerms: false },
};

/** The state before the host has said anything. */
export const firstState = (largeText: boolean): State => ({
  shown: false,
  over: false,
  largeText,
  byPointer: false,
  transaction: { mctTrToken: '', userAuthToken: '' },
  origin: '',
  session: '',
  merchantName: '',
  mctAmount: 0,
  withoutCard: false,
  cardLocked: '',
  path: [],
  lastId: 0,
  request: null,
  again: null,
  problem: null,
  asking: false,
  carried: { person: NOBODY, cardNumber: '' },
  lastMethod: null,
  step: { is: 'opening' },
});
