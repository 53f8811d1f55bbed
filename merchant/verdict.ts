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
 * What a use took. When only `/result` could tell that it was approved, the two fields that it does not tell are missing: take the
 * amount from the order, and let the shopper identify again next time.
 */
export type UseAnswer = Omit<UseResponse, 'mctAmount' | 'userAuthToken'> &
  Partial<Pick<UseResponse, 'mctAmount' | 'userAuthToken'>>;

/** A partial use in numbers: the wire would take digits in a string, too. */
export type PartRequest = Omit<UsePartRequest, 'mctAmount' | 'useOcbPoint'> & {
  /** The purchase amount that remains, in won. */
  mctAmount: number;
  /** OCB points that remain used. */
  useOcbPoint: number;
};

/** What to save; the merchant's numbers are added. */
export type SavingRequest = Omit<SaveRequest, 'nxMctNo' | 'nxMctCorpNo'>;

/** The calls that move points: what each is asked with, and what it answers. */
export interface MoneyCalls {
  use: { request: UseRequest; answer: UseAnswer };
  cancel: { request: CancelRequest; answer: CancelResponse };
  usePart: { request: PartRequest; answer: UseAnswer };
  save: { request: SavingRequest; answer: SaveResponse };
  cancelSave: { request: CancelSaveRequest; answer: SaveResponse };
}

export type MoneyCall = keyof MoneyCalls;

/**
 * All that is needed to ask later what became of a call, as plain JSON. Keep it as well as the request that it holds: a use token,
 * a card number.
 */
export type Question<C extends MoneyCall = MoneyCall> = {
  [K in C]: {
    call: K;
    request: MoneyCalls[K]['request'];
    /** The day in Korea when it was first sent, YYYYMMDD: `/result` looks there. */
    day: string;
    /** When it was last sent without an answer, in ms since 1970. */
    sentAt: number;
  };
}[C];

/**
 * What became of a call that moves points. `approved` and `refused` are OCB's word, for good. `unknown`: the answer is lost and could
 * not be learnt; the points may have moved or not. Keep `question`, and `settle` it later.
 */
export type Verdict<A> =
  | { outcome: 'approved'; answer: A }
  | { outcome: 'refused'; error: MerchantError }
  | { outcome: 'unknown'; error: MerchantError; question: Question };

const ID_SIZE = 128;

/** Throws a TypeError, before anything is sent, for a question that cannot be one, or without an id by which to ask about it later. */
export function checkQuestion({ call, request, day, sentAt }: Question): void {
  if (!POINT_CALLS.includes(call)) throw new TypeError(`call: expected one of ${POINT_CALLS.join(', ')}`);
  if (!/^[0-9]{8}$/.test(day) || typeof sentAt !== 'number')
    throw new TypeError('expected a question with day and sentAt');
  const id: unknown = request?.mctTransactionId;
  const size = typeof id === 'string' ? [...id].length : 0;
  if (size < 1 || size > ID_SIZE)
    throw new TypeError(`mctTransactionId: expected a string of 1 to ${ID_SIZE} characters`);
}

const KOREA = 9 * 60 * 60 * 1000;

/**
 * The question of a call that is about to be made now (ms since 1970). A server that writes it down before it calls can `settle` it
 * after a crash: what was never sent is sent then.
 */
export function questionOf<C extends MoneyCall>(
  call: C,
  request: MoneyCalls[C]['request'],
  now = Date.now(),
): Question<C> {
  const day = new Date(now + KOREA).toISOString().slice(0, 10).replaceAll('-', '');
  return { call, request, day, sentAt: now } as Question<C>;
}
