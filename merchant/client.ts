import type {
  CancelRequest,
  CancelResponse,
  CancelSaveRequest,
  IssueTokenRequest,
  IssueTokenResponse,
  ResultResponse,
  SaveResponse,
  UseRequest,
} from '../contract/merchant-api';
import { askerFor, lookUp, send, type TransactionQuery } from './asker';
import { logVerdict } from './events';
import { checkOptions, type MerchantOptions } from './options';
import { decide, settle } from './settle';
import {
  checkQuestion,
  type MoneyCall,
  type MoneyCalls,
  type PartRequest,
  type Question,
  questionOf,
  type SavingRequest,
  type UseAnswer,
  type Verdict,
} from './verdict';

export { type CipherKeys, decrypt, encrypt } from './cipher';
export type { Logger, MerchantEvent } from './events';
export { MerchantError } from './merchant-error';
export { questionOf } from './verdict';
export type {
  CancelRequest,
  CancelResponse,
  CancelSaveRequest,
  IssueTokenResponse,
  MerchantOptions,
  MoneyCall,
  MoneyCalls,
  PartRequest,
  Question,
  ResultResponse,
  SaveResponse,
  SavingRequest,
  TransactionQuery,
  UseAnswer,
  UseRequest,
  Verdict,
};

/** What to ask a token for; the merchant's numbers are added. */
export type TokenRequest = Omit<IssueTokenRequest, 'nxMctNo' | 'nxMctCorpNo' | 'eventinfo'>;

/** Options of one call. */
export interface CallOptions {
  /** Ends the wait; the call rejects with the signal's reason. It may have taken effect all the same: `settle` its question. */
  signal?: AbortSignal;
}

/**
 * The server calls of one merchant. `issueToken` and `result` move nothing: they resolve with their answer, or reject with a
 * MerchantError. The others move points, and resolve with a verdict: they reject only for the caller's own abort, or with a
 * TypeError for an id that cannot be one. Keep `mctTransactionId` (new for each request, at most 128 characters) before calling.
 */
export interface MerchantClient {
  /**
   * Issues the token that opens the popup once, good for 30 minutes. `mctAmount` is the purchase amount in won;
   * a `userAuthToken` kept from an earlier `use` leads the shopper straight to the PIN.
   */
  issueToken(request: TokenRequest, options?: CallOptions): Promise<IssueTokenResponse>;
  /** Spends the points that the shopper authorised. */
  use(request: UseRequest, options?: CallOptions): Promise<Verdict<UseAnswer>>;
  /** Cancels a use, whole, once. */
  cancel(request: CancelRequest, options?: CallOptions): Promise<Verdict<CancelResponse>>;
  /** Uses again, once, what remains used after a cancel: a partial cancel is `cancel`, then this. */
  usePart(request: PartRequest, options?: CallOptions): Promise<Verdict<UseAnswer>>;
  /** Saves points for the member whose card number (`CARD`) or CI is given. */
  save(request: SavingRequest, options?: CallOptions): Promise<Verdict<SaveResponse>>;
  /** Takes a save back, whole, once. */
  cancelSave(request: CancelSaveRequest, options?: CallOptions): Promise<Verdict<SaveResponse>>;
  /** What became of a request. Rejects with 4017 when OCB has none like it. */
  result(query: TransactionQuery, options?: CallOptions): Promise<ResultResponse>;
  /**
   * Asks again what became of a call: after an `unknown` verdict, or after a crash, with the question that `questionOf` made before
   * the call. What never arrived is made now; nothing happens twice.
   */
  settle<C extends MoneyCall>(question: Question<C>, options?: CallOptions): Promise<Verdict<MoneyCalls[C]['answer']>>;
}

/**
 * A merchant's server kit (SPEC, "Server API"): encrypts, signs in, calls, decrypts, checks, and asks again after a lost answer. Keep
 * it on the server. Throws a TypeError at once when the address or a key cannot be one.
 */
export function createMerchantClient(options: MerchantOptions): MerchantClient {
  checkOptions(options);
  const { clock = Date.now } = options;
  const never = new AbortController().signal;

  const judged = async <A>(judge: typeof decide, question: Question, signal = never): Promise<Verdict<A>> => {
    checkQuestion(question);
    return logVerdict(options, question, () => judge(askerFor<A>(options, signal), question));
  };
  const money =
    <C extends MoneyCall>(name: C) =>
    (request: MoneyCalls[C]['request'], { signal }: CallOptions = {}) =>
      judged<MoneyCalls[C]['answer']>(decide, questionOf(name, request, clock()) as Question, signal);

  return {
    issueToken: (request, { signal = never } = {}) => send(options, 'issueToken', request, signal),
    result: (query, { signal = never } = {}) => lookUp(options, query, signal),
    use: money('use'),
    cancel: money('cancel'),
    usePart: money('usePart'),
    save: money('save'),
    cancelSave: money('cancelSave'),
    settle: (question, { signal } = {}) => judged(settle, question as Question, signal),
  };
}
