/**
 * What the popup can be in: plain types and the first state. What can happen to it, and what it can do, is in
 * `events.ts`. Amounts are won, points are points, times are milliseconds by the shopper's own clock.
 */
import type { Carrier, DutumOffer, FrontCall, FrontRequest, FrontTrouble, Keypad } from '../contract/front-api';
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
