import type {
  CancelRequest,
  CancelResponse,
  CancelSaveRequest,
  SaveRequest,
  SaveResponse,
  UsePartRequest,
  UseRequest,
  UseResponse,
} from '../contract/merchant-api';
import { POINT_CALLS } from '../contract/point-calls';
import type { MerchantError } from './merchant-error';

/**
 * What a use took. If only `/result` could confirm the approval, two fields are missing: take the amount from the
 * order, and let the shopper identify again next time.
 */
export type UseAnswer = Omit<UseResponse, 'mctAmount' | 'userAuthToken'> &
  Partial<Pick<UseResponse, 'mctAmount' | 'userAuthToken'>>;

/** A partial use, with numbers only; the wire also accepts strings of digits. */
export type PartRequest = Omit<UsePartRequest, 'mctAmount' | 'useOcbPoint'> & {
  /** The purchase amount that remains, in won. */
  mctAmount: number;
  /** OCB points that remain used. */
  useOcbPoint: number;
};

/** A save, without the merchant's numbers, which the client adds. */
export type SavingRequest = Omit<SaveRequest, 'nxMctNo' | 'nxMctCorpNo'>;

/** What a use has to be approved for, from the order. A use that is approved for anything else is cancelled. */
export interface Expectation {
  /** The purchase amount in won, as in the token request. */
  mctAmount: number;
  /**
   * All points that the shopper chose, OCB and 두툼: `usePoint` of POINTS_AUTHENTICATED, as stored with the order.
   * Without it, any number up to the amount fits.
   */
  usePoint?: number;
}

/** The calls that move points, with their requests and responses. */
export interface MoneyCalls {
  use: { request: UseRequest; answer: UseAnswer };
  cancel: { request: CancelRequest; answer: CancelResponse };
  usePart: { request: PartRequest; answer: UseAnswer };
  save: { request: SavingRequest; answer: SaveResponse };
  cancelSave: { request: CancelSaveRequest; answer: SaveResponse };
}

export type MoneyCall = keyof MoneyCalls;

/**
 * Everything needed to find out a call's outcome later, as plain JSON. Protect it like the request that it contains: it
 * may hold a use token or a card number.
 */
export type Question<C extends MoneyCall = MoneyCall> = {
  [K in C]: {
    call: K;
    request: MoneyCalls[K]['request'];
    /** The date in Korea when it was first sent, YYYYMMDD, which `/result` needs. */
    day: string;
    /** When it was last sent without a response, in ms since 1970. */
    sentAt: number;
    /** What a use has to be approved for. */
    expect?: K extends 'use' ? Expectation : never;
  };
}[C];

/**
 * The outcome of a call that moves points. `approved` and `refused` are OCB's final decision. `unknown`: the response
 * is lost and the outcome could not be found out; the points may or may not have moved. Store `question`, and `settle`
 * it later.
 */
export type Verdict<A> =
  | { outcome: 'approved'; answer: A }
  | { outcome: 'refused'; error: MerchantError }
  | { outcome: 'unknown'; error: MerchantError; question: Question };

/** The most characters of an mctTransactionId. */
export const ID_SIZE = 128;

/**
 * Throws a TypeError for an invalid question, or one without an id to look it up by. Called before anything is sent.
 */
export function checkQuestion({ call, request, day, sentAt, expect }: Question): void {
  if (!POINT_CALLS.includes(call)) throw new TypeError(`call: expected one of ${POINT_CALLS.join(', ')}`);
  if (!/^[0-9]{8}$/.test(day) || typeof sentAt !== 'number')
    throw new TypeError('expected a question with day and sentAt');
  const id: unknown = request?.mctTransactionId;
  const size = typeof id === 'string' ? [...id].length : 0;
  if (size < 1 || size > ID_SIZE)
    throw new TypeError(`mctTransactionId: expected a string of 1 to ${ID_SIZE} characters`);
  if (expect && call !== 'use') throw new TypeError('expect: only a use has one');
  for (const [name, value] of Object.entries(expect ?? {})) {
    if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`expect.${name}: expected a whole number`);
  }
  if (expect && expect.mctAmount === undefined) throw new TypeError('expect.mctAmount: expected the purchase amount');
}

const KOREA = 9 * 60 * 60 * 1000;

/** Options of `questionOf`. */
export interface QuestionOptions<C extends MoneyCall> {
  /** When the call is made, in ms since 1970. Default: now. */
  now?: number;
  /** What the use has to be approved for, as in `use`. */
  expect?: C extends 'use' ? Expectation : never;
}

/**
 * Creates the question of a call that is about to be made. A server that stores it before the call can `settle` it
 * after a crash; if the call was never sent, `settle` sends it.
 */
export function questionOf<C extends MoneyCall>(
  call: C,
  request: MoneyCalls[C]['request'],
  { now = Date.now(), expect }: QuestionOptions<C> = {},
): Question<C> {
  const day = new Date(now + KOREA).toISOString().slice(0, 10).replaceAll('-', '');
  return { call, request, day, sentAt: now, ...(expect && { expect }) } as Question<C>;
}
